using System.Numerics;

namespace Moliere.Numerics.Kernels;

/// <summary>
/// Formula: L = ½ (t - mu)² exp(-s) + ½ s + ½ ln 2π, and L = -ln sum over k of softmax(logit)_k N(t; mu_k, exp s_k),
/// with the derivatives by all outputs; log-variances s are held within bounds, where derivatives lead inwards only.
/// Layout: columns of 16 rows. A lane holds one row. Remainder: none, a block is always full.
/// Reference: the formula in double precision, to 1e-5 of max(1, |L|).
/// Source: Bishop, "Mixture density networks", NCRG/94/004 (1994), equations 22-38.
/// </summary>
internal static class NormalRows
{
    private const int Rows = Padding.Width;
    private const float HalfLogTwoPi = 0.918938533f; // ½ ln 2π

    /// <summary>One normal density per row.</summary>
    /// <param name="columns">[2, 16]: mu and s on entry, their derivatives on return.</param>
    /// <param name="targets">[16].</param>
    /// <param name="bounds">Of s.</param>
    /// <param name="losses">[16], filled.</param>
    public static void LossAndGradient(
        Span<float> columns, ReadOnlySpan<float> targets, (float Lowest, float Highest) bounds, Span<float> losses)
    {
        for (int i = 0; i < Rows; i += Vector<float>.Count)
        {
            Vector<float> exponent = Density(columns[i..], columns[(Rows + i)..], targets[i..], bounds);
            (new Vector<float>(HalfLogTwoPi) - exponent).CopyTo(losses[i..]);
        }
    }

    /// <summary>A mixture of K normal densities per row.</summary>
    /// <param name="columns">[3 K, 16]: means, log-variances, logits on entry, their derivatives on return.</param>
    /// <param name="scratch">[2 K, 16], overwritten.</param>
    /// <param name="targets">[16].</param>
    /// <param name="bounds">Of log-variances.</param>
    /// <param name="losses">[16], filled.</param>
    public static void LossAndGradient(
        Span<float> columns,
        Span<float> scratch,
        ReadOnlySpan<float> targets,
        (float Lowest, float Highest) bounds,
        Span<float> losses)
    {
        int k = columns.Length / (3 * Rows), logits = 2 * k * Rows;
        for (int i = 0; i < Rows; i += Vector<float>.Count)
        {
            for (int j = i; j < k * Rows; j += Rows)
            {
                Vector<float> exponent = Density(columns[j..], columns[((k * Rows) + j)..], targets[i..], bounds);
                new Vector<float>(columns[(logits + j)..]).CopyTo(scratch[j..]);
                (exponent + new Vector<float>(columns[(logits + j)..])).CopyTo(scratch[((k * Rows) + j)..]);
            }

            Vector<float> logPrior = Share(scratch[i..(k * Rows)]), logJoint = Share(scratch[((k * Rows) + i)..]);
            (logPrior - logJoint + new Vector<float>(HalfLogTwoPi)).CopyTo(losses[i..]);
            for (int j = i; j < k * Rows; j += Rows)
            {
                var joint = new Vector<float>(scratch[((k * Rows) + j)..]);
                (new Vector<float>(columns[j..]) * joint).CopyTo(columns[j..]);
                (new Vector<float>(columns[((k * Rows) + j)..]) * joint).CopyTo(columns[((k * Rows) + j)..]);
                (new Vector<float>(scratch[j..]) - joint).CopyTo(columns[(logits + j)..]);
            }
        }
    }

    // Replaces mu and s by the derivatives of -ln N and returns ln N + ½ ln 2π.
    private static Vector<float> Density(
        Span<float> means, Span<float> logVariances, ReadOnlySpan<float> targets, (float Lowest, float Highest) bounds)
    {
        Vector<float> s = new(logVariances), lowest = new(bounds.Lowest), highest = new(bounds.Highest);
        Vector<float> bounded = Vector.Min(Vector.Max(s, lowest), highest), precision = Vector.Exp(-bounded);
        Vector<float> difference = new Vector<float>(means) - new Vector<float>(targets);
        Vector<float> chiSquared = difference * difference * precision;
        (difference * precision).CopyTo(means);
        Vector<float> slope = (Vector<float>.One - chiSquared) * 0.5f, zero = Vector<float>.Zero;
        slope = Vector.ConditionalSelect(Vector.LessThan(s, lowest), Vector.Min(slope, zero), slope);
        Vector.ConditionalSelect(Vector.GreaterThan(s, highest), Vector.Max(slope, zero), slope).CopyTo(logVariances);
        return (chiSquared + bounded) * -0.5f;
    }

    // Softmax over columns in place, every 16th float from the first on; returns the log-sum-exp.
    private static Vector<float> Share(Span<float> logs)
    {
        var largest = new Vector<float>(logs);
        for (int j = Rows; j < logs.Length; j += Rows)
        {
            largest = Vector.Max(largest, new Vector<float>(logs[j..]));
        }

        Vector<float> sum = Vector<float>.Zero;
        for (int j = 0; j < logs.Length; j += Rows)
        {
            Vector<float> share = Vector.Exp(new Vector<float>(logs[j..]) - largest);
            share.CopyTo(logs[j..]);
            sum += share;
        }

        Vector<float> scale = Vector<float>.One / sum;
        for (int j = 0; j < logs.Length; j += Rows)
        {
            (new Vector<float>(logs[j..]) * scale).CopyTo(logs[j..]);
        }

        return largest + Vector.Log(sum);
    }
}
