namespace Moliere.Calibration.Neural.Jets;

/// <summary>How many jets of a part were used, and why the others were not; the first reason counts.</summary>
public sealed record JetRowCounts
{
    /// <summary>Jets of the part.</summary>
    public int Candidates { get; init; }

    /// <summary>Momentum not positive or direction not finite, or not calibrated by the earlier calibration.</summary>
    public int WithoutMomentum { get; init; }

    /// <summary>No jet of particles close enough and hard enough.</summary>
    public int Unmatched { get; init; }

    /// <summary>A neighbour too close by.</summary>
    public int NotIsolated { get; init; }

    /// <summary>A missing input, or no constituents for a network that looks at them.</summary>
    public int Incomplete { get; init; }

    /// <summary>A response outside of what a network may predict.</summary>
    public int Absurd { get; init; }

    /// <summary>Jets that were learnt from or chosen by.</summary>
    public int Used { get; init; }
}
