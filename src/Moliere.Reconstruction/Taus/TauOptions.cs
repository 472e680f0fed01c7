using System.ComponentModel.DataAnnotations;

namespace Moliere.Reconstruction.Taus;

/// <summary>How candidates of hadronic tau decays are found.</summary>
/// <source>ATL-PHYS-PUB-2015-045; neutral pions: arXiv:1512.05955, section 4.</source>
public sealed record TauOptions
{
    /// <summary>Radius parameter R of the anti-kt jets of clusters that candidates start from [1].</summary>
    [Range(0.1, 1.5)]
    public double SeedRadius { get; init; } = 0.4;

    /// <summary>
    /// Lowest transverse momentum of such a jet at locally weighted scale [GeV]. The experiment has 10; this is lower
    /// so that true taus just above 10 GeV are not chosen by an upward fluctuation of their energy.
    /// </summary>
    [Range(0, 1000)]
    public double SeedPtMin { get; init; } = 5;

    /// <summary>Largest |eta| of a jet; tracks are not measured beyond it.</summary>
    [Range(0.1, 2.5)]
    public double EtaMax { get; init; } = 2.5;

    /// <summary>Tracks and clusters within this distance of the axis belong to the candidate [1].</summary>
    [Range(0.05, 0.4)]
    public double CoreRadius { get; init; } = 0.2;

    /// <summary>Softest track [GeV].</summary>
    [Range(0.5, 20)]
    public double TrackPtMin { get; init; } = 1; // ATL-PHYS-PUB-2015-045

    /// <summary>Largest distance of a track from the beam axis [mm].</summary>
    [Range(0.01, 10)]
    public double TrackD0Max { get; init; } = 1; // ATL-PHYS-PUB-2015-045

    /// <summary>Largest |z0 - z| sin(theta) of a track to the vertex of the tau [mm].</summary>
    [Range(0.01, 10)]
    public double TrackZ0Max { get; init; } = 1.5; // ATL-PHYS-PUB-2015-045

    /// <summary>Largest number of tracks; candidates with more are no taus.</summary>
    [Range(1, 20)]
    public int MostTracks { get; init; } = 5;

    /// <summary>Field along z in which tracks bend on their way to the calorimeter [T].</summary>
    [Range(0.0, 10.0)]
    public double Field { get; init; } = 2;

    /// <summary>Radius of the field [mm].</summary>
    [Range(1.0, 10000.0)]
    public double FieldRadius { get; init; } = 1150; // Delphes ATLAS card

    /// <summary>Half length of the field along the beam [mm].</summary>
    [Range(1.0, 20000.0)]
    public double FieldHalfLength { get; init; } = 3400; // JINST 3 (2008) S08003

    /// <summary>How neutral pions are told from the showers of charged ones.</summary>
    public NeutralPionOptions NeutralPions { get; init; } = new();
}
