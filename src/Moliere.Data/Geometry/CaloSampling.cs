namespace Moliere.Data.Geometry;

/// <summary>
/// The samplings (layers) of the calorimeter in order of depth within each system.
/// </summary>
/// <source>Physics notes table 5.1; ATLAS, JINST 3 (2008) S08003.</source>
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

    /// <summary>Hadronic end-cap, last compartment where it has four.</summary>
    Hec4,

    /// <summary>Thin liquid-argon layer in front of the electromagnetic end-cap.</summary>
    PreSamplerEnd,

    /// <summary>Tile calorimeter, extended barrel, first compartment.</summary>
    TileExtA,

    /// <summary>Tile calorimeter, extended barrel, middle compartment.</summary>
    TileExtBC,

    /// <summary>Tile calorimeter, extended barrel, last compartment.</summary>
    TileExtD,

    /// <summary>Forward calorimeter, first module, electromagnetic.</summary>
    Fcal1,

    /// <summary>Forward calorimeter, second module.</summary>
    Fcal2,

    /// <summary>Forward calorimeter, third module.</summary>
    Fcal3,
}
