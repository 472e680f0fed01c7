using Moliere.Numerics.Random;

namespace Moliere.Simulation.Generation.Beams;

/// <summary>
/// Transverse momentum spectrum of soft hadrons, dN/dpT ~ pT [1 + (mT - m)/(n T)]^-n: exponential at low mT, a power
/// law at high pT. Sampled from a table that is equidistant in the logarithm of the survival probability.
/// </summary>
/// <source>Tsallis, J. Stat. Phys. 52 (1988) 479; in this form CMS, Phys. Rev. Lett. 105 (2010) 022002, eq. 1.</source>
internal sealed class SoftSpectrum
{
    private const int Points = 512, Steps = 20000;
    private const double MaxLog = 14, MaxPt = 40; // the table ends at a survival probability of 1e-6

    private readonly double[] _pt = new double[Points + 1];

    /// <summary>Tabulates the spectrum.</summary>
    /// <param name="mass">Hadron mass [GeV].</param>
    /// <param name="temperature">Slope parameter T [GeV].</param>
    /// <param name="power">Exponent n.</param>
    public SoftSpectrum(double mass, double temperature, double power)
    {
        // A quadratic grid in pT resolves the soft part.
        var survival = new double[Steps + 1];
        for (int i = Steps - 1; i >= 0; i--)
        {
            double u = (i + 0.5) / Steps, pt = MaxPt * u * u;
            double mt = Math.Sqrt((pt * pt) + (mass * mass));
            double density = pt * Math.Pow(1 + ((mt - mass) / (power * temperature)), -power);
            survival[i] = survival[i + 1] + (density * u);
        }

        int step = 0;
        for (int p = 0; p <= Points; p++)
        {
            double target = survival[0] * Math.Exp(-MaxLog * p / Points);
            while (step < Steps - 1 && survival[step + 1] > target)
            {
                step++;
            }

            double fraction = (survival[step] - target) / (survival[step] - survival[step + 1]);
            double u = (step + fraction) / Steps;
            _pt[p] = MaxPt * u * u;
        }
    }

    /// <summary>Transverse momentum [GeV].</summary>
    /// <param name="rng">Stream.</param>
    public double Sample(ref Rng rng)
    {
        double x = Math.Min(-Math.Log(rng.NextDouble()) * (Points / MaxLog), Points - 1e-9);
        int i = (int)x;
        return _pt[i] + ((x - i) * (_pt[i + 1] - _pt[i]));
    }
}
