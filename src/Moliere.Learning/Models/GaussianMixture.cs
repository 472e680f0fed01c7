using Moliere.Learning.Losses;
using Moliere.Numerics.Special;

namespace Moliere.Learning.Models;

/// <summary>
/// What can be asked of a predicted mixture of K normal densities, given as one row of outputs of a
/// <see cref="MixtureNll"/> network: K means, K log-variances, K logits. All results are in the unit of the target.
/// </summary>
public static class GaussianMixture
{
    private const int BlockRows = 1024;

    /// <summary>Density at a point.</summary>
    /// <param name="outputs">3 K outputs.</param>
    /// <param name="x">Where.</param>
    public static double Density(ReadOnlySpan<float> outputs, double x) =>
        new MixtureComponents(outputs, stackalloc double[outputs.Length]).Slope(x).Density;

    /// <summary>Expectation.</summary>
    /// <param name="outputs">3 K outputs.</param>
    public static double Mean(ReadOnlySpan<float> outputs) =>
        new MixtureComponents(outputs, stackalloc double[outputs.Length]).Mean();

    /// <summary>Variance: the mean of the components' variances plus the variance of their means.</summary>
    /// <param name="outputs">3 K outputs.</param>
    public static double Variance(ReadOnlySpan<float> outputs) =>
        new MixtureComponents(outputs, stackalloc double[outputs.Length]).Variance();

    /// <summary>
    /// Position of the highest density, to 1e-6 of the narrowest sigma. It climbs from every mean, so it cannot miss
    /// the peak when all means are negative, as a scan between multiples of the extreme means does.
    /// </summary>
    /// <param name="outputs">3 K outputs.</param>
    /// <source>
    /// Carreira-Perpiñán, IEEE Trans. Pattern Anal. Mach. Intell. 22 (2000) 1318, section 3: the fixed-point step never
    /// lowers the density, and modes are found from the means.
    /// </source>
    public static double Mode(ReadOnlySpan<float> outputs) =>
        new MixtureComponents(outputs, stackalloc double[outputs.Length]).Mode();

    /// <summary>Point below which a given part of the probability lies, to 1e-9 of the spread.</summary>
    /// <param name="outputs">3 K outputs.</param>
    /// <param name="probability">In (0, 1).</param>
    public static double Quantile(ReadOnlySpan<float> outputs, double probability) =>
        new MixtureComponents(outputs, stackalloc double[outputs.Length]).Quantile(probability);

    /// <summary>Central value and standard deviation of many rows.</summary>
    /// <param name="outputs">[rows, 3 K].</param>
    /// <param name="rows">Number of rows.</param>
    /// <param name="values">[rows], filled; NaN where an output is not finite.</param>
    /// <param name="sigmas">[rows], filled; NaN where an output is not finite.</param>
    /// <param name="central">Which value.</param>
    /// <param name="threads">At least 1; does not change the result.</param>
    public static void Summarise(
        ReadOnlyMemory<float> outputs, int rows, Memory<float> values, Memory<float> sigmas, CentralValue central,
        int threads)
    {
        if (rows == 0)
        {
            return;
        }

        int width = outputs.Length / rows, blocks = (rows + BlockRows - 1) / BlockRows;
        Parallel.For(0, blocks, new ParallelOptions { MaxDegreeOfParallelism = threads }, block =>
        {
            Span<double> scratch = stackalloc double[width];
            for (int row = block * BlockRows; row < Math.Min(rows, (block + 1) * BlockRows); row++)
            {
                var components = new MixtureComponents(outputs.Span.Slice(row * width, width), scratch);
                values.Span[row] = (float)components.Value(central);
                sigmas.Span[row] = (float)Math.Sqrt(components.Variance());
            }
        });
    }

    /// <summary>Probability that the target lies below a point.</summary>
    /// <param name="outputs">3 K outputs.</param>
    /// <param name="x">Where.</param>
    public static double Probability(ReadOnlySpan<float> outputs, double x) =>
        new MixtureComponents(outputs, stackalloc double[outputs.Length]).Probability(x);
}
