using System.Text.Json.Serialization;
using Moliere.Numerics.Kernels;

namespace Moliere.Learning.Losses;

/// <summary>
/// Negative log-likelihood of a mixture of K normal densities: L = -ln sum over k of a_k N(t; mu_k, exp s_k), with
/// outputs K means, K log-variances s and K logits (a = softmax), in this order.
/// With the share r_k of component k in the density: dL/dmu_k = r_k (mu_k - t) exp(-s_k),
/// dL/ds_k = ½ r_k (1 - (t - mu_k)² exp(-s_k)), dL/dlogit_k = a_k - r_k.
/// </summary>
/// <param name="Components">K, from 1 to 64.</param>
/// <source>Bishop, "Mixture density networks", NCRG/94/004 (1994), equations 22-38.</source>
public sealed record MixtureNll(int Components) : Loss
{
    private const int MostComponents = 64;
    private const double HalfLogTwoPi = 0.918938533204672742; // ½ ln 2π

    /// <summary>K, from 1 to 64.</summary>
    public override int Components { get; } = Components is >= 1 and <= MostComponents
        ? Components
        : throw new ArgumentOutOfRangeException(
            nameof(Components), Components, $"A mixture has 1 to {MostComponents} components.");

    /// <summary>
    /// Floor of the widths in the unit of the target, above which no component can collapse onto equal targets; null
    /// for that of <see cref="LogVariance"/> alone.
    /// </summary>
    /// <source>Bishop (2006), section 9.2.1, on the singularities of a mixture's likelihood.</source>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? LeastSigma
    {
        get;
        init => field = value is null or > 0
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "The floor of a width is positive.");
    }

    /// <summary>Smallest log-variance with which a likelihood is computed.</summary>
    [JsonIgnore]
    public float LeastLogVariance =>
        LeastSigma is { } sigma ? LogVariance.Bounded((float)(2 * Math.Log(sigma))) : LogVariance.Minimum;

    /// <inheritdoc/>
    public override int OutputCount => 3 * Components;

    /// <inheritdoc/>
    public override void Decode(ReadOnlySpan<float> outputs, Span<float> mixture)
    {
        int k = Components;
        float least = LeastLogVariance;
        ShareInPlace(outputs[(2 * k)..(3 * k)], mixture);
        for (int i = 0; i < k; i++)
        {
            mixture[k + i] = outputs[i];
            mixture[(2 * k) + i] = LogVariance.Sigma(Math.Max(outputs[k + i], least));
        }
    }

    /// <summary>
    /// Sum over k of a_k mu_k, with the derivatives a_k by mu_k, 0 by s_k and a_k (mu_k - mean) by logit k.
    /// </summary>
    /// <param name="outputs">The row's 3 K outputs.</param>
    /// <param name="slope">Receives 3 K derivatives.</param>
    public override float Mean(ReadOnlySpan<float> outputs, Span<float> slope)
    {
        int k = Components;
        ReadOnlySpan<float> means = outputs[..k];
        ShareInPlace(outputs[(2 * k)..(3 * k)], slope[..k]);
        float mean = 0;
        for (int i = 0; i < k; i++)
        {
            mean += slope[i] * means[i];
        }

        for (int i = 0; i < k; i++)
        {
            slope[k + i] = 0;
            slope[(2 * k) + i] = slope[i] * (means[i] - mean);
        }

        return mean;
    }

    /// <inheritdoc/>
    public override double Row(ReadOnlySpan<float> outputs, float target, Span<float> gradient)
    {
        int k = Components;
        float least = LeastLogVariance;
        Span<float> joint = stackalloc float[k];
        ReadOnlySpan<float> means = outputs[..k], logVariances = outputs[k..(2 * k)], logits = outputs[(2 * k)..];
        for (int i = 0; i < k; i++)
        {
            float s = LogVariance.Bounded(Math.Max(logVariances[i], least)), difference = means[i] - target;
            float precision = MathF.Exp(-s);
            float chiSquared = difference * difference * precision;
            joint[i] = logits[i] - (0.5f * (chiSquared + s));
            gradient[i] = difference * precision;
            gradient[k + i] = 0.5f * (1 - chiSquared);
        }

        double logPrior = ShareInPlace(logits, gradient[(2 * k)..]), logJoint = ShareInPlace(joint, joint);
        for (int i = 0; i < k; i++)
        {
            gradient[i] *= joint[i];
            gradient[k + i] = LogVariance.Gradient(logVariances[i], gradient[k + i] * joint[i], least);
            gradient[(2 * k) + i] -= joint[i];
        }

        return logPrior - logJoint + HalfLogTwoPi;
    }

    /// <inheritdoc/>
    public override double Sum(
        ReadOnlySpan<float> outputs,
        int stride,
        ReadOnlySpan<float> targets,
        ReadOnlySpan<float> weights,
        Span<float> gradients)
    {
        var blocks = new LikelihoodBlocks(Components, LeastLogVariance, LogVariance.Maximum);
        return blocks.Sum(outputs, stride, targets, weights, gradients);
    }

    /// <inheritdoc/>
    public override double Reference(ReadOnlySpan<double> outputs, double target)
    {
        double density = 0, norm = 0;
        for (int i = 0; i < Components; i++)
        {
            double sigma = Math.Exp(0.5 * outputs[Components + i]), pull = (target - outputs[i]) / sigma;
            double weight = Math.Exp(outputs[(2 * Components) + i]);
            norm += weight;
            density += weight * Math.Exp(-0.5 * pull * pull) / (Math.Sqrt(2 * Math.PI) * sigma);
        }

        return -Math.Log(density / norm);
    }

    /// <summary>
    /// Components spread over ± one standard deviation, each as wide as the targets, with equal shares.
    /// </summary>
    /// <param name="mean">Mean of the targets.</param>
    /// <param name="variance">Variance of the targets, positive.</param>
    /// <param name="outputs">Receives 3 K numbers.</param>
    public override void StartingOutputs(double mean, double variance, Span<float> outputs)
    {
        for (int i = 0; i < Components; i++)
        {
            double position = Components == 1 ? 0 : (2.0 * i / (Components - 1)) - 1;
            outputs[i] = (float)(mean + (position * Math.Sqrt(variance)));
            outputs[Components + i] = (float)Math.Log(variance);
            outputs[(2 * Components) + i] = 0;
        }
    }

    // Softmax into shares; returns the log-sum-exp, both with the largest term taken out so that nothing overflows.
    private static double ShareInPlace(ReadOnlySpan<float> logs, Span<float> shares)
    {
        float largest = logs[0];
        foreach (float log in logs)
        {
            largest = Math.Max(largest, log);
        }

        float sum = 0;
        for (int i = 0; i < logs.Length; i++)
        {
            shares[i] = MathF.Exp(logs[i] - largest);
            sum += shares[i];
        }

        foreach (ref float share in shares[..logs.Length])
        {
            share /= sum;
        }

        return largest + Math.Log(sum);
    }
}
