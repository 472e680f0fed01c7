namespace Moliere.Calibration.Neural.Jets;

/// <summary>
/// A curve through knots that rises wherever they rise, with a continuous slope; beyond the ends it goes on with slope 1.
/// </summary>
/// <source>Steffen, Astronomy and Astrophysics 239 (1990) 443, equations 2, 11 and 26.</source>
internal sealed class MonotoneSpline
{
    private readonly double[] _x;
    private readonly double[] _y;
    private readonly double[] _slopes;

    /// <summary>Takes the knots.</summary>
    /// <param name="x">Strictly ascending, at least one.</param>
    /// <param name="y">As many, strictly ascending.</param>
    /// <exception cref="ArgumentException">Lengths differ, there are none, or they do not ascend.</exception>
    public MonotoneSpline(double[] x, double[] y)
    {
        if (x.Length != y.Length || x.Length == 0 || !Ascends(x) || !Ascends(y))
        {
            throw new ArgumentException($"{x.Length} and {y.Length} coordinates; knots must ascend in both.");
        }

        (_x, _y) = (x, y);
        _slopes = [.. Enumerable.Range(0, x.Length).Select(Slope)];
    }

    /// <summary>Value and slope of the curve.</summary>
    /// <param name="x">Any finite number.</param>
    public (double Value, double Slope) At(double x)
    {
        int above = Array.BinarySearch(_x, x) is var found && found >= 0 ? found : ~found;
        if (above == 0 || above == _x.Length)
        {
            int end = above == 0 ? 0 : above - 1;
            return (_y[end] + (x - _x[end]), 1);
        }

        int i = above - 1;
        double h = _x[above] - _x[i], t = x - _x[i], s = (_y[above] - _y[i]) / h;
        double a = (_slopes[i] + _slopes[above] - (2 * s)) / (h * h);
        double b = ((3 * s) - (2 * _slopes[i]) - _slopes[above]) / h;
        return (
            (((((a * t) + b) * t) + _slopes[i]) * t) + _y[i],
            (((3 * a * t) + (2 * b)) * t) + _slopes[i]);
    }

    private static bool Ascends(double[] values) =>
        Enumerable.Range(1, values.Length - 1).All(i => values[i] > values[i - 1]);

    private double Secant(int i) => (_y[i + 1] - _y[i]) / (_x[i + 1] - _x[i]);

    private double Slope(int i)
    {
        if (_x.Length == 1)
        {
            return 1;
        }

        if (i == 0 || i == _x.Length - 1)
        {
            return Secant(Math.Min(i, _x.Length - 2));
        }

        double before = _x[i] - _x[i - 1], after = _x[i + 1] - _x[i], low = Secant(i - 1), high = Secant(i);
        double parabola = ((low * after) + (high * before)) / (before + after);
        return 2 * Math.Min(Math.Min(low, high), 0.5 * parabola);
    }
}
