namespace Moliere.Learning.Losses;

/// <summary>
/// Absolute relative error: L = |p - t| / |t| with p = 1 + tanh of the output. Small targets weigh most, so that the
/// prediction lies below the median where the target is spread.
/// </summary>
/// <source>Makridakis, Int. J. Forecasting 9 (1993) 527, equation 1, without the factor of 100.</source>
public sealed record RelativeError : Loss
{
    private const float SmallestTarget = 1e-3f; // keeps a target of zero from owning the whole loss

    /// <inheritdoc/>
    public override int OutputCount => 1;

    /// <inheritdoc/>
    public override bool HasSpread => false;

    /// <inheritdoc/>
    public override void Decode(ReadOnlySpan<float> outputs, Span<float> mixture) =>
        (mixture[0], mixture[1], mixture[2]) = (1, ShiftedTanh.Value(outputs[0]), 0);

    /// <inheritdoc/>
    public override float Mean(ReadOnlySpan<float> outputs, Span<float> slope)
    {
        float prediction = ShiftedTanh.Value(outputs[0]);
        slope[0] = ShiftedTanh.Slope(prediction);
        return prediction;
    }

    /// <inheritdoc/>
    public override double Row(ReadOnlySpan<float> outputs, float target, Span<float> gradient)
    {
        float prediction = ShiftedTanh.Value(outputs[0]), distance = prediction - target;
        float scale = Math.Max(Math.Abs(target), SmallestTarget);
        float sign = distance > 0 ? 1 : distance < 0 ? -1 : 0;
        gradient[0] = sign / scale * ShiftedTanh.Slope(prediction);
        return Math.Abs(distance) / scale;
    }

    /// <inheritdoc/>
    public override double Reference(ReadOnlySpan<double> outputs, double target) =>
        Math.Abs(1 + Math.Tanh(outputs[0]) - target) / Math.Max(Math.Abs(target), SmallestTarget);

    /// <inheritdoc/>
    public override void StartingOutputs(double mean, double variance, Span<float> outputs) =>
        outputs[0] = ShiftedTanh.Output(mean);
}
