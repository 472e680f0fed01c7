using Moliere.Data.Objects;
using Moliere.Numerics.Statistics;

namespace Moliere.Tagging.Decorrelation;

/// <summary>Measures the percentiles of <see cref="PercentileDiscriminant"/>.</summary>
/// <source>ATL-PHYS-PUB-2018-014, section 4.1.</source>
public static class PercentileDerivation
{
    /// <summary>Measures D2 among quark and gluon jets, cell by cell.</summary>
    /// <param name="name">Of the discriminant.</param>
    /// <param name="sample">Training jets.</param>
    /// <param name="options">The grid.</param>
    /// <exception cref="ArgumentException">No cell has enough jets.</exception>
    public static PercentileDiscriminant Derive(string name, BoostedSample sample, PercentileOptions options)
    {
        const string column = BoostedJetColumns.D2;
        float[] values = sample.Jets.Floats(column);
        var cells = new List<PercentileCell>();
        foreach (IGrouping<(int X, int Y), int> cell in sample.Background
            .Where(row => float.IsFinite(values[row]) && sample.Weights[row] > 0 && sample.Mass[row] > 0)
            .GroupBy(row => Cell(options.Place(sample.Mass[row], sample.Pt[row])))
            .Where(cell => IsInside(cell.Key, options) && cell.Count() > options.FewestJets)
            .OrderBy(cell => cell.Key))
        {
            int[] rows = [.. cell];
            cells.Add(new(cell.Key.X + 0.5, cell.Key.Y + 0.5, WeightedQuantile.Of(
                Array.ConvertAll(rows, row => values[row]), Array.ConvertAll(rows, row => sample.Weights[row]),
                [options.Share])[0]));
        }

        return cells.Count > 0 ? new(name, column, options, cells) : throw new ArgumentException(
            $"{name}: no cell of the grid in rho and pT has more than {options.FewestJets} of the "
            + $"{sample.Background.Length} background jets; take more jets, or a grid of fewer cells.");
    }

    private static (int X, int Y) Cell((double X, double Y) place) =>
        ((int)Math.Floor(place.X), (int)Math.Floor(place.Y));

    private static bool IsInside((int X, int Y) cell, PercentileOptions options) =>
        cell.X >= 0 && cell.X < options.Cells && cell.Y >= 0 && cell.Y < options.Cells;
}
