using Moliere.Numerics.Fits;
using Moliere.Numerics.Special;

namespace Moliere.Validation.Metrics.Dijets;

/// <summary>
/// Binned likelihood fits of dijet asymmetries: a Gaussian to the core, the shape of jets of particles, and that shape
/// convolved with a Gaussian whose width is the resolution. Only magnitudes are used, so reference and probe have to be
/// drawn at random.
/// </summary>
/// <source>Physics notes section 2.5; ATLAS, arXiv:2007.02645, section 6, and arXiv:1910.04482, section 8.1.</source>
public static class AsymmetryFit
{
    private const double CoreCut = 2; // widths, as usual for the cores of response distributions
    private const double StartDetector = 0.3; // of the squared 68 % width; the fit goes on from there
    private const int CoreRounds = 4; // the window follows the width; three rounds move it by less than a bin

    /// <summary>Width of a Gaussian in the core of asymmetries, within two widths of 0.</summary>
    /// <param name="asymmetries">One per dijet, either sign; NaN counts nowhere.</param>
    /// <param name="weights">Event weights; empty for 1.</param>
    public static WidthEstimate Gaussian(ReadOnlySpan<float> asymmetries, ReadOnlySpan<float> weights = default) =>
        Gaussian(AsymmetryHistogram.Of(asymmetries, weights));

    /// <summary>Shape of the asymmetries of jets of particles.</summary>
    /// <param name="asymmetries">One per dijet, either sign; NaN counts nowhere.</param>
    /// <param name="weights">Event weights; empty for 1.</param>
    public static ShapeEstimate Shape(ReadOnlySpan<float> asymmetries, ReadOnlySpan<float> weights = default)
    {
        AsymmetryHistogram histogram = AsymmetryHistogram.Of(asymmetries, weights);
        double width = Math.Log(histogram.Width);
        FitResult fit = new[] { Start(width - 1.2, width, 0), Start(width, width + 0.3, 2) }.MinBy(f => f.Deviance)!;
        return new() { Fit = fit, Core = Gaussian(histogram), Entries = asymmetries.Length };

        // A narrow core that holds half of the events, as radiation makes it, or a wide one with faint tails.
        FitResult Start(double core, double tail, double logit) => ScoringFit.Counts(
            (p, predictions) => Fill(ShapeEstimate.ShapeOf(p).Density, histogram, predictions),
            histogram.Counts, histogram.Variances, [core, tail, logit]);
    }

    /// <summary>
    /// Width of the Gaussian that turns the shape of jets of particles into the asymmetries of reconstructed jets:
    /// sigma_ref and sigma_probe in quadrature. 0 where the asymmetries are not wider than the shape.
    /// </summary>
    /// <param name="asymmetries">One per dijet, either sign; NaN counts nowhere.</param>
    /// <param name="shape">Shape of the jets of particles.</param>
    /// <param name="weights">Event weights; empty for 1.</param>
    /// <returns>The error does not contain that of the shape.</returns>
    public static WidthEstimate Detector(
        ReadOnlySpan<float> asymmetries, AsymmetryShape shape, ReadOnlySpan<float> weights = default) =>
        Detector(AsymmetryHistogram.Of(asymmetries, weights), shape, null, out _);

    /// <summary>The same of a filled histogram.</summary>
    /// <param name="histogram">Magnitudes of the asymmetries.</param>
    /// <param name="start">A width near the result; null looks for one.</param>
    internal static WidthEstimate Gaussian(AsymmetryHistogram histogram, double? start = null)
    {
        WidthEstimate width = new(start ?? histogram.Width, double.NaN);
        for (int round = 0; round < CoreRounds && width.Value > 0; round++)
        {
            AsymmetryHistogram core = histogram.Below(CoreCut * width.Value);
            FitResult fit = ScoringFit.Counts(
                (p, predictions) => FillNormal(Math.Exp(p[0]), core, predictions),
                core.Counts, core.Variances, [Math.Log(width.Value)]);
            width = new(Math.Exp(fit.Parameters[0]), Math.Exp(fit.Parameters[0]) * fit.Error(0));
        }

        return width.Value < histogram.Edges[^1] ? width : new(double.NaN, double.NaN);
    }

    /// <summary>The same of a filled histogram.</summary>
    /// <param name="histogram">Magnitudes of the asymmetries.</param>
    /// <param name="shape">Shape of the jets of particles.</param>
    /// <param name="near">A width near the result; null or 0 looks for one.</param>
    /// <param name="quality">Deviance per degree of freedom.</param>
    internal static WidthEstimate Detector(
        AsymmetryHistogram histogram, AsymmetryShape shape, double? near, out double quality)
    {
        // The density is smooth in the variance, also where that is nearly 0; in the width it would be flat there.
        double smallest = 1e-6 * Square(histogram.Width);
        double start = near > 0 ? Square(near.Value) : StartDetector * Square(histogram.Width);
        FitResult fit = ScoringFit.Counts(
            (p, predictions) => FillConvolved(shape, Math.Max(smallest, p[0]), histogram, predictions),
            histogram.Counts, histogram.Variances, [start]);
        quality = fit.Deviance / fit.Freedom;
        double variance = fit.Parameters[0];
        return variance > smallest
            ? new(Math.Sqrt(variance), 0.5 * fit.Error(0) / Math.Sqrt(variance))
            : new(0, double.NaN);
    }

    private static void FillConvolved(
        AsymmetryShape shape, double variance, AsymmetryHistogram histogram, Span<double> predictions) =>
        Fill(x => shape.Convolved(x, Math.Sqrt(variance)), histogram, predictions);

    // Simpson's rule in each bin, then the sum of all bins is that of the histogram.
    private static void Fill(Func<double, double> density, AsymmetryHistogram histogram, Span<double> predictions)
    {
        double left = density(0), sum = 0;
        for (int bin = 0; bin < predictions.Length; bin++)
        {
            double right = density(histogram.Edges[bin + 1]);
            double middle = density(0.5 * (histogram.Edges[bin] + histogram.Edges[bin + 1]));
            predictions[bin] = left + (4 * middle) + right;
            sum += predictions[bin];
            left = right;
        }

        Normalise(predictions, histogram.Total / sum);
    }

    private static void FillNormal(double width, AsymmetryHistogram histogram, Span<double> predictions)
    {
        double below = 0, scale = 1 / (width * Math.Sqrt(2)), sum = 0;
        for (int bin = 0; bin < predictions.Length; bin++)
        {
            double above = ErrorFunction.Erf(histogram.Edges[bin + 1] * scale);
            predictions[bin] = above - below;
            sum += above - below;
            below = above;
        }

        Normalise(predictions, histogram.Total / sum);
    }

    // A prediction of 0 would make one event in it impossible rather than unlikely.
    private static void Normalise(Span<double> predictions, double factor)
    {
        foreach (ref double prediction in predictions)
        {
            prediction = Math.Max(1e-12, prediction * factor);
        }
    }

    private static double Square(double value) => value * value;
}
