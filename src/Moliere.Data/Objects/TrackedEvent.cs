using Moliere.Data.Kinematics;

namespace Moliere.Data.Objects;

/// <summary>What the tracker sees of one crossing.</summary>
public sealed record TrackedEvent
{
    /// <summary>Number of the hard collision.</summary>
    public required long Number { get; init; }

    /// <summary>Tracks of the hard collision in the order of its particles, then those of the others.</summary>
    public required IReadOnlyList<Track> Tracks { get; init; }

    /// <summary>
    /// Reconstructed primary vertices, that of the hard collision first, whatever its number of tracks.
    /// </summary>
    public required IReadOnlyList<Vertex> Vertices { get; init; }
}
