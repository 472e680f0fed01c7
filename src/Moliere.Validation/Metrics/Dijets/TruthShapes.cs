namespace Moliere.Validation.Metrics.Dijets;

/// <summary>
/// Asymmetries of jets of particles, fitted in every bin of simulated dijets: what radiation alone does to the balance
/// there, to be taken out of the asymmetry of reconstructed jets, also of data.
/// </summary>
/// <source>ATLAS, arXiv:2007.02645, section 6.</source>
public sealed class TruthShapes
{
    private readonly List<(BinAxis? Bin, ShapeEstimate Shape)> _shapes = [];

    private TruthShapes()
    {
    }

    /// <summary>The shapes by variable and bounds; the whole sample first, without variable.</summary>
    public IEnumerable<(string? Variable, ValueBin? Bin, ShapeEstimate Shape)> All =>
        _shapes.Select(entry => (entry.Bin?.Variable, entry.Bin?.Bins[0], entry.Shape));

    /// <summary>Fits every bin with enough dijets whose jets both have true momenta.</summary>
    /// <param name="simulated">Dijets with truth.</param>
    /// <param name="axes">Axes that data will be measured along.</param>
    /// <param name="options">Smallest bin.</param>
    /// <exception cref="ArgumentException">The sample has no truth.</exception>
    public static TruthShapes Derive(BalanceSample simulated, IReadOnlyList<BinAxis> axes, MetricsOptions options)
    {
        BalancePair truth = simulated.Truth
            ?? throw new ArgumentException("truth asymmetry: the sample has no true momenta", nameof(simulated));
        float[] weights = simulated.WeightsOrOnes();
        var shapes = new TruthShapes();
        foreach (BinnedRows bin in Bins(simulated, axes))
        {
            int[] rows = Array.FindAll(bin.Rows[0], row => truth.Reference[row] > 0 && truth.Probe[row] > 0);
            if (rows.Length >= options.MinimumEntries)
            {
                shapes._shapes.Add((bin.Axis, AsymmetryFit.Shape(
                    Array.ConvertAll(rows, truth.Asymmetry), Array.ConvertAll(rows, row => weights[row]))));
            }
        }

        return shapes;
    }

    /// <summary>The shape of a bin; null where there is none.</summary>
    /// <param name="bin">An axis with that one bin; null for the whole sample.</param>
    internal ShapeEstimate? Find(BinAxis? bin) => _shapes.FirstOrDefault(entry =>
        entry.Bin?.Variable == bin?.Variable && entry.Bin?.Bins[0] == bin?.Bins[0]).Shape;

    /// <summary>The whole sample, then every bin of every axis as an axis of its own.</summary>
    internal static IEnumerable<BinnedRows> Bins(BalanceSample sample, IReadOnlyList<BinAxis> axes)
    {
        int[] all = [.. Enumerable.Range(0, sample.Rows)];
        yield return new(null, [all], [double.NaN]);
        foreach (BinAxis axis in axes)
        {
            foreach (ValueBin bin in axis.Bins)
            {
                yield return BinnedRows.Of(axis with { Bins = [bin] }, sample.Variables[axis.Variable], all);
            }
        }
    }
}
