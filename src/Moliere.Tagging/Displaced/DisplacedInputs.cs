using System.ComponentModel.DataAnnotations;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Learning.Training;

namespace Moliere.Tagging.Displaced;

/// <summary>Jets as a network reads them.</summary>
/// <param name="Rows">Features of the jet [N, 3] and its lists of clusters, tracks and muon segments, in that order.
/// </param>
/// <param name="IsUsable">Whether each jet can be scored [N]; features and lists of the others are empty.</param>
/// <param name="Counts">What became of the jets.</param>
public sealed record DisplacedRows(SequenceRows Rows, bool[] IsUsable, DisplacedCounts Counts);

/// <summary>
/// Makes jets into inputs of the per-jet network: clusters and tracks by falling transverse momentum, segments as they
/// come; clusters seen from the leading one, tracks and segments from the jet; the whole jet mirrored at z = 0 so that
/// the sum of pT eta over its clusters is not negative. Lists keep their true lengths: nothing is padded.
/// </summary>
/// <source>arXiv:2203.01009, section 5: inputs, numbers of clusters, tracks and segments.</source>
public sealed record DisplacedInputs
{
    private const int Eta = 1, Phi = 2;

    /// <summary>Scaling of all values.</summary>
    public DisplacedScaling Scaling { get; init; } = new();

    /// <summary>Clusters kept of a jet, those of largest momentum.</summary>
    [Range(1, 1000)]
    public int MaximumClusters { get; init; } = 30; // arXiv:2203.01009, section 5

    /// <summary>Tracks kept of a jet, those of largest momentum.</summary>
    [Range(1, 1000)]
    public int MaximumTracks { get; init; } = 20; // arXiv:2203.01009, section 5

    /// <summary>Muon segments kept of a jet, the first ones.</summary>
    [Range(1, 1000)]
    public int MaximumSegments { get; init; } = 30; // arXiv:2203.01009, section 5

    /// <summary>Points per list: clusters, tracks, segments.</summary>
    public IReadOnlyList<int> Maxima => [MaximumClusters, MaximumTracks, MaximumSegments];

    /// <summary>Numbers per point of each list: clusters, tracks, segments.</summary>
    public IReadOnlyList<int> Widths => [Scaling.Clusters.Count, Scaling.Tracks.Count, Scaling.Segments.Count];

    /// <summary>Reads all jets of a table.</summary>
    /// <param name="jets">Columns of <see cref="DisplacedJetColumns"/>.</param>
    /// <param name="targets">What the network is to say of each jet [N]; empty for zeros.</param>
    /// <param name="weights">Weights of the jets [N]; empty for all 1.</param>
    /// <exception cref="MissingColumnException">A column is missing; the message names the nearest ones.</exception>
    /// <exception cref="ArgumentException">Lists of one jet have different lengths.</exception>
    public DisplacedRows Of(Table jets, float[] targets, float[] weights)
    {
        var clusters = new PointReading(jets, "clusters", Scaling.Clusters, [Eta], [Phi], MaximumClusters, true);
        var tracks = new PointReading(jets, "tracks", Scaling.Tracks, [Eta], [Phi], MaximumTracks, true);
        var segments = new PointReading(
            jets, "muon segments", Scaling.Segments, [0, 2], [1, 3], MaximumSegments, false);
        float[] features = new float[jets.RowCount * Scaling.Jet.Count];
        bool[] isUsable = new bool[jets.RowCount];
        int empty = 0;
        var jet = new JetReading(jets, Scaling);
        for (int row = 0; row < jets.RowCount; row++)
        {
            isUsable[row] = jet.IsFinite(row);
            int[] order = isUsable[row] ? clusters.Order(row) : [];
            double side = jet.Side(row, order);
            jet.Read(row, side, isUsable[row], features.AsSpan(row * Scaling.Jet.Count, Scaling.Jet.Count));
            int points = clusters.Add(row, order, jet.LeadingCluster(row, order, side))
                + tracks.Add(row, isUsable[row] ? tracks.Order(row) : [], jet.Axis(row, side))
                + segments.Add(row, isUsable[row] ? segments.Order(row) : [], jet.Axis(row, side));
            empty += isUsable[row] && points == 0 ? 1 : 0;
        }

        float[] wanted = targets.Length > 0 ? targets : new float[jets.RowCount];
        return new(
            new(
                new(features, Scaling.Jet.Count, wanted, weights.Length > 0 ? weights : null),
                [clusters.Lists, tracks.Lists, segments.Lists]),
            isUsable,
            new()
            {
                Jets = jets.RowCount,
                Unusable = isUsable.Count(usable => !usable),
                Empty = empty,
                CutClusters = clusters.Cut,
                CutTracks = tracks.Cut,
                CutSegments = segments.Cut,
                DroppedPoints = clusters.Dropped + tracks.Dropped + segments.Dropped,
            });
    }
}
