using Moliere.Numerics.Random;

namespace Moliere.Simulation.Generation;

/// <summary>
/// Final-state radiation: a coherent branching cascade ordered in angle, with the leading-order splitting functions and
/// the running coupling at the relative transverse momentum kT = z (1 - z) pT theta. Works in the plane of (eta, phi)
/// around each parton, where the angle is a boost-invariant distance.
/// </summary>
/// <remarks>
/// Primary emissions have the density (2 C alpha_s(kT)/pi) dln(1/theta) dln(1/z) with C = 4/3 or 3, so that gluon jets
/// are wider and richer without any further parameter; emissions radiate in turn within their own angle.
/// </remarks>
/// <source>Ellis, Stirling, Webber, QCD and Collider Physics (1996), sections 5.1 to 5.5.</source>
internal static class PartonShower
{
    /// <summary>Smallest relative transverse momentum of a branching [GeV]; below it the string takes over.</summary>
    public const double Cutoff = 1.3;

    private const double QuarkColour = 4.0 / 3, GluonColour = 3;
    private const int ActiveFlavours = 3; // flavours a gluon splits into; heavy quarks are left out

    // One loop, five flavours: Lambda [GeV] for alpha_s(mZ) = 0.105, tuned on the multiplicity of the reference jets
    // between 50 GeV and 1.6 TeV; the world average is 0.118 (PDG), but no matrix element
    // corrects hard wide branchings here.
    private const double Lambda2 = 0.0372 * 0.0372;

    /// <summary>One-loop coupling at a scale [GeV] not below <see cref="Cutoff"/>.</summary>
    /// <param name="kt">Scale [GeV].</param>
    public static double Coupling(double kt) => 12 * Math.PI / (23 * Math.Log(kt * kt / Lambda2));

    /// <summary>Branches a parton until nothing is left above the cutoff.</summary>
    /// <param name="start">Parton with its starting angles.</param>
    /// <param name="into">Receives the final partons; the list is also used as the stack.</param>
    /// <param name="rng">Stream.</param>
    public static void Add(in PartonLeg start, List<PartonLeg> into, ref Rng rng)
    {
        int next = into.Count;
        into.Add(start);
        while (next < into.Count)
        {
            if (TryBranch(into[next], out PartonLeg harder, out PartonLeg other, ref rng))
            {
                into[next] = harder;
                into.Add(other);
            }
            else
            {
                next++;
            }
        }
    }

    // Veto algorithm in ln(theta²): constant rate at the coupling of the cutoff and the widest range of z.
    private static bool TryBranch(in PartonLeg leg, out PartonLeg harder, out PartonLeg other, ref Rng rng)
    {
        double logRange = Math.Log(leg.Pt * leg.ShowerAngle / Cutoff), colour = leg.IsGluon ? GluonColour : QuarkColour;
        double maxCoupling = Coupling(Cutoff), quarkRate = leg.IsGluon ? 0.5 * ActiveFlavours : 0;
        double radiationRate = 2 * colour * logRange, rate = maxCoupling / (2 * Math.PI) * (radiationRate + quarkRate);
        double smallest = 4 * Cutoff / leg.Pt, angle = leg.ShowerAngle;
        while (logRange > 0 && angle > smallest)
        {
            angle *= Math.Exp(0.5 * Math.Log(rng.NextDouble()) / rate);
            bool isPair = rng.NextDouble() * (radiationRate + quarkRate) < quarkRate;
            double z = isPair ? rng.NextDouble() : Math.Exp(-logRange * rng.NextDouble());
            double kt = z * (1 - z) * leg.Pt * angle;
            if (kt > Cutoff && rng.NextDouble() * maxCoupling < Coupling(kt) * Acceptance(leg.IsGluon, isPair, z))
            {
                (harder, other) = isPair ? Pair(leg, z, angle, ref rng) : Radiate(leg, z, angle, ref rng);
                return true;
            }
        }

        (harder, other) = (leg, leg);
        return false;
    }

    // Splitting function over its overestimate 2C/z (radiation) or nf/2 (quark pair).
    private static double Acceptance(bool isGluon, bool isPair, double z) => isPair
        ? (z * z) + ((1 - z) * (1 - z))
        : isGluon
            ? 1 - z + (0.5 * z * z * (1 - z)) // g -> gg, symmetrised so that only z -> 0 is singular
            : 0.5 * (1 + ((1 - z) * (1 - z)));

    private static (PartonLeg, PartonLeg) Radiate(in PartonLeg leg, double z, double angle, ref Rng rng)
    {
        (PartonLeg a, PartonLeg b) = Divide(leg, z, angle, ref rng);
        return (a, b with { Flavour = 21, StringAngle = angle });
    }

    private static (PartonLeg, PartonLeg) Pair(in PartonLeg leg, double z, double angle, ref Rng rng)
    {
        int flavour = 1 + rng.NextInt(ActiveFlavours);
        (PartonLeg a, PartonLeg b) = Divide(leg, z, angle, ref rng);
        return (a with { Flavour = flavour }, b with { Flavour = -flavour });
    }

    // The products recoil so that the transverse momentum about the old direction balances.
    private static (PartonLeg, PartonLeg) Divide(in PartonLeg leg, double z, double angle, ref Rng rng)
    {
        (double sin, double cos) = Math.SinCos(2 * Math.PI * rng.NextDouble());
        double deta = angle * cos, dphi = angle * sin;
        return (Part(leg, 1 - z, -z * deta, -z * dphi, angle), Part(leg, z, (1 - z) * deta, (1 - z) * dphi, angle));
    }

    private static PartonLeg Part(in PartonLeg leg, double share, double deta, double dphi, double angle) =>
        leg with { Pt = share * leg.Pt, Eta = leg.Eta + deta, Phi = leg.Phi + dphi, ShowerAngle = angle };
}
