using Moliere.Data.Kinematics;
using Moliere.Numerics.Random;
using Moliere.Simulation.Generation.Partons;

namespace Moliere.Simulation.Generation.Strings;

/// <summary>
/// Strings of small mass: two hadrons where they fit, otherwise one, whose missing or surplus mass a hadron of another
/// string takes up.
/// </summary>
/// <remarks>
/// Two hadrons follow isotropic phase space. Without any other hadron a single one radiates a photon.
/// </remarks>
/// <source>Norrbin and Sjostrand, Eur. Phys. J. C 17 (2000) 137, section 2.4.</source>
internal static class SmallString
{
    private const int Attempts = 30;

    /// <summary>Makes one or two hadrons of all partons of a string.</summary>
    /// <param name="chain">The string.</param>
    /// <param name="into">Receives the hadrons; one that is in it may change its momentum.</param>
    /// <param name="first">Only hadrons from this index on may change.</param>
    /// <param name="rng">Stream.</param>
    /// <exception cref="InvalidOperationException">The mass is below that of any hadron it can form.</exception>
    public static void Collapse(StringChain chain, List<PrimaryHadron> into, int first, ref Rng rng)
    {
        int quark = StringFlavour.Quark(ref rng), mother = chain.Partons[0].Mother;
        (int left, int right) = chain.IsClosed
            ? (quark, -quark)
            : (chain.Partons[0].PdgId, chain.Partons[^1].PdgId);
        FourVector momentum = chain.Momentum;
        if (TryTwo(momentum, left, right, mother, into, ref rng)
            || TryOne(momentum, left, right, mother, into, first, ref rng))
        {
            return;
        }

        AddWithPhoton(momentum, left, right, mother, into, ref rng);
    }

    private static bool TryTwo(
        in FourVector momentum, int left, int right, int mother, List<PrimaryHadron> into, ref Rng rng)
    {
        double square = Minkowski.Dot(momentum, momentum);
        for (int i = 0; i < Attempts; i++)
        {
            (int a, int b) = Two(left, right, ref rng);
            double m1 = HadronMass.Draw(a, ref rng), m2 = HadronMass.Draw(b, ref rng);
            if (a != HadronFlavour.Refused && b != HadronFlavour.Refused && square > (m1 + m2) * (m1 + m2))
            {
                (FourVector p, FourVector q) = Isotropic(momentum, m1, m2, ref rng);
                into.Add(new PrimaryHadron(a, p, m1, mother));
                into.Add(new PrimaryHadron(b, q, m2, mother));
                return true;
            }
        }

        return false;
    }

    // A diquark and an antidiquark exchange quarks and become mesons: two baryons seldom fit.
    private static (int First, int Second) Two(int left, int right, ref Rng rng)
    {
        if (IsDiquark(left) && IsDiquark(right))
        {
            return (
                HadronFlavour.Combine(left / 1000, right / 1000, ref rng),
                HadronFlavour.Combine(left / 100 % 10, right / 100 % 10, ref rng));
        }

        (int hadron, int end) = StringFlavour.Next(left, ref rng);
        return (hadron, HadronFlavour.Combine(end, right, ref rng));
    }

    private static bool IsDiquark(int flavour) => Math.Abs(flavour) > 1000;

    // The partner is the hadron with the smallest mass together with the string, of those that leave room enough.
    private static bool TryOne(
        in FourVector momentum, int left, int right, int mother, List<PrimaryHadron> into, int first, ref Rng rng)
    {
        if (IsDiquark(left) && IsDiquark(right))
        {
            return false;
        }

        (int id, double mass) = Single(left, right, ref rng);
        int best = -1;
        double least = double.MaxValue;
        for (int i = first; i < into.Count; i++)
        {
            double room = mass + into[i].Mass + Spare;
            FourVector sum = momentum + into[i].Momentum;
            double square = Minkowski.Dot(sum, sum);
            if (square > room * room && square < least)
            {
                (least, best) = (square, i);
            }
        }

        if (best < 0)
        {
            return false;
        }

        (FourVector p, FourVector q) = Exchange(momentum, into[best].Momentum, mass, into[best].Mass);
        into[best] = into[best] with { Momentum = q };
        into.Add(new PrimaryHadron(id, p, mass, mother));
        return true;
    }

    private const double Spare = 0.2; // kinetic energy that the two must have at least [GeV], to change little

    private static (int Id, double Mass) Single(int left, int right, ref Rng rng)
    {
        int id;
        do
        {
            id = HadronFlavour.Combine(left, right, ref rng);
        }
        while (id == HadronFlavour.Refused);
        return (id, HadronMass.Draw(id, ref rng));
    }

    private static void AddWithPhoton(
        in FourVector momentum, int left, int right, int mother, List<PrimaryHadron> into, ref Rng rng)
    {
        double square = Minkowski.Dot(momentum, momentum);
        for (int i = 0; i < Attempts && !(IsDiquark(left) && IsDiquark(right)); i++)
        {
            (int id, double mass) = Single(left, right, ref rng);
            if (square > mass * mass)
            {
                (FourVector p, FourVector q) = Isotropic(momentum, mass, 0, ref rng);
                into.Add(new PrimaryHadron(id, p, mass, mother));
                into.Add(new PrimaryHadron(Data.PdgId.Photon, q, 0, mother));
                return;
            }
        }

        throw new LightStringException(
            $"A string between {left} and {right} has a mass of {Math.Sqrt(Math.Max(0, square)):g4} GeV, below any"
            + " hadron of these flavours, and nothing else is there to give it momentum.");
    }

    private static (FourVector First, FourVector Second) Isotropic(
        in FourVector momentum, double m1, double m2, ref Rng rng)
    {
        double cos = (2 * rng.NextDouble()) - 1, sin = Math.Sqrt(1 - (cos * cos));
        (double sinPhi, double cosPhi) = Math.SinCos(2 * Math.PI * rng.NextDouble());
        return Pair(new RestFrame(momentum), new FourVector(sin * cosPhi, sin * sinPhi, cos, 0), m1, m2);
    }

    // In their common rest frame both keep their directions.
    private static (FourVector First, FourVector Second) Exchange(
        in FourVector a, in FourVector b, double m1, double m2)
    {
        var frame = new RestFrame(a + b);
        return Pair(frame, frame.Enter(a), m1, m2);
    }

    private static (FourVector First, FourVector Second) Pair(
        in RestFrame frame, in FourVector direction, double m1, double m2)
    {
        double p = Minkowski.TwoBodyMomentum(frame.Mass, m1, m2);
        FourVector along = new Triad(direction).Place(0, 0, p, 0);
        return (
            Minkowski.OnShell(frame.Leave(Minkowski.OnShell(along, m1)), m1),
            Minkowski.OnShell(frame.Leave(Minkowski.OnShell(-1 * along, m2)), m2));
    }
}
