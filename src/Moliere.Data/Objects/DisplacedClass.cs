namespace Moliere.Data.Objects;

/// <summary>
/// What a jet in the search for displaced jets comes from; the numbers are those of tables and outputs.
/// </summary>
/// <source>arXiv:2203.01009, section 5.</source>
public enum DisplacedClass
{
    /// <summary>A quark or gluon of an ordinary collision.</summary>
    Qcd = 0,

    /// <summary>A long-lived particle that decayed in the calorimeter.</summary>
    Signal = 1,

    /// <summary>A muon that came along the beam: beam-induced background, BIB.</summary>
    BeamInduced = 2,
}
