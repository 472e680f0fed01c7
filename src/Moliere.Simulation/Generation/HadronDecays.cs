using Moliere.Data.Kinematics;
using Moliere.Data.Objects;
using Moliere.Numerics.Random;

namespace Moliere.Simulation.Generation;

/// <summary>Decays hadrons at the origin until only particles are left that reach the detector.</summary>
/// <remarks>Channels by their branching fractions, momenta uniform in phase space.</remarks>
internal static class HadronDecays
{
    /// <summary>Adds the particle itself when it is stable, otherwise its stable descendants.</summary>
    /// <param name="pdgId">Particle number; negative for antiparticles.</param>
    /// <param name="momentum">Four-momentum [GeV], on the mass shell of <see cref="HadronData.Mass"/>.</param>
    /// <param name="into">Receives the stable particles.</param>
    /// <param name="rng">Stream.</param>
    public static void AddStable(int pdgId, in FourVector momentum, List<Particle> into, ref Rng rng)
    {
        ReadOnlySpan<DecayChannel> channels = HadronData.Channels(pdgId);
        if (channels.IsEmpty)
        {
            into.Add(new Particle(pdgId, momentum));
            return;
        }

        DecayChannel channel = Choose(channels, ref rng);
        int sign = Math.Sign(pdgId);
        if (channel.Second == 0)
        {
            AddStable(Conjugate(channel.First, sign), momentum, into, ref rng);
        }
        else if (channel.Third == 0)
        {
            double m1 = HadronData.Mass(channel.First), m2 = HadronData.Mass(channel.Second);
            AddPair(momentum, HadronData.Mass(pdgId), Conjugate(channel.First, sign), m1, out FourVector second, m2,
                into, ref rng);
            AddStable(Conjugate(channel.Second, sign), second, into, ref rng);
        }
        else
        {
            AddThree(momentum, HadronData.Mass(pdgId), channel, sign, into, ref rng);
        }
    }

    /// <summary>Two-body decay, uniform over the sphere in the rest frame.</summary>
    /// <param name="parent">Four-momentum of the parent [GeV].</param>
    /// <param name="mass">Mass of the parent [GeV], at least the sum of the products'.</param>
    /// <param name="m1">Mass of the first product [GeV].</param>
    /// <param name="m2">Mass of the second product [GeV].</param>
    /// <param name="rng">Stream.</param>
    public static (FourVector First, FourVector Second) TwoBody(
        in FourVector parent, double mass, double m1, double m2, ref Rng rng)
    {
        double p = Momentum(mass, m1, m2);
        double cos = (2 * rng.NextDouble()) - 1, sin = Math.Sqrt(1 - (cos * cos));
        (double sinPhi, double cosPhi) = Math.SinCos(2 * Math.PI * rng.NextDouble());
        var rest = new FourVector(p * sin * cosPhi, p * sin * sinPhi, p * cos, Math.Sqrt((p * p) + (m1 * m1)));
        FourVector first = Boost(rest, parent, mass);
        var second = new FourVector(parent.Px - first.Px, parent.Py - first.Py, parent.Pz - first.Pz, 0);
        return (first, second with { E = Math.Sqrt((second.P * second.P) + (m2 * m2)) });
    }

    private static void AddPair(in FourVector parent, double mass, int firstId, double m1,
        out FourVector second, double m2, List<Particle> into, ref Rng rng)
    {
        (FourVector first, second) = TwoBody(parent, mass, m1, m2, ref rng);
        AddStable(firstId, first, into, ref rng);
    }

    // Flat three-body phase space: the mass of the second and third is drawn with the density p(first)*p(in the pair).
    private static void AddThree(
        in FourVector parent, double mass, in DecayChannel channel, int sign, List<Particle> into, ref Rng rng)
    {
        double m1 = HadronData.Mass(channel.First), m2 = HadronData.Mass(channel.Second);
        double m3 = HadronData.Mass(channel.Third), low = m2 + m3, high = mass - m1;
        double bound = Momentum(mass, m1, low) * Momentum(high, m2, m3);
        double pairMass, density;
        do
        {
            pairMass = low + ((high - low) * rng.NextDouble());
            density = Momentum(mass, m1, pairMass) * Momentum(pairMass, m2, m3);
        }
        while (density < bound * rng.NextDouble());

        AddPair(parent, mass, Conjugate(channel.First, sign), m1, out FourVector pair, pairMass, into, ref rng);
        AddPair(pair, pairMass, Conjugate(channel.Second, sign), m2, out FourVector third, m3, into, ref rng);
        AddStable(Conjugate(channel.Third, sign), third, into, ref rng);
    }

    private static DecayChannel Choose(ReadOnlySpan<DecayChannel> channels, ref Rng rng)
    {
        if (channels.Length == 1)
        {
            return channels[0];
        }

        double u = rng.NextDouble();
        int i = 0;
        while (i < channels.Length - 1 && u > channels[i].Fraction)
        {
            u -= channels[i++].Fraction;
        }

        return channels[i];
    }

    private static int Conjugate(int pdgId, int sign) =>
        pdgId is 22 or 111 or 113 or 221 or 223 or 331 or 333 or 130 or 310 ? pdgId : sign * pdgId;

    // Momentum of either product in the rest frame of the parent.
    private static double Momentum(double mass, double m1, double m2)
    {
        double s = mass * mass, sum = m1 + m2, difference = m1 - m2;
        return Math.Sqrt(Math.Max(0, (s - (sum * sum)) * (s - (difference * difference)))) / (2 * mass);
    }

    private static FourVector Boost(in FourVector v, in FourVector parent, double mass)
    {
        double dot = (v.Px * parent.Px) + (v.Py * parent.Py) + (v.Pz * parent.Pz);
        double energy = ((v.E * parent.E) + dot) / mass;
        double factor = (v.E + energy) / (parent.E + mass);
        return new FourVector(
            v.Px + (factor * parent.Px), v.Py + (factor * parent.Py), v.Pz + (factor * parent.Pz), energy);
    }
}
