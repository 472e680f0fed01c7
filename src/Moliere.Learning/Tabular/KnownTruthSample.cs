using Moliere.Data.Tables;
using Moliere.Numerics.Random;

namespace Moliere.Learning.Tabular;

/// <summary>
/// A made-up sample whose truth is known: y = f(x) + s(x) e with standard normal e, three features uniform in (-1, 1),
/// f = 3 sin(2.5 x1) + 2 x2² + x1 x3 and s = 0.2 + 0.4 x2² + 0.3 (1 + x3) / 2. A method that works finds f and s again.
/// </summary>
public static class KnownTruthSample
{
    /// <summary>Name of the column with y.</summary>
    public const string Target = "y";

    /// <summary>Name of the column with f(x).</summary>
    public const string TrueMean = "true_mean";

    /// <summary>Name of the column with s(x).</summary>
    public const string TrueSigma = "true_sigma";

    /// <summary>Names of the columns with x.</summary>
    public static IReadOnlyList<string> Features { get; } = ["x1", "x2", "x3"];

    /// <summary>Draws the rows; a row depends on the seed and its number alone.</summary>
    /// <param name="rows">Number of rows.</param>
    /// <param name="seed">Seed of the run.</param>
    public static Table Draw(int rows, ulong seed)
    {
        float[][] x = [new float[rows], new float[rows], new float[rows]];
        float[] mean = new float[rows], sigma = new float[rows], y = new float[rows];
        for (int row = 0; row < rows; row++)
        {
            var rng = new Rng(seed, "known truth", (ulong)row);
            foreach (float[] column in x)
            {
                column[row] = (float)((2 * rng.NextDouble()) - 1);
            }

            mean[row] = (float)MeanOf(x[0][row], x[1][row], x[2][row]);
            sigma[row] = (float)SigmaOf(x[1][row], x[2][row]);
            y[row] = (float)(mean[row] + (sigma[row] * rng.NextGaussian()));
        }

        return new(
        [
            .. Features.Select((name, i) => new FloatColumn(name, "", "Uniform feature.", x[i])),
            new FloatColumn(Target, "", "Target: true mean plus noise.", y),
            new FloatColumn(TrueMean, "", "Expectation of the target.", mean),
            new FloatColumn(TrueSigma, "", "Standard deviation of the noise.", sigma),
        ]);
    }

    private static double MeanOf(double x1, double x2, double x3) =>
        (3 * Math.Sin(2.5 * x1)) + (2 * x2 * x2) + (x1 * x3);

    private static double SigmaOf(double x2, double x3) => 0.2 + (0.4 * x2 * x2) + (0.15 * (1 + x3));
}
