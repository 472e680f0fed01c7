namespace Moliere.Learning.Losses;

/// <summary>Bounds on predicted log-variances, and what to do with gradients at the bounds.</summary>
/// <source>
/// Kendall and Gal, arXiv:1703.04977, section 3.1, for predicting the logarithm; the bounds are our choice.
/// </source>
public static class LogVariance
{
    /// <summary>Lower bound: sigma of 4.5e-5, below the float32 resolution of any target of order one.</summary>
    public const float Minimum = -20;

    /// <summary>Upper bound: sigma of 148, far above any target of order one.</summary>
    public const float Maximum = 10;

    /// <summary>The value with which a likelihood is computed.</summary>
    /// <param name="logVariance">As the network predicts it; NaN stays NaN.</param>
    public static float Bounded(float logVariance) => Math.Clamp(logVariance, Minimum, Maximum);

    /// <summary>The standard deviation with which a likelihood is computed.</summary>
    /// <param name="logVariance">As the network predicts it; NaN stays NaN.</param>
    public static float Sigma(float logVariance) => MathF.Exp(0.5f * Bounded(logVariance));

    /// <summary>
    /// The derivative to hand back: outside the bounds one that leads further out is dropped and one that leads back is
    /// kept, so that a unit can never get stuck out there.
    /// </summary>
    /// <param name="logVariance">As the network predicts it.</param>
    /// <param name="derivative">Derivative of the loss by the bounded value.</param>
    /// <param name="lowest">Lower bound of the loss, where it is above <see cref="Minimum"/>.</param>
    public static float Gradient(float logVariance, float derivative, float lowest = Minimum)
    {
        bool leadsFurtherOut = (logVariance < lowest && derivative > 0) || (logVariance > Maximum && derivative < 0);
        return leadsFurtherOut ? 0 : derivative;
    }
}
