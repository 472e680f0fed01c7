namespace Moliere.Learning.Losses;

/// <summary>L = (f - t)²; its minimum is the conditional mean.</summary>
/// <source>Bishop, Neural Networks for Pattern Recognition (1995), equation 6.21.</source>
public sealed record MeanSquaredError : Loss
{
    /// <inheritdoc/>
    public override int OutputCount => 1;

    /// <inheritdoc/>
    public override bool HasSpread => false;

    /// <inheritdoc/>
    public override void Decode(ReadOnlySpan<float> outputs, Span<float> mixture) =>
        (mixture[0], mixture[1], mixture[2]) = (1, outputs[0], 0);

    /// <inheritdoc/>
    public override double Row(ReadOnlySpan<float> outputs, float target, Span<float> gradient)
    {
        float difference = outputs[0] - target;
        gradient[0] = 2 * difference;
        return difference * difference;
    }

    /// <inheritdoc/>
    public override double Reference(ReadOnlySpan<double> outputs, double target) =>
        (outputs[0] - target) * (outputs[0] - target);

    /// <inheritdoc/>
    public override void StartingOutputs(double mean, double variance, Span<float> outputs) => outputs[0] = (float)mean;
}
