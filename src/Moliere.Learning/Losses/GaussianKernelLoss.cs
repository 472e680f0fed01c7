namespace Moliere.Learning.Losses;

/// <summary>
/// Leaky Gaussian kernel: L = -exp(-d²/2h²) / (h sqrt(2 pi)) + alpha |d| with d = p - t and p = 1 + tanh of the
/// output. The kernel seeks the mode of the target; the linear term leads back from far away.
/// </summary>
/// <source>
/// Cheong, Cukierman, Nachman, Safdari, Schwartzman, arXiv:1910.03773, section 2 (leaky Gaussian kernel); h and alpha
/// as in the public code MLClusterCalibration, March 2023.
/// </source>
public sealed record GaussianKernelLoss : Loss
{
    private const double Width = 0.5, Leak = 0.05;

    private static readonly double s_height = 1 / (Width * Math.Sqrt(2 * Math.PI));

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
        double kernel = s_height * Math.Exp(-0.5 * distance * distance / (Width * Width));
        double sign = distance > 0 ? 1 : distance < 0 ? -1 : 0;
        double slope = (kernel * distance / (Width * Width)) + (Leak * sign);
        gradient[0] = (float)slope * ShiftedTanh.Slope(prediction);
        return (Leak * Math.Abs(distance)) - kernel;
    }

    /// <inheritdoc/>
    public override double Reference(ReadOnlySpan<double> outputs, double target)
    {
        double distance = 1 + Math.Tanh(outputs[0]) - target, pull = distance / Width;
        return (Leak * Math.Abs(distance)) - (Math.Exp(-0.5 * pull * pull) / (Math.Sqrt(2 * Math.PI) * Width));
    }

    /// <inheritdoc/>
    public override void StartingOutputs(double mean, double variance, Span<float> outputs) =>
        outputs[0] = ShiftedTanh.Output(mean);
}
