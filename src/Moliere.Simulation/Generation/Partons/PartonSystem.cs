using Moliere.Data.Kinematics;

namespace Moliere.Simulation.Generation.Partons;

/// <summary>
/// Partons that were made at one point and hadronise together; a shower replaces and adds to them in place.
/// </summary>
internal sealed class PartonSystem
{
    /// <summary>The partons; an index stays valid while the shower adds to the end.</summary>
    public List<Parton> Partons { get; } = new(64);

    /// <summary>Where they were made.</summary>
    public Vertex Production { get; init; }

    /// <summary>A colour tag that no parton carries yet.</summary>
    public int NextTag { get; set; } = 501;

    /// <summary>Takes a new colour tag.</summary>
    public int NewTag() => NextTag++;
}
