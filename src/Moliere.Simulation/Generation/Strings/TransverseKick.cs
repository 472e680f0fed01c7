using Moliere.Data.Kinematics;
using Moliere.Numerics.Random;
using Moliere.Simulation.Generation.Partons;

namespace Moliere.Simulation.Generation.Strings;

/// <summary>Transverse momentum of a quark pair that breaks a string: Gaussian with a small wide part.</summary>
/// <source>
/// Andersson, Gustafson, Ingelman, Sjostrand, Phys. Rep. 97 (1983) 31, section 2.3; Monash tune, Eur. Phys. J. C 74
/// (2014) 3024, table 2.
/// </source>
internal static class TransverseKick
{
    // Per component [GeV]; Monash has 0.335 for the pair, tuned on charged multiplicity and dn/dx of e+ e- at 91.2 GeV.
    private const double Sigma = 0.325 / 1.4142135623730951;
    private const double TailShare = 0.01, TailFactor = 2; // Monash, StringPT:enhancedFraction and enhancedWidth

    /// <summary>Both components [GeV].</summary>
    /// <param name="rng">Stream.</param>
    public static (double X, double Y) Draw(ref Rng rng)
    {
        double sigma = rng.NextDouble() < TailShare ? TailFactor * Sigma : Sigma;
        return (sigma * rng.NextGaussian(), sigma * rng.NextGaussian());
    }

    /// <summary>The four-vector of a kick across two light-like vectors; equal ones give equal axes.</summary>
    /// <param name="p">First light-like vector [GeV].</param>
    /// <param name="q">Second light-like vector [GeV].</param>
    /// <param name="kick">Components [GeV].</param>
    public static FourVector Place(in FourVector p, in FourVector q, (double X, double Y) kick)
    {
        var frame = new RestFrame(p + q);
        return frame.Leave(new Triad(frame.Enter(p)).Place(kick.X, kick.Y, 0, 0));
    }
}
