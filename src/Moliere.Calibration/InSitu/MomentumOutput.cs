namespace Moliere.Calibration.InSitu;

/// <summary>How outputs of the network become a momentum.</summary>
public enum MomentumOutput
{
    /// <summary>
    /// The momentum of the starting calibration times exp of a bounded number: positive and never absurd.
    /// </summary>
    PositiveFactor,

    /// <summary>
    /// The mean output times a fixed momentum: may be negative, or anything. The network is drawn anew: outputs of
    /// the given one mean something else.
    /// </summary>
    Raw,
}
