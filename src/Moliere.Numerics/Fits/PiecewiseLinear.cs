namespace Moliere.Numerics.Fits;

/// <summary>Straight lines between knots, constant beyond the first and last.</summary>
/// <param name="Knots">Abscissas, strictly ascending, at least one.</param>
/// <param name="Values">Ordinate at each knot.</param>
public sealed record PiecewiseLinear(double[] Knots, double[] Values)
{
    /// <summary>Value at a point; NaN at NaN.</summary>
    /// <param name="x">Any number.</param>
    public double At(double x)
    {
        (int left, double share) = Place(Knots, x);
        return left + 1 == Knots.Length
            ? Values[left] + (0 * x)
            : (Values[left] * (1 - share)) + (Values[left + 1] * share);
    }

    /// <summary>
    /// Which interval a point is in and how far: the left knot and the share of the right one in [0, 1]. A
    /// least-squares fit of the values has these as its basis.
    /// </summary>
    /// <param name="knots">Strictly ascending, at least one.</param>
    /// <param name="x">Any number; clamped to the ends, a share of NaN for NaN.</param>
    public static (int Left, double Share) Place(ReadOnlySpan<double> knots, double x)
    {
        if (knots.Length == 1 || !(x > knots[0]))
        {
            return (0, double.IsNaN(x) ? x : 0);
        }

        int at = knots.BinarySearch(x);
        int left = Math.Min(at >= 0 ? at : ~at - 1, knots.Length - 2);
        return (left, Math.Clamp((x - knots[left]) / (knots[left + 1] - knots[left]), 0, 1));
    }
}
