namespace Moliere.Simulation.Generation.Showers;

/// <summary>
/// The strong coupling at one loop with thresholds, or frozen at one value; and the veto algorithm's next scale under
/// it.
/// </summary>
/// <remarks>
/// The value at the Z mass is that of the tune, larger than the world average: it stands for the next order, which
/// multiplies soft emission by a factor that a larger scale parameter absorbs (Catani, Marchesini, Webber 1991).
/// </remarks>
/// <source>
/// Ellis, Stirling, Webber, QCD and Collider Physics (1996), eq. 2.12; Sjostrand, Mrenna, Skands, hep-ph/0603175,
/// section 4.2, for the veto algorithm.
/// </source>
internal sealed class ShowerCoupling
{
    private const double ZMass = 91.1876; // [GeV], PDG
    private const double Charm2 = 1.5 * 1.5, Bottom2 = 4.8 * 4.8; // thresholds [GeV²], as in QuarkMasses

    private readonly double _fixed, _lambda3, _lambda4, _lambda5; // squares of Lambda [GeV²]

    private ShowerCoupling(double value, bool isRunning)
    {
        if (!isRunning)
        {
            _fixed = value;
            return;
        }

        _lambda5 = ZMass * ZMass * Math.Exp(-12 * Math.PI / (23 * value));
        _lambda4 = Bottom2 * Math.Pow(_lambda5 / Bottom2, 23.0 / 25);
        _lambda3 = Charm2 * Math.Pow(_lambda4 / Charm2, 25.0 / 27);
    }

    /// <summary>A coupling that runs.</summary>
    /// <param name="atZ">Value at the Z mass, in (0, 0.2).</param>
    public static ShowerCoupling Running(double atZ) => new(atZ, isRunning: true);

    /// <summary>A coupling that does not run: what can be integrated by hand.</summary>
    /// <param name="value">Value at every scale, positive.</param>
    public static ShowerCoupling Fixed(double value) => new(value, isRunning: false);

    /// <summary>Value at a scale.</summary>
    /// <param name="scale2">Square of the scale [GeV²]; well above Lambda².</param>
    public double At(double scale2)
    {
        if (_fixed > 0)
        {
            return _fixed;
        }

        (double beta, double lambda2, _) = Region(scale2);
        return 12 * Math.PI / (beta * Math.Log(scale2 / lambda2));
    }

    /// <summary>
    /// Draws the next lower scale for a density rate alpha(q²)/(2 pi) dq²/q², from the no-emission probability.
    /// </summary>
    /// <param name="scale2">Square of the present scale [GeV²].</param>
    /// <param name="rate">Integral of the splitting function, positive.</param>
    /// <param name="floor2">Below this the answer does not matter: 0 is returned [GeV²].</param>
    /// <param name="u">Uniform in (0, 1); a threshold reuses what is left of it.</param>
    public double Next(double scale2, double rate, double floor2, double u)
    {
        if (_fixed > 0)
        {
            double next = scale2 * Math.Pow(u, 2 * Math.PI / (_fixed * rate));
            return next > floor2 ? next : 0;
        }

        while (scale2 > floor2)
        {
            (double beta, double lambda2, double threshold2) = Region(scale2);
            double log = Math.Log(scale2 / lambda2), power = 6 * rate / beta;
            double next = lambda2 * Math.Exp(log * Math.Pow(u, 1 / power));
            if (next > threshold2)
            {
                return next > floor2 ? next : 0;
            }

            // No emission above the threshold; given that, u over its probability is uniform again.
            u /= Math.Pow(Math.Log(threshold2 / lambda2) / log, power);
            scale2 = threshold2;
        }

        return 0;
    }

    // 33 - 2 nf, Lambda² and the lower end of the region; a threshold itself belongs to the region below.
    private (double Beta, double Lambda2, double Threshold2) Region(double scale2) =>
        scale2 > Bottom2 ? (23, _lambda5, Bottom2) : scale2 > Charm2 ? (25, _lambda4, Charm2) : (27, _lambda3, 0);
}
