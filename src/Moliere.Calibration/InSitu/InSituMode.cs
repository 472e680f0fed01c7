namespace Moliere.Calibration.InSitu;

/// <summary>Named settings of training on dijet events: one that works, one for reference, three that fail.</summary>
/// <source>Physics notes sections 2.4 and 2.8.</source>
public enum InSituMode
{
    /// <summary>Width of the asymmetry with means per bin and slope held; no truth.</summary>
    Constrained,

    /// <summary>Likelihood of the true momentum alone, on the same events: the reference.</summary>
    NllOnly,

    /// <summary>
    /// The published attempt: a network drawn anew predicts momenta themselves, in GeV, learns likelihood and width
    /// together, and nothing holds the scale. Its momenta become absurd.
    /// </summary>
    Naive,

    /// <summary>Width alone: all jets get one momentum, and the width goes to zero.</summary>
    NoConstraint,

    /// <summary>The mean over the batch is held and nothing else: jets collapse to it inside the range.</summary>
    BatchMean,
}
