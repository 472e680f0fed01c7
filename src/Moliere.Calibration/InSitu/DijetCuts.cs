namespace Moliere.Calibration.InSitu;

/// <summary>Where the events of a selection went: each is counted once, by the first cut that it fails.</summary>
public sealed record DijetCuts
{
    /// <summary>Events looked at.</summary>
    public int Events { get; init; }

    /// <summary>Events with fewer than two jets.</summary>
    public int FewerThanTwoJets { get; init; }

    /// <summary>
    /// Events in which a transverse momentum is zero, negative, not finite, or of a jet that was not calibrated.
    /// </summary>
    public int UnusableMomentum { get; init; }

    /// <summary>Events whose weight is not positive and finite.</summary>
    public int UnusableWeight { get; init; }

    /// <summary>Events with one of the two jets outside the range in eta.</summary>
    public int OutsideEta { get; init; }

    /// <summary>Events whose two jets are not back to back.</summary>
    public int NotBackToBack { get; init; }

    /// <summary>Events with too hard a third jet.</summary>
    public int ThirdJet { get; init; }

    /// <summary>Events outside the range of average transverse momentum.</summary>
    public int OutsideAverage { get; init; }

    /// <summary>Events kept.</summary>
    public int Pairs { get; init; }

    /// <summary>The counts for messages.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"{Events} events: {FewerThanTwoJets} with fewer than two jets, {UnusableMomentum} with an unusable momentum, ")
        + FormattableString.Invariant(
            $"{UnusableWeight} with an unusable weight, {OutsideEta} outside eta, {NotBackToBack} not back to back, ")
        + FormattableString.Invariant(
            $"{ThirdJet} with a third jet, {OutsideAverage} outside the range of momentum, {Pairs} kept");

    /// <summary>This record with one more event of a kind.</summary>
    /// <param name="fate">What became of the event.</param>
    internal DijetCuts With(DijetFate fate) => (fate switch
    {
        DijetFate.FewerThanTwoJets => this with { FewerThanTwoJets = FewerThanTwoJets + 1 },
        DijetFate.UnusableMomentum => this with { UnusableMomentum = UnusableMomentum + 1 },
        DijetFate.UnusableWeight => this with { UnusableWeight = UnusableWeight + 1 },
        DijetFate.OutsideEta => this with { OutsideEta = OutsideEta + 1 },
        DijetFate.NotBackToBack => this with { NotBackToBack = NotBackToBack + 1 },
        DijetFate.ThirdJet => this with { ThirdJet = ThirdJet + 1 },
        DijetFate.OutsideAverage => this with { OutsideAverage = OutsideAverage + 1 },
        _ => this with { Pairs = Pairs + 1 },
    }) with
    { Events = Events + 1 };
}

/// <summary>What became of an event.</summary>
internal enum DijetFate
{
    Kept,
    FewerThanTwoJets,
    UnusableMomentum,
    UnusableWeight,
    OutsideEta,
    NotBackToBack,
    ThirdJet,
    OutsideAverage,
}
