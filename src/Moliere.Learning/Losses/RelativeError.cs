namespace Moliere.Learning.Losses;

/// <summary>
/// Absolute relative error: L = |p - t| / |t|. Small targets weigh most, so that the prediction lies below the median
/// where the target is spread.
/// </summary>
/// <source>Makridakis, Int. J. Forecasting 9 (1993) 527, equation 1, without the factor of 100.</source>
public sealed record RelativeError : ShiftedTanhLoss
{
    private const float SmallestTarget = 1e-3f; // keeps a target of zero from owning the whole loss

    /// <inheritdoc/>
    public override double Reference(ReadOnlySpan<double> outputs, double target) =>
        Math.Abs(1 + Math.Tanh(outputs[0]) - target) / Math.Max(Math.Abs(target), SmallestTarget);

    /// <inheritdoc/>
    protected override (double Loss, double Slope) Of(float prediction, float target)
    {
        float distance = prediction - target, scale = Math.Max(Math.Abs(target), SmallestTarget);
        return (Math.Abs(distance) / scale, (distance > 0 ? 1 : distance < 0 ? -1 : 0) / scale);
    }
}
