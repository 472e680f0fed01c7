using Moliere.Data.Kinematics;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Reconstruction.Jets;

namespace Moliere.Simulation.Samples;

/// <summary>What the detector makes of events, as rows: clusters with moments, jets of them, and tracks.</summary>
internal sealed class DetectorRows(EventSampleOptions options, CrossingTracks? crossings)
{
    private const double MatchRadius = 0.3; // As jets of R = 0.4 are matched in arXiv:2007.02645.

    private readonly JetFinder _finder = new(new JetDefinition(JetAlgorithm.AntiKt, options.JetRadius));
    private readonly TrackRows? _tracks = crossings is null ? null : new(options);
    private readonly List<float> _mu = [];
    private readonly List<float> _vertices = [];
    private readonly ListRows _clusters = new(
        EventColumns.Cluster,
        [
            .. TruthRows.Momentum,
            new(ClusterColumns.EnergyDeposited, "GeV", "true energy deposited by the hard collision"),
            new(ClusterColumns.Significance, "", "signal over noise"),
            new(ClusterColumns.Time, "ns", "cell time weighted with squared energy"),
            new(ClusterColumns.TimeVariance, "ns²", "variance of the cell times"),
            new(ClusterColumns.Lambda, "mm", "depth of the centre behind the front face"),
            new(ClusterColumns.CenterMagnitude, "mm", "distance of the centre from the origin"),
            new(ClusterColumns.EmFraction, "", "share of the energy in the electromagnetic calorimeter"),
            new(ClusterColumns.EnergyDensity, "GeV/mm³", "first moment of the energy density"),
            new(ClusterColumns.Longitudinal, "", "normalised second longitudinal moment"),
            new(ClusterColumns.Lateral, "", "normalised second lateral moment"),
            new(ClusterColumns.PtD, "", "fragmentation p_TD"),
            new(ClusterColumns.Isolation, "", "share of unclustered perimeter cells"),
            new(EventColumns.InJet, "", "index of the jet that holds it, or -1", IsWhole: true),
        ]);

    private readonly ListRows _jets = new(
        EventColumns.Jet,
        [
            .. TruthRows.Momentum,
            new(EventColumns.Count, "", "number of clusters", IsWhole: true),
            new(EventColumns.Truth, "", "index of the nearest truth jet within 0.3, or -1", IsWhole: true),
        ]);

    /// <summary>Reconstructs the event in work and adds it.</summary>
    public void Add(GeneratedEvent generated, int pass, EventChain chain, IReadOnlyList<TruthJet> truth)
    {
        TrackedEvent? tracked = crossings?.Of(generated, chain.Event.Overlaid, pass);
        _mu.Add((float)chain.Event.Mu);
        _vertices.Add(tracked?.Vertices.Count ?? chain.Event.VertexCount);
        IReadOnlyList<Cluster> clusters = chain.FindClusters();
        var jetOf = new int[clusters.Count];
        Array.Fill(jetOf, -1);
        IReadOnlyList<Jet> jets = _finder.Find([.. clusters.Select(cluster => cluster.Momentum)], options.JetPtMin);
        for (int j = 0; j < jets.Count; j++)
        {
            FourVector p = jets[j].Momentum;
            _jets.Add(p.Pt, p.Eta, p.Phi, p.E, jets[j].Constituents.Count, Nearest(p, truth));
            foreach (int constituent in jets[j].Constituents)
            {
                jetOf[constituent] = j;
            }
        }

        if (tracked is not null)
        {
            _tracks!.Add(tracked, jets);
        }

        for (int c = 0; c < clusters.Count; c++)
        {
            AddCluster(chain.WithMoments(clusters[c]), jetOf[c]);
        }

        _jets.EndEvent();
        _clusters.EndEvent();
    }

    /// <summary>The columns of all events added.</summary>
    public IEnumerable<Column> Columns() =>
    [
        new FloatColumn(EventColumns.Mu, "", "mean number of collisions per crossing", [.. _mu]),
        new FloatColumn(EventColumns.VertexCount, "", "reconstructed primary vertices", [.. _vertices]),
        .. _clusters.Columns(), .. _jets.Columns(), .. _tracks?.Columns() ?? [],
    ];

    private static int Nearest(FourVector jet, IReadOnlyList<TruthJet> truth)
    {
        (int nearest, double distance) = (-1, MatchRadius);
        for (int i = 0; i < truth.Count; i++)
        {
            double here = EtaPhi.DeltaR(jet.Eta, jet.Phi, truth[i].Momentum.Eta, truth[i].Momentum.Phi);
            (nearest, distance) = here < distance ? (i, here) : (nearest, distance);
        }

        return nearest;
    }

    private void AddCluster(Cluster cluster, int jet)
    {
        (FourVector p, ClusterMoments m) = (cluster.Momentum, cluster.Moments);
        _clusters.Add(
            p.Pt, p.Eta, p.Phi, p.E, cluster.Deposit, m.Significance, m.Time, m.TimeVariance, m.CenterLambda,
            m.CenterMagnitude, m.EmFraction, m.FirstEnergyDensity, m.Longitudinal, m.Lateral, m.PtD, m.Isolation, jet);
    }
}
