using Moliere.Numerics.Workers;

namespace Moliere.Learning.Trees.Growth;

/// <summary>
/// Gradients and curvatures of a tree in fixed point: integers of 30 bits and a step each, a power of two, set by the
/// largest of them. Sums are then exact, hence the same for any split of the work, and a sibling by subtraction has
/// true zeros where it has no rows. What is rounded off is below 2^-30 of the largest gradient.
/// </summary>
internal sealed class FixedGradients(int rows, WorkerTeam team)
{
    private const int Bits = 30;

    private readonly (float Gradient, float Curvature)[] _largest = new (float, float)[Pieces.Of(rows)];

    /// <summary>Pairs [N, 2] in units of the steps.</summary>
    public int[] Pairs { get; } = new int[2 * rows];

    /// <summary>What a gradient of 1 stands for.</summary>
    public double GradientStep { get; private set; }

    /// <summary>What a curvature of 1 stands for.</summary>
    public double CurvatureStep { get; private set; }

    /// <summary>Takes the pairs of one margin.</summary>
    /// <param name="pairs">[N, K, 2], finite.</param>
    /// <param name="margin">In [0, K).</param>
    /// <param name="margins">K.</param>
    public void Take(float[] pairs, int margin, int margins)
    {
        team.Deal(_largest.Length, (piece, _) => _largest[piece] = Largest(pairs, piece, margin, margins));
        int gradientBits = Exponent(_largest.Max(pair => pair.Gradient));
        int curvatureBits = Exponent(_largest.Max(pair => pair.Curvature));
        (GradientStep, CurvatureStep) = (Math.ScaleB(1, -gradientBits), Math.ScaleB(1, -curvatureBits));
        team.Deal(_largest.Length, (piece, _) => Round(
            pairs, piece, margin, margins, Math.ScaleB(1, gradientBits), Math.ScaleB(1, curvatureBits)));
    }

    // 2^exponent times the largest lies in [2^29, 2^30).
    private static int Exponent(float largest) => largest > 0 ? Bits - 1 - Math.ILogB(largest) : 0;

    private (float Gradient, float Curvature) Largest(float[] pairs, int piece, int margin, int margins)
    {
        (int first, int end) = Pieces.Bounds(piece, rows);
        float gradient = 0, curvature = 0;
        for (int row = first, at = 2 * ((first * margins) + margin); row < end; row++, at += 2 * margins)
        {
            gradient = Math.Max(gradient, Math.Abs(pairs[at]));
            curvature = Math.Max(curvature, Math.Abs(pairs[at + 1]));
        }

        return (gradient, curvature);
    }

    private void Round(
        float[] pairs, int piece, int margin, int margins, double gradientFactor, double curvatureFactor)
    {
        (int first, int end) = Pieces.Bounds(piece, rows);
        for (int row = first, at = 2 * ((first * margins) + margin); row < end; row++, at += 2 * margins)
        {
            Pairs[2 * row] = (int)Math.Round(pairs[at] * gradientFactor);
            Pairs[(2 * row) + 1] = (int)Math.Round(pairs[at + 1] * curvatureFactor);
        }
    }
}
