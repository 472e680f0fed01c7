using Moliere.Data.Kinematics;
using Moliere.Numerics.Random;
using Moliere.Simulation.Generation.Partons;

namespace Moliere.Simulation.Generation.Hard;

/// <summary>Decays of W and Z bosons to fermions.</summary>
/// <source>
/// Particle Data Group, Review of Particle Physics: gauge boson listings, branching fractions; CKM matrix.
/// </source>
internal static class BosonDecay
{
    /// <summary>Fraction of W bosons that decay to quarks.</summary>
    public const double HadronicFractionOfW = 0.6741; // PDG listings

    private const double Cabibbo = 0.0507; // |V_us|², PDG
    private const double CharmBottom = 0.0017; // |V_cb|², PDG

    /// <summary>Adds the decay of a W boson.</summary>
    /// <param name="particles">Holds the boson; receives two fermions.</param>
    /// <param name="boson">Place of the boson.</param>
    /// <param name="momentum">Its momentum in a frame whose direction of flight is the axis [GeV].</param>
    /// <param name="frame">Momentum of the system at rest in that frame; default for the laboratory [GeV].</param>
    /// <param name="isHadronic">Whether to quarks.</param>
    /// <param name="cos">Cosine of the down-type fermion with the axis in the rest frame of the boson.</param>
    /// <param name="rng">Stream.</param>
    public static void AddW(List<HardParticle> particles, int boson, in FourVector momentum, in FourVector frame,
        bool isHadronic, double cos, ref Rng rng)
    {
        (int up, int down) = isHadronic ? Quarks(ref rng) : Leptons(ref rng);
        int sign = Math.Sign(particles[boson].PdgId);
        Add(particles, boson, momentum, frame, -sign * down, sign * up, cos, ref rng);
    }

    /// <summary>Adds the decay of a Z boson to quarks by their couplings.</summary>
    /// <param name="particles">Holds the boson; receives two quarks.</param>
    /// <param name="boson">Place of the boson.</param>
    /// <param name="cos">Cosine of the quark with the boson's flight in its rest frame.</param>
    /// <param name="rng">Stream.</param>
    public static void AddZ(List<HardParticle> particles, int boson, double cos, ref Rng rng)
    {
        double left = rng.NextDouble() * ((2 * Strength(2)) + (3 * Strength(1)));
        int quark = left < 2 * Strength(2)
            ? 2 + (2 * (int)(left / Strength(2)))
            : 1 + (2 * (int)((left - (2 * Strength(2))) / Strength(1)));
        Add(particles, boson, particles[boson].Momentum, default, quark, -quark, cos, ref rng);
    }

    /// <summary>Adds two products of a particle; quarks get a colour line of their own.</summary>
    public static void Add(List<HardParticle> particles, int mother, in FourVector momentum, in FourVector frame,
        int first, int second, double cos, ref Rng rng, double polarisation = 0)
    {
        double mass = particles[mother].Mass, m1 = FermionMasses.Of(first), m2 = FermionMasses.Of(second);
        double p = Minkowski.TwoBodyMomentum(mass, m1, m2);
        FourVector direction = Directions.About(p, cos, momentum, ref rng);
        FourVector one = direction with { E = Math.Sqrt((p * p) + (m1 * m1)) };
        FourVector two = (-1 * direction) with { E = Math.Sqrt((p * p) + (m2 * m2)) };
        int tag = Math.Abs(first) <= 6 ? FreeTag(particles) : 0;
        particles.Add(Product(first, Out(one, momentum, frame), m1, tag, mother, polarisation));
        particles.Add(Product(second, Out(two, momentum, frame), m2, tag, mother, -polarisation));
    }

    private static HardParticle Product(
        int id, in FourVector momentum, double mass, int tag, int mother, double polarisation) =>
        new(id, HardRole.Outgoing, momentum, mass, id > 0 ? tag : 0, id < 0 ? tag : 0, mother,
            Polarisation: polarisation);

    private static FourVector Out(in FourVector rest, in FourVector momentum, in FourVector frame)
    {
        FourVector inner = new RestFrame(momentum).Leave(rest);
        return frame.E > 0 ? new RestFrame(frame).Leave(inner) : inner;
    }

    private static int FreeTag(List<HardParticle> particles)
    {
        int tag = 100;
        foreach (HardParticle particle in particles)
        {
            tag = Math.Max(tag, Math.Max(particle.Colour, particle.Anticolour));
        }

        return tag + 1;
    }

    private static (int Up, int Down) Quarks(ref Rng rng)
    {
        int up = rng.NextDouble() < 0.5 ? 2 : 4;
        double u = rng.NextDouble();
        if (up == 4 && u < CharmBottom)
        {
            return (up, 5);
        }

        bool isMixed = u > 1 - Cabibbo;
        return (up, (up == 2) != isMixed ? 1 : 3);
    }

    private static (int Neutrino, int Lepton) Leptons(ref Rng rng)
    {
        int lepton = 11 + (2 * rng.NextInt(3));
        return (lepton + 1, lepton);
    }

    private static double Strength(int quark)
    {
        double left = ElectroweakCouplings.Left(quark), right = ElectroweakCouplings.Right(quark);
        return (left * left) + (right * right);
    }
}
