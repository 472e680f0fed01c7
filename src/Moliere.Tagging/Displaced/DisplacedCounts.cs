namespace Moliere.Tagging.Displaced;

/// <summary>What became of jets and their lists when they were made into inputs.</summary>
public sealed record DisplacedCounts
{
    /// <summary>Jets of the table.</summary>
    public required int Jets { get; init; }

    /// <summary>Jets whose momentum or direction is no finite number; they cannot be scored.</summary>
    public required int Unusable { get; init; }

    /// <summary>Jets without any cluster, track or muon segment; they are scored by momentum and direction.</summary>
    public required int Empty { get; init; }

    /// <summary>Jets with more clusters than are kept.</summary>
    public required int CutClusters { get; init; }

    /// <summary>Jets with more tracks than are kept.</summary>
    public required int CutTracks { get; init; }

    /// <summary>Jets with more muon segments than are kept.</summary>
    public required int CutSegments { get; init; }

    /// <summary>Clusters, tracks and segments left out because a value of theirs is no finite number.</summary>
    public required int DroppedPoints { get; init; }

    /// <summary>What is out of the ordinary, one sentence each; none where all is well.</summary>
    public IEnumerable<string> Sentences()
    {
        if (Unusable > 0)
        {
            yield return $"{Unusable} of {Jets} jets have no finite momentum or direction and get no score.";
        }

        if (Empty > 0)
        {
            yield return $"{Empty} of {Jets} jets have neither clusters nor tracks nor muon segments; they are scored "
                + "by their momentum and direction alone.";
        }

        if (CutClusters + CutTracks + CutSegments > 0)
        {
            yield return $"Lists are cut at their limits in {CutClusters} jets (clusters), {CutTracks} (tracks) and "
                + $"{CutSegments} (muon segments) of {Jets}.";
        }

        if (DroppedPoints > 0)
        {
            yield return $"{DroppedPoints} clusters, tracks or muon segments have a value that is no finite number "
                + "and are left out.";
        }
    }
}
