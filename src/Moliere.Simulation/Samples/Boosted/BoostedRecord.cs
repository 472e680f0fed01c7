using Moliere.Data.Kinematics;
using Moliere.Data.Objects;

namespace Moliere.Simulation.Samples.Boosted;

/// <summary>A row of a table of large-radius jets.</summary>
internal sealed record BoostedRecord
{
    /// <summary>Number of the event.</summary>
    public required long Event { get; init; }

    /// <summary>Number of the crossing whose pile-up it has.</summary>
    public required long Crossing { get; init; }

    /// <summary>Weight of the event.</summary>
    public required double Weight { get; init; }

    /// <summary>Whether it is the jet of a boson.</summary>
    public required bool IsSignal { get; init; }

    /// <summary>Mean number of collisions of its crossing; 0 without pile-up.</summary>
    public required double Mu { get; init; }

    /// <summary>Transverse momentum of its jet of particles [GeV].</summary>
    public required double TruthPt { get; init; }

    /// <summary>Momentum of the trimmed jet [GeV].</summary>
    public required FourVector Momentum { get; init; }

    /// <summary>In the order of <see cref="BoostedJetColumns.Substructure"/>.</summary>
    public required double[] Substructure { get; init; }
}
