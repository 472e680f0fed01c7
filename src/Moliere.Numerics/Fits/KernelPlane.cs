namespace Moliere.Numerics.Fits;

/// <summary>
/// Smooths scattered measurements in two dimensions: at each point the weighted least-squares plane through all
/// measurements, weighted with a normal kernel of their distance. Coordinates are in units of the bandwidths. A plane
/// follows a slope up to the edge, where a mean would flatten it; its tilt is pulled to 0 where data are scarce.
/// </summary>
/// <source>Local linear regression: Cleveland, J. Amer. Stat. Assoc. 74 (1979) 829; Fan, ibid. 87 (1992) 998.</source>
public sealed class KernelPlane
{
    private const double Farthest = 4; // in bandwidths; the kernel is 3e-4 there
    private readonly List<(double X, double Y, double Value, double Weight)> _points = [];

    /// <summary>Number of measurements.</summary>
    public int Count => _points.Count;

    /// <summary>Adds a measurement.</summary>
    /// <param name="x">First coordinate [bandwidths].</param>
    /// <param name="y">Second coordinate [bandwidths].</param>
    /// <param name="value">Measured value.</param>
    /// <param name="weight">One over its variance, positive.</param>
    public void Add(double x, double y, double value, double weight) => _points.Add((x, y, value, weight));

    /// <summary>
    /// The smoothed value at a point. Where no measurement is within 4 bandwidths that of the nearest one; NaN without
    /// any measurement.
    /// </summary>
    /// <param name="x">First coordinate [bandwidths].</param>
    /// <param name="y">Second coordinate [bandwidths].</param>
    public double At(double x, double y)
    {
        var system = new LeastSquares(3);
        double total = 0, sum = 0, nearest = double.PositiveInfinity, there = double.NaN;
        foreach ((double px, double py, double value, double weight) in _points)
        {
            double dx = px - x, dy = py - y, square = (dx * dx) + (dy * dy);
            (nearest, there) = square < nearest ? (square, value) : (nearest, there);
            if (square < Farthest * Farthest)
            {
                double kernel = weight * Math.Exp(-0.5 * square);
                (total, sum) = (total + kernel, sum + (kernel * value));
            }
        }

        return nearest < Farthest * Farthest ? Plane(system, x, y, total, sum / total) : there;
    }

    // Values relative to the local mean, so that the pull on the tilt does not move a constant.
    private double Plane(LeastSquares system, double x, double y, double total, double mean)
    {
        const double tiltPull = 0.05; // of the total weight: a well-measured tilt is flattened by 5 %
        Span<double> basis = stackalloc double[3];
        foreach ((double px, double py, double value, double weight) in _points)
        {
            (basis[0], basis[1], basis[2]) = (1, px - x, py - y);
            double square = (basis[1] * basis[1]) + (basis[2] * basis[2]);
            if (square < Farthest * Farthest)
            {
                system.Add(basis, value - mean, weight * Math.Exp(-0.5 * square));
            }
        }

        system.Shrink(1, tiltPull * total);
        system.Shrink(2, tiltPull * total);
        return mean + system.Solve()[0];
    }
}
