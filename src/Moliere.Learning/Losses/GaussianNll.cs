using Moliere.Numerics.Kernels;

namespace Moliere.Learning.Losses;

/// <summary>
/// Negative log-likelihood of a normal density: L = ½ (t - mu)² exp(-s) + ½ s + ½ ln 2π with outputs mu and the
/// log-variance s, bounded as <see cref="LogVariance"/> says.
/// </summary>
/// <source>Nix and Weigend, IEEE ICNN 1 (1994) 55, equation 3.</source>
public sealed record GaussianNll : Loss
{
    private const double HalfLogTwoPi = 0.918938533204672742; // ½ ln 2π

    /// <inheritdoc/>
    public override int OutputCount => 2;

    /// <inheritdoc/>
    public override void Decode(ReadOnlySpan<float> outputs, Span<float> mixture) =>
        (mixture[0], mixture[1], mixture[2]) = (1, outputs[0], LogVariance.Sigma(outputs[1]));

    /// <inheritdoc/>
    public override double Row(ReadOnlySpan<float> outputs, float target, Span<float> gradient)
    {
        float s = LogVariance.Bounded(outputs[1]), precision = MathF.Exp(-s), difference = outputs[0] - target;
        float chiSquared = difference * difference * precision;
        gradient[0] = difference * precision;
        gradient[1] = LogVariance.Gradient(outputs[1], 0.5f * (1 - chiSquared));
        return (0.5 * (chiSquared + s)) + HalfLogTwoPi;
    }

    /// <inheritdoc/>
    public override double Sum(
        ReadOnlySpan<float> outputs,
        int stride,
        ReadOnlySpan<float> targets,
        ReadOnlySpan<float> weights,
        Span<float> gradients)
    {
        var blocks = new LikelihoodBlocks(components: 0, LogVariance.Minimum, LogVariance.Maximum);
        return blocks.Sum(outputs, stride, targets, weights, gradients);
    }

    /// <inheritdoc/>
    public override double Reference(ReadOnlySpan<double> outputs, double target)
    {
        double sigma = Math.Exp(0.5 * outputs[1]), pull = (target - outputs[0]) / sigma;
        return -Math.Log(Math.Exp(-0.5 * pull * pull) / (Math.Sqrt(2 * Math.PI) * sigma));
    }

    /// <inheritdoc/>
    public override void StartingOutputs(double mean, double variance, Span<float> outputs)
    {
        outputs[0] = (float)mean;
        outputs[1] = (float)Math.Log(variance);
    }
}
