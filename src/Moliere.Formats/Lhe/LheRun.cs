namespace Moliere.Formats.Lhe;

/// <summary>What a file of hard events says of all of them.</summary>
/// <source>Boos et al., hep-ph/0109068, section 2: IDBMUP, EBMUP, IDWTUP, NPRUP, XSECUP.</source>
public sealed record LheRun
{
    /// <summary>Particle numbers of the beam along +z and of the other.</summary>
    public required (int First, int Second) Beams { get; init; }

    /// <summary>Energies of the beams [GeV].</summary>
    public required (double First, double Second) BeamEnergies { get; init; }

    /// <summary>
    /// What weights mean: 3 unweighted, 4 the mean weight is the cross section; negative when weights may be.
    /// </summary>
    public required int WeightStrategy { get; init; }

    /// <summary>The processes of the run, at least one.</summary>
    public required IReadOnlyList<LheProcess> Processes { get; init; }
}
