using Moliere.Data.Kinematics;
using Moliere.Numerics.Random;
using Moliere.Simulation.Generation.Partons;

namespace Moliere.Simulation.Generation.Hard;

/// <summary>Decay of a top quark to a bottom quark and a W boson of the right mix of polarisations.</summary>
/// <source>Czarnecki, Körner, Piclum, Phys. Rev. D 81 (2010) 111503: polarisation of the W.</source>
internal static class TopQuarkDecay
{
    private const double LongitudinalFraction = 0.687; // ibid.; the rest is left-handed

    /// <summary>Adds the decay products and theirs.</summary>
    /// <param name="particles">Holds the top quark; receives W, bottom and the products of the W.</param>
    /// <param name="top">Place of the top quark.</param>
    /// <param name="isHadronic">Whether the W decays to quarks.</param>
    /// <param name="rng">Stream.</param>
    public static void Add(List<HardParticle> particles, int top, bool isHadronic, ref Rng rng)
    {
        HardParticle parent = particles[top] with { Role = HardRole.Resonance };
        particles[top] = parent;
        int sign = Math.Sign(parent.PdgId);
        double mass = ResonanceMass.Draw(
            ElectroweakCouplings.MassW, ElectroweakCouplings.WidthW, parent.Mass - FermionMasses.Bottom - 1, ref rng);
        double p = Minkowski.TwoBodyMomentum(parent.Mass, mass, FermionMasses.Bottom);
        FourVector direction = Directions.Uniform(p, ref rng);
        FourVector boson = direction with { E = Math.Sqrt((p * p) + (mass * mass)) };
        FourVector bottom = (-1 * direction) with { E = parent.Mass - boson.E };
        int place = particles.Count;
        var frame = new RestFrame(parent.Momentum);
        particles.Add(new(24 * sign, HardRole.Resonance, frame.Leave(boson), mass, Mother: top));
        particles.Add(new(5 * sign, HardRole.Outgoing, frame.Leave(bottom), FermionMasses.Bottom,
            parent.Colour, parent.Anticolour, top));
        BosonDecay.AddW(particles, place, boson, parent.Momentum, isHadronic, AngleOfDown(ref rng), ref rng);
    }

    // Cosine of the down-type fermion in the rest frame of the W with its flight: (1 - c)² or 1 - c².
    private static double AngleOfDown(ref Rng rng)
    {
        bool isLongitudinal = rng.NextDouble() < LongitudinalFraction;
        while (true)
        {
            double c = (2 * rng.NextDouble()) - 1, density = isLongitudinal ? 1 - (c * c) : 0.25 * (1 - c) * (1 - c);
            if (rng.NextDouble() < density)
            {
                return c;
            }
        }
    }
}
