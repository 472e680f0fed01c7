namespace Moliere.Cli.Recipes.Jets;

/// <summary>The calibrations of the study; the steps of the standard chain each stand on those before.</summary>
internal enum JetMethod
{
    /// <summary>Electromagnetic scale: no correction.</summary>
    Em,

    /// <summary>Pile-up subtracted by area, and the residual in vertices and mu.</summary>
    Pileup,

    /// <summary>Numerical inversion of the mean response in energy.</summary>
    Mcjes,

    /// <summary>Correction of the direction.</summary>
    Eta,

    /// <summary>Global sequential calibration by tracks, layers and muon segments.</summary>
    Gsc,

    /// <summary>Network over the global variables.</summary>
    Mlp,

    /// <summary>Particle-flow network over the constituents and the global variables.</summary>
    Deepsets,

    /// <summary>Energy-flow network over directions and shares of the constituents.</summary>
    Efn,
}
