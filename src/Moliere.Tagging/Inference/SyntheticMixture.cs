using Moliere.Numerics.Random;

namespace Moliere.Tagging.Inference;

/// <summary>
/// Signal over background in three dimensions with known densities. Background: (x0, x1) normal with means (2 + r, 0)
/// and variances (5, 9), x2 exponential with rate lambda. Signal: (x0, x1) unit normal around the origin, x2 with rate
/// 2. The same draws under other r and lambda give the same event, moved.
/// </summary>
/// <remarks>
/// The paper's text places the signal at (1, 1); its program and all its published numbers have it at the origin.
/// </remarks>
/// <source>de Castro and Dorigo, arXiv:1806.04743, section 5.1.</source>
public static class SyntheticMixture
{
    /// <summary>Features of an event.</summary>
    public const int FeatureCount = 3;

    /// <summary>Expected signal events s.</summary>
    public const double SignalCount = 50;

    /// <summary>Expected background events b.</summary>
    public const double BackgroundCount = 1000;

    /// <summary>Rate lambda of the background at which nothing is moved.</summary>
    public const double BackgroundRate = 3;

    internal const double SignalRate = 2, Centre = 2, Variance0 = 5, Variance1 = 9;

    /// <summary>Draws a signal event.</summary>
    /// <param name="seed">Seed of the sample.</param>
    /// <param name="index">Number of the event.</param>
    /// <param name="x">Receives x0, x1, x2.</param>
    public static void Signal(ulong seed, ulong index, Span<float> x)
    {
        var rng = new Rng(seed, "signal of the mixture", index);
        (x[0], x[1]) = ((float)rng.NextGaussian(), (float)rng.NextGaussian());
        x[2] = (float)Distributions.Exponential(1 / SignalRate, ref rng);
    }

    /// <summary>Draws a background event.</summary>
    /// <param name="seed">Seed of the sample.</param>
    /// <param name="index">Number of the event.</param>
    /// <param name="shift">r.</param>
    /// <param name="rate">lambda, positive.</param>
    /// <param name="x">Receives x0, x1, x2.</param>
    public static void Background(ulong seed, ulong index, double shift, double rate, Span<float> x)
    {
        var rng = new Rng(seed, "background of the mixture", index);
        x[0] = (float)(Centre + shift + (Math.Sqrt(Variance0) * rng.NextGaussian()));
        x[1] = (float)(Math.Sqrt(Variance1) * rng.NextGaussian());
        x[2] = (float)Distributions.Exponential(1 / rate, ref rng);
    }

    /// <summary>
    /// Brings an event to order one for a network, with centre and width of the two classes together.
    /// </summary>
    /// <param name="x">x0, x1, x2; overwritten.</param>
    public static void ScaleInPlace(Span<float> x) =>
        (x[0], x[1], x[2]) = ((x[0] - 1) / 2, x[1] / 2.2f, (x[2] - 0.4f) / 0.4f);

    /// <summary>ln of signal over background density at r = 0 and lambda = 3.</summary>
    /// <param name="x0">First feature.</param>
    /// <param name="x1">Second feature.</param>
    /// <param name="x2">Third feature, not negative.</param>
    public static double LogRatio(double x0, double x1, double x2) =>
        Math.Log(PlaneSignal(x0, x1) * SignalRate / (PlaneBackground(x0, x1) * BackgroundRate))
        + ((BackgroundRate - SignalRate) * x2);

    /// <summary>Density of signal in (x0, x1).</summary>
    internal static double PlaneSignal(double x0, double x1) =>
        Math.Exp(-0.5 * ((x0 * x0) + (x1 * x1))) / (2 * Math.PI);

    /// <summary>Density of background in (x0, x1) at r = 0.</summary>
    internal static double PlaneBackground(double x0, double x1) =>
        Math.Exp(-0.5 * (((x0 - Centre) * (x0 - Centre) / Variance0) + (x1 * x1 / Variance1)))
        / (2 * Math.PI * Math.Sqrt(Variance0 * Variance1));
}
