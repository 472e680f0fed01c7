namespace Moliere.Learning.Losses;

/// <summary>
/// Leaky Gaussian kernel: L = -exp(-d²/2h²) / (h sqrt(2 pi)) + alpha |d| with d = p - t. The kernel seeks the mode of
/// the target; the linear term leads back from far away.
/// </summary>
/// <source>
/// Cheong, Cukierman, Nachman, Safdari, Schwartzman, arXiv:1910.03773, section 2 (leaky Gaussian kernel); h and alpha
/// as in the public code MLClusterCalibration, March 2023.
/// </source>
public sealed record GaussianKernelLoss : ShiftedTanhLoss
{
    private const double Width = 0.5, Leak = 0.05;

    private static readonly double s_height = 1 / (Width * Math.Sqrt(2 * Math.PI));

    /// <inheritdoc/>
    public override double Reference(ReadOnlySpan<double> outputs, double target)
    {
        double distance = 1 + Math.Tanh(outputs[0]) - target, pull = distance / Width;
        return (Leak * Math.Abs(distance)) - (Math.Exp(-0.5 * pull * pull) / (Math.Sqrt(2 * Math.PI) * Width));
    }

    /// <inheritdoc/>
    protected override (double Loss, double Slope) Of(float prediction, float target)
    {
        float distance = prediction - target;
        double kernel = s_height * Math.Exp(-0.5 * distance * distance / (Width * Width));
        double sign = distance > 0 ? 1 : distance < 0 ? -1 : 0;
        return ((Leak * Math.Abs(distance)) - kernel, (kernel * distance / (Width * Width)) + (Leak * sign));
    }
}
