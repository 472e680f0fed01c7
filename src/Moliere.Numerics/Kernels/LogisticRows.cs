using System.Numerics;

namespace Moliere.Numerics.Kernels;

/// <summary>
/// Formula: with e = exp(-|m|) and t = m for label 1, -m for label 0: loss ln(1 + e) + max(-t, 0), gradient p - y and
/// curvature p (1 - p), at least 1e-16, of p = 1/(1 + exp(-m)); nothing overflows.
/// Layout: margins, labels, weights [N]; pairs of gradient and curvature [N, 2]. A lane holds a row.
/// Remainder: a vector of which some lanes are not read. Reference: the formula in double precision, to 1e-6 relative.
/// </summary>
public static class LogisticRows
{
    private const float LeastCurvature = 1e-16f; // keeps a row visible where p is 0 or 1 in single precision

    /// <summary>Weighted sum of losses, added in row order, with the pairs of each row.</summary>
    /// <param name="margins">[N].</param>
    /// <param name="labels">[N], 0 or 1.</param>
    /// <param name="weights">[N], or empty for all 1.</param>
    /// <param name="pairs">[N, 2], overwritten.</param>
    public static double Fill(
        ReadOnlySpan<float> margins, ReadOnlySpan<float> labels, ReadOnlySpan<float> weights, Span<float> pairs)
    {
        int width = Vector<float>.Count;
        Span<float> rows = stackalloc float[5 * width];
        double sum = 0;
        for (int first = 0; first < margins.Length; first += width)
        {
            int count = Math.Min(width, margins.Length - first);
            margins.Slice(first, count).CopyTo(rows);
            labels.Slice(first, count).CopyTo(rows[width..]);
            Block(rows, width);
            for (int i = 0; i < count; i++)
            {
                float weight = weights.IsEmpty ? 1 : weights[first + i];
                sum += (double)weight * rows[(2 * width) + i];
                pairs[2 * (first + i)] = weight * rows[(3 * width) + i];
                pairs[(2 * (first + i)) + 1] = weight * rows[(4 * width) + i];
            }
        }

        return sum;
    }

    private static void Block(Span<float> rows, int width)
    {
        Vector<float> margin = new(rows), label = new(rows[width..]), one = Vector<float>.One;
        Vector<float> signed = Vector.ConditionalSelect(Vector.GreaterThan(label, one * 0.5f), margin, -margin);
        Vector<float> e = Vector.Exp(-Vector.Abs(margin)), share = one / (one + e);
        Vector<float> wrong = Vector.ConditionalSelect(
            Vector.GreaterThanOrEqual(signed, Vector<float>.Zero), e * share, share);
        Vector<float> gradient = Vector.ConditionalSelect(Vector.GreaterThan(label, one * 0.5f), -wrong, wrong);
        (Vector.Log(one + e) + Vector.Max(-signed, Vector<float>.Zero)).CopyTo(rows[(2 * width)..]);
        gradient.CopyTo(rows[(3 * width)..]);
        Vector.Max(e * share * share, new Vector<float>(LeastCurvature)).CopyTo(rows[(4 * width)..]);
    }
}
