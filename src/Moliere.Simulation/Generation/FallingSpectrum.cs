namespace Moliere.Simulation.Generation;

/// <summary>
/// The falling parton spectrum dσ/dpT ~ pT^-n (1 - 2 pT/√s)^8 as a weight for events sampled flat in ln pT, normalised
/// to a mean of 1 over the sampled range.
/// </summary>
/// <source>
/// Field, Applications of Perturbative QCD (1989), section 5: power law of 2→2 scattering times parton densities.
/// </source>
internal sealed class FallingSpectrum
{
    private const double CollisionEnergy = 13000; // √s of LHC Run 2 [GeV]
    private const int EndpointPower = 8;

    private readonly double _power;
    private readonly double _norm;

    /// <summary>Integrates the spectrum over the range.</summary>
    /// <param name="ptMin">Lower end [GeV].</param>
    /// <param name="ptMax">Upper end [GeV], above the lower end and below √s/2.</param>
    /// <param name="power">Exponent n of the fall.</param>
    public FallingSpectrum(double ptMin, double ptMax, double power)
    {
        _power = power;
        _norm = Math.Log(ptMax / ptMin) / Integral(ptMin, ptMax);
    }

    /// <summary>Weight of an event.</summary>
    /// <param name="pt">Transverse momentum of its hard partons [GeV], inside the range.</param>
    public double Weight(double pt) =>
        _norm * Math.Pow(pt, 1 - _power) * Math.Pow(1 - (2 * pt / CollisionEnergy), EndpointPower);

    // Term by term: (1 - x)^8 is a polynomial.
    private double Integral(double low, double high)
    {
        double sum = 0, coefficient = 1;
        for (int k = 0; k <= EndpointPower; k++)
        {
            double e = k + 1 - _power;
            double term = Math.Abs(e) < 1e-9
                ? Math.Log(high / low)
                : (Math.Pow(high, e) - Math.Pow(low, e)) / e;
            sum += coefficient * term;
            coefficient *= -2 / CollisionEnergy * (EndpointPower - k) / (k + 1);
        }

        return sum;
    }
}
