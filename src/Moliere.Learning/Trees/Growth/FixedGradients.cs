using Moliere.Numerics.Kernels;
using Moliere.Numerics.Workers;

namespace Moliere.Learning.Trees.Growth;

/// <summary>
/// Gradients and curvatures of a tree in fixed point: integers of 30 bits and a step each, a power of two, set by the
/// largest of them. Sums are then exact, hence the same for any split of the work, and a sibling by subtraction has
/// true zeros where it has no rows. What is cut off is below 2^-29 of the largest gradient.
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
    /// <param name="pairs">[N, 2].</param>
    /// <returns>Whether they are all finite; otherwise nothing was taken.</returns>
    public bool Take(ReadOnlyMemory<float> pairs)
    {
        team.Deal(_largest.Length, (piece, _) => _largest[piece] = FixedPoint.Largest(Piece(pairs, piece).Span));
        if (!Array.TrueForAll(_largest, pair => float.IsFinite(pair.Gradient) && float.IsFinite(pair.Curvature)))
        {
            return false;
        }

        int first = Exponent(_largest.Max(pair => pair.Gradient));
        int second = Exponent(_largest.Max(pair => pair.Curvature));
        (GradientStep, CurvatureStep) = (Math.ScaleB(1, -first), Math.ScaleB(1, -second));
        team.Deal(_largest.Length, (piece, _) => FixedPoint.Convert(
            Piece(pairs, piece).Span, MathF.ScaleB(1, first), MathF.ScaleB(1, second),
            Pairs.AsSpan(2 * Pieces.Bounds(piece, rows).First)));
        return true;
    }

    // 2^exponent times the largest lies in [2^29, 2^30); the factor itself stays a normal float.
    private static int Exponent(float largest) => largest > 0 ? Math.Min(Bits - 1 - Math.ILogB(largest), 126) : 0;

    private ReadOnlyMemory<float> Piece(ReadOnlyMemory<float> pairs, int piece)
    {
        (int first, int end) = Pieces.Bounds(piece, rows);
        return pairs[(2 * first)..(2 * end)];
    }
}
