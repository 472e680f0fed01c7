namespace Moliere.Simulation.Generation.Hard;

/// <summary>The three shapes of the parametrised densities at one momentum fraction and one scale.</summary>
/// <param name="X">Momentum fraction in (0, 1).</param>
/// <param name="S">Logarithm of the growth of ln Q², positive.</param>
/// <source>Glück, Reya, Vogt, Z. Phys. C 67 (1995) 433, appendix.</source>
internal readonly record struct DensityPoint(double X, double S)
{
    private readonly double _log = -Math.Log(X);
    private readonly double _root = Math.Sqrt(X);
    private readonly double _rootS = Math.Sqrt(S);
    private readonly double _logS = Math.Log(S);
    private readonly double _logLeft = Math.Log(1 - X);

    /// <summary>A polynomial in s.</summary>
    public double Poly(double c0, double c1 = 0, double c2 = 0, double c3 = 0) =>
        c0 + (S * (c1 + (S * (c2 + (S * c3)))));

    /// <summary>A polynomial in the root of s.</summary>
    public double Root(double c0, double c1, double c2) => c0 + (_rootS * c1) + (S * c2);

    /// <summary>Valence quarks: N x^a (1 + A x^b + B x + C x^(3/2)) (1 - x)^D.</summary>
    public double Valence(double norm, double a, double b, double bigA, double bigB, double bigC, double bigD)
    {
        double shape = 1 + (bigA * Math.Exp(-b * _log)) + (X * (bigB + (bigC * _root)));
        return norm * shape * Math.Exp((bigD * _logLeft) - (a * _log));
    }

    /// <summary>
    /// Gluon and light sea: [x^a (A + B x + C x²) L^b + s^α exp(-E + √(E' s^β L))] (1 - x)^D with L = ln 1/x.
    /// </summary>
    public double Light(double alpha, double beta, double a, double b, double bigA, double bigB, double bigC,
        double bigD, double e, double ePrime)
    {
        double soft = (bigA + (X * (bigB + (X * bigC)))) * Math.Exp((b * Math.Log(_log)) - (a * _log));
        return (soft + Rise(alpha * _logS, beta, e, ePrime)) * Math.Exp(bigD * _logLeft);
    }

    /// <summary>
    /// Strange and heavy sea, 0 below the threshold t: (s - t)^α L^-a (1 + A √x + B x) (1 - x)^D exp(-E + √(E' s^β L)).
    /// </summary>
    public double Heavy(double threshold, double alpha, double beta, double a, double bigA, double bigB,
        double bigD, double e, double ePrime)
    {
        if (S <= threshold)
        {
            return 0;
        }

        double shape = 1 + (bigA * _root) + (bigB * X);
        double power = (bigD * _logLeft) - (a * Math.Log(_log));
        return shape * Math.Exp(power) * Rise(alpha * Math.Log(S - threshold), beta, e, ePrime);
    }

    private double Rise(double logNorm, double beta, double e, double ePrime) =>
        Math.Exp(logNorm - e + Math.Sqrt(ePrime * Math.Exp(beta * _logS) * _log));
}
