using Moliere.Data.Objects;
using Moliere.Data.Tables;

namespace Moliere.Tagging.Displaced;

/// <summary>Momentum, direction and side of the jets of a table.</summary>
internal sealed class JetReading(Table jets, DisplacedScaling scaling)
{
    private readonly float[] _pt = jets.Floats(DisplacedJetColumns.Pt);
    private readonly float[] _eta = jets.Floats(DisplacedJetColumns.Eta);
    private readonly float[] _phi = jets.Floats(DisplacedJetColumns.Phi);
    private readonly JaggedColumn<float> _clusterPt = jets.Jagged<float>(DisplacedJetColumns.ClusterPt);
    private readonly JaggedColumn<float> _clusterEta = jets.Jagged<float>(DisplacedJetColumns.ClusterEta);
    private readonly JaggedColumn<float> _clusterPhi = jets.Jagged<float>(DisplacedJetColumns.ClusterPhi);

    /// <summary>Rows of the jets that have a momentum and a direction.</summary>
    public static int[] Usable(Table jets)
    {
        float[][] values = [.. new[] { DisplacedJetColumns.Pt, DisplacedJetColumns.Eta, DisplacedJetColumns.Phi }
            .Select(jets.Floats)];
        return [.. Enumerable.Range(0, jets.RowCount).Where(row => values.All(value => float.IsFinite(value[row])))];
    }

    /// <summary>Weights of the jets; 1 where the table has none.</summary>
    public static float[] Weights(Table jets) => jets.Has(DisplacedJetColumns.Weight)
        ? jets.Floats(DisplacedJetColumns.Weight)
        : [.. Enumerable.Repeat(1f, jets.RowCount)];

    public bool IsFinite(int row) =>
        float.IsFinite(_pt[row]) && float.IsFinite(_eta[row]) && float.IsFinite(_phi[row]);

    /// <summary>Sign of the sum of pT eta over the clusters; of the jet's eta where there are none.</summary>
    public double Side(int row, ReadOnlySpan<int> clusters)
    {
        double sum = clusters.IsEmpty ? _eta[row] : 0;
        foreach (int cluster in clusters)
        {
            sum += (double)_clusterPt[row][cluster] * _clusterEta[row][cluster];
        }

        return sum < 0 ? -1 : 1;
    }

    public void Read(int row, double side, bool isUsable, Span<float> features)
    {
        if (isUsable)
        {
            features[0] = scaling.Jet[0].Of(_pt[row]);
            features[1] = scaling.Jet[1].Of(side * _eta[row]);
            features[2] = scaling.Jet[2].Of(_phi[row]);
        }
    }

    public JetFrame Axis(int row, double side) => new(_eta[row], _phi[row], side);

    public JetFrame LeadingCluster(int row, ReadOnlySpan<int> order, double side) => order.IsEmpty
        ? Axis(row, side)
        : new(_clusterEta[row][order[0]], _clusterPhi[row][order[0]], side);
}
