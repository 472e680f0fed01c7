using Moliere.Data.Objects;
using Moliere.Numerics.Statistics;

namespace Moliere.Tagging.Decorrelation;

/// <summary>
/// Measures the distributions of <see cref="MorphedDiscriminant"/> in bins of mass of equally many jets.
/// </summary>
/// <source>arXiv:1710.06859, section 4.2.</source>
public static class MorphedDerivation
{
    private const int Fewest = 100, JetsPerStep = 8, MostSteps = 50; // no finer than the sample knows
    private const int JetsPerBin = JetsPerStep * MostSteps, MostBins = 20;

    /// <summary>Measures D2 among quark and gluon jets.</summary>
    /// <param name="name">Of the discriminant.</param>
    /// <param name="sample">Training jets.</param>
    /// <exception cref="ArgumentException">There are fewer than 100 usable jets.</exception>
    public static MorphedDiscriminant Derive(string name, BoostedSample sample)
    {
        const string column = BoostedJetColumns.D2;
        float[] values = sample.Jets.Floats(column);
        int[] rows = [.. sample.Background.Where(row => float.IsFinite(values[row]) && sample.Weights[row] > 0)
            .OrderBy(row => sample.Mass[row])];
        if (rows.Length < Fewest)
        {
            throw new ArgumentException(
                $"{name}: {rows.Length} background jets have a {column}; its distribution needs {Fewest}.");
        }

        // One bin would move nothing: the variable itself under another name.
        int bins = Math.Clamp(rows.Length / JetsPerBin, 2, MostBins);
        int steps = Math.Min(MostSteps, rows.Length / bins / JetsPerStep);
        int[][] parts = [.. Enumerable.Range(0, bins).Select(bin =>
            rows[(int)((long)bin * rows.Length / bins)..(int)((long)(bin + 1) * rows.Length / bins)])];
        return new(
            name, column, [.. parts.Select(part => part.Average(row => (double)sample.Mass[row]))],
            [.. parts.Select(Quantiles)], Quantiles(rows));

        double[] Quantiles(int[] part) => WeightedQuantile.Of(
            Array.ConvertAll(part, row => values[row]), Array.ConvertAll(part, row => sample.Weights[row]),
            [.. Enumerable.Range(0, steps + 1).Select(i => (double)i / steps)]);
    }
}
