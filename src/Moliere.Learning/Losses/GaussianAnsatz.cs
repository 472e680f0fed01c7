namespace Moliere.Learning.Losses;

/// <summary>
/// Learns the likelihood p(x | z) of what is seen, x, under each true value z rather than the distribution of z given
/// x: its maximum and width do not depend on how the true values of the training are distributed. The logarithm of
/// p(x | z) / p(x) has the form T(x, z) = A(x) - ½ (z - B(x))² exp(-s(x, z)) with s linear in z between K knots.
/// Outputs: A, B, and s at each knot. Then B is the maximum-likelihood estimate of z and exp(s(x, B) / 2) its sigma.
/// T is found by telling pairs (x_i, z_i) from pairs (x_i, z_j) of other rows of the micro-batch:
/// L = softplus(-T(x_i, z_i)) + mean over j of softplus(T(x_i, z_j)), which is least where T is that logarithm, and
/// whose derivatives by T stay within ± 1, so that a bad T cannot blow up the training as under bounds with exp T.
/// </summary>
/// <source>
/// Gambhir, Nachman and Thaler, arXiv:2205.03413, for the form of T, here without its linear term, which vanishes at
/// the maximum; Cranmer, Pavez and Louppe, arXiv:1506.02169, section 2, for likelihood ratios from classification.
/// </source>
public sealed record GaussianAnsatz : Loss
{
    /// <summary>
    /// Most other rows whose true value each row is paired with: more cost more and taught no more on the toy of the
    /// tests.
    /// </summary>
    public const int MostPartners = 16;

    private const double Roughness = 0.05; // on the toy of the tests: least validation loss for all starting weights
    private const int Knot = 2; // outputs before those at knots: A and B

    /// <summary>Places the knots evenly.</summary>
    /// <param name="low">First knot: the width is constant in z below.</param>
    /// <param name="high">Last knot, above the first: the width is constant in z above.</param>
    /// <param name="knots">K, from 2 to 64.</param>
    /// <exception cref="ArgumentException">An empty range, or too few or too many knots.</exception>
    public GaussianAnsatz(double low, double high, int knots)
    {
        if (!(low < high) || !double.IsFinite(high - low) || knots is < 2 or > 64)
        {
            throw new ArgumentException($"{knots} knots from {low} to {high}: 2 to 64 in a range that is not empty.");
        }

        (Low, High, Knots) = (low, high, knots);
    }

    /// <summary>First knot, in the unit of the target.</summary>
    public double Low { get; }

    /// <summary>Last knot, in the unit of the target.</summary>
    public double High { get; }

    /// <summary>Number K of knots between which s is linear in z.</summary>
    public int Knots { get; }

    /// <inheritdoc/>
    public override int OutputCount => Knot + Knots;

    /// <inheritdoc/>
    public override bool CouplesRows => true;

    /// <inheritdoc/>
    public override bool StartsFlat => true;

    /// <summary>A normal density with the maximum-likelihood estimate and its sigma.</summary>
    /// <param name="outputs">The row's 2 + K outputs.</param>
    /// <param name="mixture">Receives 1, B and sigma.</param>
    public override void Decode(ReadOnlySpan<float> outputs, Span<float> mixture) =>
        (mixture[0], mixture[1], mixture[2]) =
            (1, outputs[1], LogVariance.Sigma(LogVarianceAt(outputs, Place(outputs[1]))));

    /// <summary>The maximum-likelihood estimate B, with the derivative 1 by its output.</summary>
    /// <param name="outputs">The row's 2 + K outputs.</param>
    /// <param name="slope">Receives 2 + K derivatives.</param>
    public override float Mean(ReadOnlySpan<float> outputs, Span<float> slope)
    {
        slope.Clear();
        slope[1] = 1;
        return outputs[1];
    }

    /// <summary>The part of the loss that needs no other row: softplus(-T(x, z)).</summary>
    /// <param name="outputs">The row's 2 + K outputs.</param>
    /// <param name="target">z.</param>
    /// <param name="gradient">Receives the derivative by each output.</param>
    public override double Row(ReadOnlySpan<float> outputs, float target, Span<float> gradient)
    {
        gradient.Clear();
        return Add(outputs, target, isPair: true, weight: 1, gradient);
    }

    /// <summary>The slow definition of <see cref="Row"/>.</summary>
    /// <param name="outputs">The row's 2 + K outputs.</param>
    /// <param name="target">z.</param>
    public override double Reference(ReadOnlySpan<double> outputs, double target) =>
        Math.Log(1 + Math.Exp(-ReferenceLogRatio(outputs, target)));

    /// <summary>
    /// Sum over rows i of w_i (softplus(-T(x_i, z_i)) + mean over j of w_j / (mean w) softplus(T(x_i, z_j))) for the
    /// n rows of a micro-batch, where j runs over the rows that follow i, from the first again after the last, plus
    /// 0.05 w_i times the sum of squared steps of s from knot to knot, which says that resolutions change slowly and
    /// keeps s from doing the work of B. 0 for a single row or weights without positive sum: they say nothing about T.
    /// </summary>
    /// <param name="outputs">[n, stride], the first 2 + K columns count.</param>
    /// <param name="stride">Floats between rows of outputs and gradients.</param>
    /// <param name="targets">[n].</param>
    /// <param name="weights">[n].</param>
    /// <param name="gradients">[n, stride], receives the derivative of the sum by each output.</param>
    public override double Sum(
        ReadOnlySpan<float> outputs,
        int stride,
        ReadOnlySpan<float> targets,
        ReadOnlySpan<float> weights,
        Span<float> gradients)
    {
        int n = targets.Length, partners = Math.Min(n - 1, MostPartners);
        double mean = Mean(weights), sum = 0;
        if (partners == 0 || mean <= 0)
        {
            return 0;
        }

        for (int i = 0; i < n; i++)
        {
            ReadOnlySpan<float> row = outputs.Slice(i * stride, OutputCount);
            Span<float> gradient = gradients.Slice(i * stride, OutputCount);
            gradient.Clear();
            for (int k = 0; k <= partners; k++)
            {
                int j = (i + k) % n;
                double weight = k == 0 ? weights[i] : weights[i] * (weights[j] / mean) / partners;
                sum += weight * Add(row, targets[j], k == 0, weight, gradient);
            }

            sum += weights[i] * AddRoughness(row, weights[i], gradient);
        }

        return sum;
    }

    /// <summary>The prior mean and width for every row, with T = 0 at the maximum.</summary>
    /// <param name="mean">Mean of the targets.</param>
    /// <param name="variance">Variance of the targets, positive.</param>
    /// <param name="outputs">Receives 2 + K numbers.</param>
    public override void StartingOutputs(double mean, double variance, Span<float> outputs)
    {
        outputs.Fill((float)Math.Log(variance));
        (outputs[0], outputs[1]) = (0, (float)mean);
    }

    /// <summary>T(x, z), the logarithm of p(x | z) / p(x).</summary>
    /// <param name="outputs">The 2 + K outputs of x.</param>
    /// <param name="target">z.</param>
    public double LogRatio(ReadOnlySpan<float> outputs, float target)
    {
        double distance = target - outputs[1], s = LogVarianceAt(outputs, Place(target));
        return outputs[0] - (0.5 * distance * distance * Math.Exp(-LogVariance.Bounded((float)s)));
    }

    /// <summary>T in double precision, without bounds on s: the definition of <see cref="LogRatio"/>.</summary>
    internal double ReferenceLogRatio(ReadOnlySpan<double> outputs, double target)
    {
        double s = 0, step = (High - Low) / (Knots - 1), z = Math.Clamp(target, Low, High);
        for (int k = 0; k < Knots; k++)
        {
            s += outputs[Knot + k] * Math.Max(0, 1 - Math.Abs((z - Low - (k * step)) / step));
        }

        return outputs[0] - (0.5 * Math.Pow(target - outputs[1], 2) * Math.Exp(-s));
    }

    // Loss of one pair; its weighted derivatives are added.
    private double Add(
        ReadOnlySpan<float> outputs, float target, bool isPair, double weight, Span<float> gradient)
    {
        (int knot, float share) = Place(target);
        float s = LogVarianceAt(outputs, (knot, share)), precision = MathF.Exp(-LogVariance.Bounded(s));
        float distance = target - outputs[1], half = 0.5f * distance * distance * precision;
        double t = outputs[0] - half, sign = isPair ? -1 : 1, e = Math.Exp(-Math.Abs(t));

        // softplus(sign t) and its derivative by t, both without overflow.
        double loss = Math.Max(sign * t, 0) + Math.Log(1 + e);
        float slope = (float)(weight * sign * (sign * t > 0 ? 1 : e) / (1 + e));
        float byWidth = LogVariance.Gradient(s, slope * half);
        gradient[0] += slope;
        gradient[1] += slope * distance * precision;
        gradient[Knot + knot] += byWidth * (1 - share);
        gradient[Knot + knot + 1] += byWidth * share;
        return loss;
    }

    // What rough widths of a row cost; the weighted derivatives are added.
    private double AddRoughness(ReadOnlySpan<float> outputs, float weight, Span<float> gradient)
    {
        double sum = 0;
        for (int k = Knot; k + 1 < outputs.Length; k++)
        {
            float rise = outputs[k + 1] - outputs[k], slope = (float)(2 * Roughness * rise) * weight;
            sum += Roughness * rise * rise;
            gradient[k] -= slope;
            gradient[k + 1] += slope;
        }

        return sum;
    }

    private static double Mean(ReadOnlySpan<float> weights)
    {
        double total = 0;
        foreach (float weight in weights)
        {
            total += weight;
        }

        return total / weights.Length;
    }

    // The knot below z and how far z lies on the way to the next one.
    private (int Knot, float Share) Place(float target)
    {
        if (float.IsNaN(target))
        {
            return (0, float.NaN);
        }

        double position = Math.Clamp((target - Low) / (High - Low), 0, 1) * (Knots - 1);
        int knot = Math.Min((int)position, Knots - 2);
        return (knot, (float)(position - knot));
    }

    private static float LogVarianceAt(ReadOnlySpan<float> outputs, (int Knot, float Share) place) =>
        (outputs[Knot + place.Knot] * (1 - place.Share)) + (outputs[Knot + place.Knot + 1] * place.Share);
}
