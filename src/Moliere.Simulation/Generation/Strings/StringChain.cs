using Moliere.Data.Kinematics;
using Moliere.Simulation.Generation.Partons;

namespace Moliere.Simulation.Generation.Strings;

/// <summary>
/// The partons along one string in the order of their colour: from a quark over gluons to an antiquark, or a ring of
/// gluons.
/// </summary>
/// <param name="Partons">At least two.</param>
/// <param name="IsClosed">Whether the last gluon is connected to the first.</param>
internal sealed record StringChain(List<Parton> Partons, bool IsClosed)
{
    /// <summary>Total momentum [GeV].</summary>
    public FourVector Momentum
    {
        get
        {
            FourVector sum = default;
            foreach (Parton parton in Partons)
            {
                sum += parton.Momentum;
            }

            return sum;
        }
    }

    /// <summary>
    /// Mass of the string above what its ends must have at least [GeV]; a ring counts with a light quark pair.
    /// </summary>
    public double FreeMass
    {
        get
        {
            FourVector sum = Momentum;
            double mass = Math.Sqrt(Math.Max(0, Minkowski.Dot(sum, sum)));
            return IsClosed
                ? mass - (2 * QuarkMasses.Constituent(1))
                : mass - QuarkMasses.Constituent(Partons[0].PdgId) - QuarkMasses.Constituent(Partons[^1].PdgId);
        }
    }

    /// <summary>
    /// Merges gluons with a neighbour where the piece of string between them has nearly no mass: it could not hold a
    /// break anyway. Two partons always stay.
    /// </summary>
    /// <param name="limit">Mass of a piece above its ends' [GeV] below which it disappears.</param>
    public void Join(double limit)
    {
        while (Partons.Count > 2)
        {
            int best = -1, pieces = IsClosed ? Partons.Count : Partons.Count - 1;
            double least = limit;
            for (int i = 0; i < pieces; i++)
            {
                double mass = PieceMass(Partons[i], Partons[(i + 1) % Partons.Count]);
                if (mass < least)
                {
                    (least, best) = (mass, i);
                }
            }

            if (best < 0)
            {
                return;
            }

            Merge(best, (best + 1) % Partons.Count);
        }
    }

    // Each piece owns half of the momentum of a gluon at its end.
    private static double PieceMass(in Parton a, in Parton b)
    {
        FourVector p = a.IsGluon ? 0.5 * a.Momentum : a.Momentum, q = b.IsGluon ? 0.5 * b.Momentum : b.Momentum;
        double shells = (a.IsGluon ? 0 : a.Mass) + (b.IsGluon ? 0 : b.Mass);
        FourVector sum = p + q;
        return Math.Sqrt(Math.Max(0, Minkowski.Dot(sum, sum))) - shells;
    }

    private void Merge(int first, int second)
    {
        Parton a = Partons[first], b = Partons[second], kept = a.IsGluon ? b : a;
        FourVector sum = a.Momentum + b.Momentum;
        Partons[first] = kept with
        {
            Momentum = sum,
            Mass = Math.Sqrt(Math.Max(0, Minkowski.Dot(sum, sum))),
        };
        Partons.RemoveAt(second);
    }
}
