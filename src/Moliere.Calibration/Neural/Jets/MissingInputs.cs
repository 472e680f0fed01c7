namespace Moliere.Calibration.Neural.Jets;

/// <summary>What becomes of jets in which an input of the network is missing: not finite, or -999.</summary>
public enum MissingInputs
{
    /// <summary>
    /// The mean of the training jets stands in, and a flag tells the network where it was trained on such jets.
    /// </summary>
    Impute,

    /// <summary>They are neither trained on nor calibrated.</summary>
    Refuse,
}
