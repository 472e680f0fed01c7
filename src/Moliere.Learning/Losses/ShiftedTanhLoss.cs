namespace Moliere.Learning.Losses;

/// <summary>
/// Losses of a point prediction p = 1 + tanh o: positive, around 1, in (0, 2), and therefore never absurd.
/// </summary>
/// <source>Public code MLClusterCalibration, March 2023: last activation of the deterministic network.</source>
public abstract record ShiftedTanhLoss : Loss
{
    private const double Edge = 0.99; // starts a training no nearer to saturation than this

    /// <inheritdoc/>
    public sealed override int OutputCount => 1;

    /// <inheritdoc/>
    public sealed override bool HasSpread => false;

    /// <inheritdoc/>
    public sealed override void Decode(ReadOnlySpan<float> outputs, Span<float> mixture) =>
        (mixture[0], mixture[1], mixture[2]) = (1, 1 + MathF.Tanh(outputs[0]), 0);

    /// <inheritdoc/>
    public sealed override float Mean(ReadOnlySpan<float> outputs, Span<float> slope)
    {
        float prediction = 1 + MathF.Tanh(outputs[0]);
        slope[0] = prediction * (2 - prediction);
        return prediction;
    }

    /// <inheritdoc/>
    public sealed override double Row(ReadOnlySpan<float> outputs, float target, Span<float> gradient)
    {
        float prediction = Mean(outputs, gradient);
        (double loss, double slope) = Of(prediction, target);
        gradient[0] *= (float)slope;
        return loss;
    }

    /// <inheritdoc/>
    public sealed override void StartingOutputs(double mean, double variance, Span<float> outputs) =>
        outputs[0] = (float)Math.Atanh(Math.Clamp(mean - 1, -Edge, Edge));

    /// <summary>Loss of a prediction and its derivative by the prediction.</summary>
    /// <param name="prediction">p.</param>
    /// <param name="target">What was to be predicted.</param>
    protected abstract (double Loss, double Slope) Of(float prediction, float target);
}
