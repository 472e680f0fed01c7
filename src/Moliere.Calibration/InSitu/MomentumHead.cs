using Moliere.Learning.Losses;

namespace Moliere.Calibration.InSitu;

/// <summary>
/// From the outputs of a network to a momentum. With the mean output m, that of the starting network m0 and its
/// momentum p0: p = p0 10^-d, d = B tanh((m - m0) / B) with B = log10 2, so that a factor stays in [1/2, 2]; or p = u m
/// where momenta are predicted directly.
/// </summary>
/// <param name="Loss">What the outputs mean.</param>
/// <param name="Output">Which of the two.</param>
/// <param name="Unit">u [GeV].</param>
/// <source>Physics notes section 4, pitfall 1: log-response with a bound; the bound is our choice.</source>
internal sealed record MomentumHead(Loss Loss, MomentumOutput Output, double Unit)
{
    /// <summary>Largest shift of log10 R: a factor of 2.</summary>
    public const double Bound = 0.30102999566398120;

    private static readonly double s_ln10 = Math.Log(10);

    /// <summary>Shift d of log10 R from a change of the mean output, and its derivative.</summary>
    public static (double Shift, double Slope) Shift(double change)
    {
        double tanh = Math.Tanh(change / Bound);
        return (Bound * tanh, 1 - (tanh * tanh));
    }

    /// <summary>Momentum [GeV] and its derivative by the mean output.</summary>
    /// <param name="mean">Mean output.</param>
    /// <param name="context">Of the jet.</param>
    public (double Momentum, double Slope) Momentum(double mean, ReadOnlySpan<float> context)
    {
        if (Output == MomentumOutput.Raw)
        {
            return (Unit * mean, Unit);
        }

        (double shift, double slope) = Shift(mean - context[JetContext.StartMean]);
        double momentum = Math.Exp(context[JetContext.StartLogPt] - (s_ln10 * shift));
        return (momentum, -s_ln10 * slope * momentum);
    }

    /// <summary>What the mean output should be for the true momentum; NaN where it is not known.</summary>
    /// <param name="context">Of the jet.</param>
    public double Target(ReadOnlySpan<float> context)
    {
        double truth = context[JetContext.TruthLogPt];
        return truth == 0 ? double.NaN
            : Output == MomentumOutput.Raw ? Math.Exp(truth) / Unit
            : context[JetContext.StartMean] + ((context[JetContext.StartLogPt] - truth) / s_ln10);
    }
}
