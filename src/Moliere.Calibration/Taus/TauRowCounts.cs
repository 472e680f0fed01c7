namespace Moliere.Calibration.Taus;

/// <summary>How many taus were used, and why the others were not; the first reason counts.</summary>
public sealed record TauRowCounts
{
    /// <summary>Taus that were looked at.</summary>
    public int Candidates { get; init; }

    /// <summary>Momentum at locally weighted scale missing or not positive, or direction missing.</summary>
    public int WithoutMomentum { get; init; }

    /// <summary>No track, or more than five.</summary>
    public int WithoutTracks { get; init; }

    /// <summary>No combined scale: one of its inputs is missing.</summary>
    public int WithoutScale { get; init; }

    /// <summary>A ratio of two scales, or of true to combined momentum, beyond its cut.</summary>
    public int ExtremeRatio { get; init; }

    /// <summary>No true momentum, or one below the smallest that counts.</summary>
    public int WithoutTruth { get; init; }

    /// <summary>Networks only: an input, or the weight, is missing.</summary>
    public int WithoutInput { get; init; }

    /// <summary>Taus that passed.</summary>
    public int Used { get; init; }

    /// <summary>The counts with one more of a reason.</summary>
    internal TauRowCounts With(TauRejection reason) => reason switch
    {
        TauRejection.Momentum => this with { WithoutMomentum = WithoutMomentum + 1 },
        TauRejection.Tracks => this with { WithoutTracks = WithoutTracks + 1 },
        TauRejection.Scale => this with { WithoutScale = WithoutScale + 1 },
        TauRejection.Ratio => this with { ExtremeRatio = ExtremeRatio + 1 },
        TauRejection.Truth => this with { WithoutTruth = WithoutTruth + 1 },
        _ => this with { Used = Used + 1 },
    };
}

/// <summary>Why a tau is not used.</summary>
internal enum TauRejection
{
    /// <summary>It is used.</summary>
    Passed,

    /// <summary>Momentum or direction missing.</summary>
    Momentum,

    /// <summary>Wrong number of tracks.</summary>
    Tracks,

    /// <summary>Combined scale missing.</summary>
    Scale,

    /// <summary>Extreme ratio of scales.</summary>
    Ratio,

    /// <summary>True momentum missing or too small.</summary>
    Truth,
}
