namespace Moliere.Cli.Studies.Taus;

/// <summary>What the report says to a reader who knows taus but not this program.</summary>
internal static class TauTexts
{
    public const string Intent =
        "Every method predicts the response R = pT / pT_{true} of a tau candidate, with pT the locally weighted sum of "
        + "its clusters (lc) and pT_{true} the visible momentum of the tau; its calibrated momentum is pT / R. Figures "
        + "use the test part alone, which no method was derived from.";

    public const string Methods =
        "calorimeter subtracts pile-up and inverts the mean response of the clusters; combined is its weighted mean "
        + "with tracks and neutral pions, weights by their widths and correlation in each decay mode; brt and mdn "
        + "correct the combined scale by boosted trees and by a network that predicts a mixture of Gaussians. Both "
        + "learnt scales are closed at the end: their median is brought to the true momentum.";

    public const string Crossings =
        "Simulated taus share crossings: pile-up, noise and their tracks are simulated once and many hard collisions "
        + "are put into them, one after the other. Samples are divided by crossing and errors come from resampling "
        + "crossings, so a shared pile-up is never on both sides. Taus of one crossing lie at different places of it, "
        + "but there are fewer independent crossings than taus, which limits what can be learnt about pile-up itself.";

    public const string Estimators =
        "With r = pT_{calib} / pT_{true}: scale is the mean of r minus 1, tails included; resolution is half of the "
        + "central 68 % interval of r, and 95 % for the tails. Neither is divided by the other. Medians and pulls "
        + "stand beside them. Bins are those of the true pT: taus migrate between bins of the measured one along the "
        + "spectrum.";

    public const string Threshold =
        "Just above 10 GeV true taus are missing whose energy fluctuated below the seed of the reconstruction, and "
        + "regressions draw towards the middle of the spectrum they know; no window asks for the scale below 20 GeV.";

    public const string Modes =
        "Taus of three charged hadrons have precise tracks and little neutral energy; those of one hadron and neutral "
        + "pions live from the electromagnetic calorimeter. The combined scale chooses its weights by the most "
        + "probable decay mode, learnt scales see all five probabilities.";

    public const string Classes =
        "A method that predicts its own spread can sort taus by it. Classes are quantiles of σ / R_{pred}, so a known "
        + "share is kept. The literal cut |σ / μ| < 1 of the publications is shown for comparison: in the standardised "
        + "space of a training target a typical tau has μ near 0, so the cut asks for an unusual mean rather than for "
        + "a small σ. Hard taus are measured better, so a part of every gain is pT; the curve with halves made inside "
        + "each bin of pT has none of that.";

    public const string Importance =
        "What each learnt method uses: the resolution with one input shuffled among test taus, relative to the "
        + "resolution without. Momenta are shuffled as ratios to the combined one, and the true momentum moves along "
        + "with that, so pt_combined says how much the correction depends on the scale. Inputs that repeat each other "
        + "look less important than they are.";

    public const string Uncertainty =
        "Methods that predict a distribution of R are tested by it: the pull (R_{pred} − R) / σ, the coverage of their "
        + "intervals, and the share of taus below each of their quantiles.";
}
