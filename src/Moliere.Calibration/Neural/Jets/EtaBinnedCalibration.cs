using Moliere.Calibration.Closure;
using Moliere.Data.Objects;
using Moliere.Data.Tables;

namespace Moliere.Calibration.Neural.Jets;

/// <summary>
/// One network per bin of |eta_det|, each trained on the jets of its bin: the published alternative to one network that
/// has eta among its inputs.
/// </summary>
/// <source>arXiv:2303.17312: "one network per |eta_det| bin"; physics notes section 2.1.</source>
public sealed class EtaBinnedCalibration : ICalibration
{
    /// <summary>Takes the networks of all bins.</summary>
    /// <param name="name">Name of the method.</param>
    /// <param name="etaEdges">Edges of the bins, ascending; jets beyond the last one belong to the last bin.</param>
    /// <param name="parts">One per bin, with heads that say the same.</param>
    /// <exception cref="ArgumentException">Edges do not ascend, or there is not one network per bin.</exception>
    public EtaBinnedCalibration(
        string name, IReadOnlyList<double> etaEdges, IReadOnlyList<JetNetworkCalibration> parts)
    {
        ClosureSpline.RequireAscending(etaEdges);
        if (parts.Count != etaEdges.Count - 1)
        {
            throw new ArgumentException($"{parts.Count} networks for {etaEdges.Count - 1} bins in |eta_det|.");
        }

        (Name, EtaEdges, Parts) = (name, etaEdges, parts);
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <summary>Edges of the bins in |eta_det|, ascending.</summary>
    public IReadOnlyList<double> EtaEdges { get; }

    /// <summary>The network of each bin.</summary>
    public IReadOnlyList<JetNetworkCalibration> Parts { get; }

    /// <inheritdoc/>
    public Predictions Apply(Table objects)
    {
        float[] eta = objects.Floats(JetColumns.DetectorEta);
        var whole = new PredictionParts(objects.RowCount);
        for (int bin = 0; bin < Parts.Count; bin++)
        {
            int[] rows = [.. RowsOf(bin, eta)];
            whole.Add(rows, Parts[bin].Apply(objects.Select(rows)));
        }

        return whole.Joined();
    }

    private IEnumerable<int> RowsOf(int bin, float[] eta) =>
        Enumerable.Range(0, eta.Length).Where(row => ClosureSpline.BinOf(EtaEdges, eta[row]) == bin);
}
