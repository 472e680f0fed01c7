namespace Moliere.Cli.Studies.Jets;

/// <summary>What the report says to a reader who knows jets but not this program.</summary>
internal static class JetTexts
{
    public const string Intent =
        "Every method predicts the response R = pT / pT_{true} of a jet, with pT at constituent (EM) scale; its "
        + "calibrated transverse momentum is pT / R. The steps of the standard chain each appear as a method of their "
        + "own, every one on top of those before. Figures use test events alone, which no method was derived from.";

    public const string Weights =
        "The standard chain is derived from jets of equal weight, whatever the event weights say, which is right for a "
        + "sample that is flat in ln pT; networks are shown the spectrum of learning.spectrum.";

    public const string Estimators =
        "Closure and resolution are those of the Gaussian core of r = pT_{calib} / pT_{true}: mean and width of what "
        + "lies within 2 widths of the centre, repeated until nothing moves. Medians and quantile widths of the same "
        + "jets stand beside them; where the two differ, the response is not normal. Resolution is the width over the "
        + "mean, so a scale cannot buy it. Bins are those of the true pT: jets migrate between bins of the measured "
        + "one along the spectrum, and a calibration that closes in one does not close in the other.";

    public const string Threshold =
        "Jets below about 20 GeV are seen only when a fluctuation or pile-up lifts them over the threshold of the "
        + "table, at EM scale; their mean response is therefore high for every method, and no window asks for it.";

    public const string Anchors =
        "The measured points stand beside a simulation whose hadronic showers are parametrised. They are for the "
        + "resolution after the full chain of the experiment, for central jets.";

    public const string Flavour =
        "Gluon jets have more and softer particles than quark jets of equal momentum and so a lower response. Nothing "
        + "of the inversion knows a jet from inside; the sequential calibration sees tracks and layers, networks see "
        + "constituents. Flavour is that of the hardest parton inside the jet of particles.";

    public const string Pileup =
        "The slopes are of the calibrated minus the true pT against N_{PV} and μ together, at equal other: collisions "
        + "of the same crossing appear as vertices, those of other crossings only in μ.";

    public const string Uncertainty =
        "Methods that predict a distribution of R are tested by it: the pull (R_{pred} − R) / σ, the coverage of their "
        + "intervals, and the share of jets below each of their quantiles.";

    public const string Tails =
        "A second peak or a broad tail hides behind a good core. The ratio of the central 90 % to the central 68 % of "
        + "the response is 1.64 for a normal law; two separate peaks lie below it, tails above.";
}
