using Moliere.Learning.Losses;
using Moliere.Learning.Models;

namespace Moliere.Calibration.Neural;

/// <summary>
/// Mean and spread of a target that a network learns standardised, which trains faster because outputs of order one
/// meet targets of order one. Afterwards both are folded into the last layer, whose outputs then speak of the target
/// itself.
/// </summary>
/// <source>Physics notes section 4, pitfall 2; LeCun et al., "Efficient BackProp" (1998), section 4.3.</source>
internal sealed record StandardTarget(double Mean, double Sigma)
{
    private static readonly StandardTarget s_asItIs = new(0, 1);

    /// <summary>Mean and spread over training rows, or 0 and 1 for networks that cannot be folded.</summary>
    /// <param name="targets">Targets of the training rows.</param>
    /// <param name="weights">One per target; their magnitudes count.</param>
    /// <param name="plan">The network.</param>
    public static StandardTarget Of(float[] targets, float[] weights, NetworkPlan plan)
    {
        if (!CanFold(plan))
        {
            return s_asItIs;
        }

        double total = weights.Sum(weight => (double)Math.Abs(weight));
        double mean = targets.Select((target, i) => Math.Abs((double)weights[i]) * target).Sum() / total;
        double variance =
            targets.Select((t, i) => Math.Abs((double)weights[i]) * (t - mean) * (t - mean)).Sum() / total;
        return variance > 0 ? new(mean, Math.Sqrt(variance)) : s_asItIs;
    }

    /// <summary>
    /// Median and half the central 68 % of the training rows instead, which a few extreme targets do not move; or 0 and
    /// 1 for networks that cannot be folded.
    /// </summary>
    /// <param name="targets">Targets of the training rows, each counted once.</param>
    /// <param name="plan">The network.</param>
    public static StandardTarget RobustOf(float[] targets, NetworkPlan plan)
    {
        if (!CanFold(plan))
        {
            return s_asItIs;
        }

        float[] sorted = [.. targets.Order()];
        double low = At(0.1587), median = At(0.5), high = At(0.8413);
        return high > low ? new(median, 0.5 * (high - low)) : s_asItIs;

        double At(double probability) => sorted[(int)(probability * sorted.Length)];
    }

    /// <summary>What the network learns.</summary>
    public float[] Standard(float[] targets) => [.. targets.Select(target => (float)((target - Mean) / Sigma))];

    /// <summary>Changes the last layer of a network, or of each member, that has learnt standardised targets.</summary>
    /// <param name="network">Its last layer ends its parameters: weights [H, O] row-major, then O biases.</param>
    /// <param name="plan">What it was made by.</param>
    /// <returns>The plan whose loss reads the outputs as they are now.</returns>
    public NetworkPlan FoldInto(Network network, NetworkPlan plan)
    {
        if (this == s_asItIs || ScaleOf(plan.Loss, this) is not { } outputs)
        {
            return plan;
        }

        int[] hidden = plan.Sets?.Object ?? plan.Shape.Hidden;
        int inputs = hidden.Length > 0 ? hidden[^1] : (plan.Sets?.Point[^1] ?? 0) + network.InputCount;
        int members = (network as Ensemble)?.MemberCount ?? 1, size = network.Parameters.Length / members;
        for (int member = 1; member <= members; member++)
        {
            Fold(network.Parameters.AsSpan(0, member * size)[^((inputs + 1) * outputs.Length)..], outputs, inputs);
        }

        return plan.Loss is MixtureNll { LeastSigma: { } floor } mixture
            ? plan with { Loss = mixture with { LeastSigma = floor * Sigma } }
            : plan;
    }

    private static void Fold(Span<float> layer, (double Scale, double Shift)[] outputs, int inputs)
    {
        for (int i = 0; i < layer.Length; i++)
        {
            (double scale, double shift) = outputs[i % outputs.Length];
            bool isBias = i >= inputs * outputs.Length;
            layer[i] = (float)((scale * layer[i]) + (isBias ? shift : 0));
        }
    }

    // The parameters of a Bayesian network are distributions, which are not moved.
    private static bool CanFold(NetworkPlan plan) =>
        plan.Family != NetworkFamily.Bayesian && ScaleOf(plan.Loss, s_asItIs) is not null;

    // By what each output is multiplied and moved; null for losses whose outputs no straight line brings back.
    private static (double Scale, double Shift)[]? ScaleOf(Loss loss, StandardTarget target)
    {
        (double, double) mean = (target.Sigma, target.Mean), logVariance = (1, 2 * Math.Log(target.Sigma));
        return loss switch
        {
            MeanSquaredError => [mean],
            GaussianNll => [mean, logVariance],
            MixtureNll mixture =>
            [
                .. Enumerable.Repeat(mean, mixture.Components),
                .. Enumerable.Repeat(logVariance, mixture.Components),
                .. Enumerable.Repeat((1.0, 0.0), mixture.Components),
            ],
            QuantileLoss quantiles =>
                [.. Enumerable.Range(0, loss.OutputCount).Select(i => i == quantiles.MedianIndex ? mean : logVariance)],
            _ => null,
        };
    }
}
