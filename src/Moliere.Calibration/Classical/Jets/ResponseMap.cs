using Moliere.Numerics.Fits;

namespace Moliere.Calibration.Classical.Jets;

/// <summary>
/// Relative response over the logarithm of a momentum and over one variable, on a grid: bilinear in between, constant
/// beyond its edges.
/// </summary>
/// <param name="LogMomenta">Nodes in the logarithm of the momentum [GeV], strictly ascending.</param>
/// <param name="Values">Nodes of the variable, strictly ascending.</param>
/// <param name="Ratio">R over mean R, [momenta, values] row by row, positive.</param>
/// <source>Bilinear interpolation of the correction maps: physics notes section 2.6, step 3.</source>
public sealed record ResponseMap(double[] LogMomenta, double[] Values, double[] Ratio)
{
    /// <summary>Relative response at a point; NaN where a coordinate is NaN.</summary>
    /// <param name="logMomentum">Logarithm of the momentum [GeV].</param>
    /// <param name="value">The variable.</param>
    public double At(double logMomentum, double value)
    {
        (int row, double u) = PiecewiseLinear.Place(LogMomenta, logMomentum);
        (int column, double v) = PiecewiseLinear.Place(Values, value);
        return ((1 - u) * InRow(row, column, v)) + (u > 0 ? u * InRow(row + 1, column, v) : 0 * u);
    }

    /// <summary>Whether the grid has one ratio per node.</summary>
    internal bool IsConsistent() => LogMomenta is { Length: > 0 } && Values is { Length: > 0 }
        && Ratio?.Length == LogMomenta.Length * Values.Length;

    private double InRow(int row, int column, double share)
    {
        int at = (row * Values.Length) + column;
        return ((1 - share) * Ratio[at]) + (share > 0 ? share * Ratio[at + 1] : 0 * share);
    }
}
