using Moliere.Numerics.Special;

namespace Moliere.Validation.Metrics.Dijets;

/// <summary>
/// Distribution of the asymmetry of two jets of particles: a normal core around 0 that goes over, with value and slope,
/// into exponential tails on both sides. Soft radiation makes the core, a third jet below the veto the tails.
/// </summary>
/// <param name="Width">Standard deviation of the core, positive.</param>
/// <param name="Tail">Where the tails begin, in widths, positive; large values leave a normal law.</param>
/// <source>
/// Das, arXiv:1603.08591, equation 3 (Gaussian core, exponential tails on both sides); its use for the truth asymmetry:
/// ATLAS, arXiv:2007.02645, section 6.
/// </source>
public readonly record struct AsymmetryShape(double Width, double Tail)
{
    private const double FarTail = -30; // below, the normal distribution function underflows; its expansion is exact
    private const double Nothing = -60; // logarithm of a density that no histogram of events can see
    private static readonly double RootTwoPi = Math.Sqrt(2 * Math.PI);

    // Integral of the density before it is normalised.
    private double Area => Width
        * ((RootTwoPi * ErrorFunction.Erf(Tail / Math.Sqrt(2))) + (2 / Tail * Math.Exp(-0.5 * Tail * Tail)));

    /// <summary>Density at an asymmetry.</summary>
    /// <param name="asymmetry">Any number.</param>
    public double Density(double asymmetry)
    {
        double u = Math.Abs(asymmetry) / Width;
        return Math.Exp(u <= Tail ? -0.5 * u * u : (0.5 * Tail * Tail) - (Tail * u)) / Area;
    }

    /// <summary>
    /// Density after a normal error is added. Both pieces are convolved in closed form: the cut-off core gives a
    /// difference of error functions, each tail an exponentially modified normal law.
    /// </summary>
    /// <param name="asymmetry">Any number.</param>
    /// <param name="sigma">Standard deviation of the error, not negative.</param>
    public double Convolved(double asymmetry, double sigma)
    {
        // A thousandth of the width changes the density by a millionth.
        if (sigma <= 1e-3 * Width)
        {
            return Density(asymmetry);
        }

        return (Core(asymmetry, sigma) + RightTail(asymmetry, sigma) + RightTail(-asymmetry, sigma)) / Area;
    }

    private double Core(double x, double sigma)
    {
        double total = (Width * Width) + (sigma * sigma), edge = Tail * Width;
        double mean = x * Width * Width / total, spread = Width * sigma / Math.Sqrt(total);
        double inside = ErrorFunction.NormalProbability((edge - mean) / spread)
            - ErrorFunction.NormalProbability((-edge - mean) / spread);
        return Width / Math.Sqrt(total) * Math.Exp(-0.5 * x * x / total) * inside;
    }

    // Logarithms keep the product of a huge exponential and a tiny probability finite.
    private double RightTail(double x, double sigma)
    {
        double slope = Tail / Width, edge = Tail * Width, beyond = (x - edge) / sigma;
        double z = beyond - (slope * sigma);
        if (z < 0 && (-0.5 * Tail * Tail) - (0.5 * beyond * beyond) < Nothing)
        {
            return 0;
        }

        double logProbability = z > FarTail
            ? Math.Log(ErrorFunction.NormalProbability(z))
            : (-0.5 * z * z) - Math.Log(-z * RootTwoPi);
        double exponent = (0.5 * Tail * Tail) - (slope * x) + (0.5 * slope * slope * sigma * sigma);
        return Math.Exp(exponent + logProbability);
    }
}
