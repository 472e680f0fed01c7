namespace Moliere.Data.Geometry;

/// <summary>
/// The samplings (layers) of the calorimeter for |eta| below 1.7, in order of depth within each system.
/// </summary>
/// <source>Physics notes table 5.1.</source>
public enum CaloSampling : byte
{
    /// <summary>Thin liquid-argon layer in front of the electromagnetic barrel.</summary>
    PreSampler,

    /// <summary>Electromagnetic barrel, strips.</summary>
    Emb1,

    /// <summary>Electromagnetic barrel, middle.</summary>
    Emb2,

    /// <summary>Electromagnetic barrel, back.</summary>
    Emb3,

    /// <summary>Electromagnetic end-cap, strips.</summary>
    Eme1,

    /// <summary>Electromagnetic end-cap, middle.</summary>
    Eme2,

    /// <summary>Electromagnetic end-cap, back.</summary>
    Eme3,

    /// <summary>Tile calorimeter, first compartment.</summary>
    TileA,

    /// <summary>Tile calorimeter, middle compartment.</summary>
    TileBC,

    /// <summary>Tile calorimeter, last compartment.</summary>
    TileD,

    /// <summary>Gap scintillators between barrel and end-cap.</summary>
    TileGap,

    /// <summary>Hadronic end-cap, first compartment.</summary>
    Hec1,

    /// <summary>Hadronic end-cap, second compartment.</summary>
    Hec2,

    /// <summary>Hadronic end-cap, third compartment.</summary>
    Hec3,
}
