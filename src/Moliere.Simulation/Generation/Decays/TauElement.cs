using System.Numerics;
using Moliere.Data.Kinematics;
using Moliere.Simulation.Generation.Partons;

namespace Moliere.Simulation.Generation.Decays;

/// <summary>Squared matrix elements of tau decays, for a tau at rest with polarisation vector s.</summary>
/// <remarks>
/// With k the tau neutrino, J the hadronic current and Pi = P - m s: |M|² ~ 2 Re (k J*)(Pi J) - (k Pi)(J J*). The term
/// with the antisymmetric tensor is left out: it vanishes but for three pions, where it averages out over their plane.
/// </remarks>
/// <source>
/// Jadach, Was, Decker, Kuhn, Comput. Phys. Commun. 76 (1993) 361, section 2; currents of Kuhn and Santamaria, Z. Phys.
/// C 48 (1990) 445.
/// </source>
internal static class TauElement
{
    /// <summary>Weight of one configuration, not negative; units differ between modes.</summary>
    /// <param name="current">What makes the products.</param>
    /// <param name="momenta">Tau neutrino first, then the products of the mode [GeV].</param>
    /// <param name="spin">Spatial vector of the polarisation, at most one long; the energy component is 0.</param>
    /// <param name="mass">Mass of the tau [GeV].</param>
    public static double Weight(TauCurrent current, ReadOnlySpan<FourVector> momenta, in FourVector spin, double mass)
    {
        FourVector pi = new FourVector(0, 0, 0, mass) + (-mass * spin), k = momenta[0], q = momenta[1];
        return current switch
        {
            TauCurrent.Lepton => Minkowski.Dot(pi, q) * Minkowski.Dot(momenta[2], k),
            TauCurrent.Scalar => Contract(k, pi, q, default),
            TauCurrent.Rho => Pair(k, pi, q, momenta[2], isKaon: false),
            TauCurrent.KStar => Pair(k, pi, q, momenta[2], isKaon: true),
            TauCurrent.ThreePions => Three(k, pi, momenta[1..]),
            _ => Broad(k, spin, momenta[1..], mass),
        };
    }

    private static double Contract(in FourVector k, in FourVector pi, in FourVector re, in FourVector im) =>
        (2 * Minkowski.Dot(k, re) * Minkowski.Dot(pi, re)) + (2 * Minkowski.Dot(k, im) * Minkowski.Dot(pi, im))
        - (Minkowski.Dot(k, pi) * (Minkowski.Dot(re, re) + Minkowski.Dot(im, im)));

    private static double Pair(in FourVector k, in FourVector pi, in FourVector a, in FourVector b, bool isKaon)
    {
        FourVector sum = a + b;
        double s = sum.MassSquared;
        Complex form = isKaon ? TauFormFactors.KStar(s) : TauFormFactors.Rho(s);
        FourVector along = Transverse(a + (-1 * b), sum, s);
        double squared = (form.Real * form.Real) + (form.Imaginary * form.Imaginary);
        return squared * Contract(k, pi, along, default);
    }

    private static double Three(in FourVector k, in FourVector pi, ReadOnlySpan<FourVector> q)
    {
        FourVector sum = q[0] + q[1] + q[2];
        double s = sum.MassSquared;
        Complex a1 = TauFormFactors.A1(s);
        Complex f1 = a1 * TauFormFactors.Rho((q[0] + q[2]).MassSquared);
        Complex f2 = a1 * TauFormFactors.Rho((q[1] + q[2]).MassSquared);
        FourVector v1 = Transverse(q[0] + (-1 * q[2]), sum, s), v2 = Transverse(q[1] + (-1 * q[2]), sum, s);
        return Contract(
            k, pi, (f1.Real * v1) + (f2.Real * v2), (f1.Imaginary * v1) + (f2.Imaginary * v2));
    }

    // Spin one, averaged over the directions within the hadrons: the sum over polarisations of the two-body decay.
    private static double Broad(in FourVector k, in FourVector spin, ReadOnlySpan<FourVector> q, double mass)
    {
        FourVector sum = default;
        foreach (FourVector one in q)
        {
            sum += one;
        }

        double s = sum.MassSquared, m2 = mass * mass;
        Complex form = TauFormFactors.Broad(s);
        double cos = -((spin.Px * k.Px) + (spin.Py * k.Py) + (spin.Pz * k.Pz)) / k.E;
        double squared = (form.Real * form.Real) + (form.Imaginary * form.Imaginary);
        return squared * (m2 - s) * (m2 + (2 * s) + ((m2 - (2 * s)) * cos));
    }

    private static FourVector Transverse(in FourVector v, in FourVector sum, double s) =>
        v + (-Minkowski.Dot(v, sum) / s * sum);
}
