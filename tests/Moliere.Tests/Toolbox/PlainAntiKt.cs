using Moliere.Data.Kinematics;
using Moliere.Data.Objects;

namespace Moliere.Tests.Toolbox;

/// <summary>Anti-kt by nearest neighbours, E-scheme: slow, short, independent of the jet finder under test.</summary>
internal static class PlainAntiKt
{
    internal sealed class Jet
    {
        public FourVector Momentum;
        public List<Particle> Constituents = [];
        public double Y, Phi, Weight, NearestDistance;
        public Jet? Nearest;

        public void Update()
        {
            double pt = Momentum.Pt;
            (Y, Phi, Weight) = (Momentum.Rapidity, Momentum.Phi, 1 / (pt * pt));
        }
    }

    /// <summary>Jets above a threshold in falling transverse momentum.</summary>
    public static List<Jet> Find(IEnumerable<Particle> particles, double radius, double ptMin)
    {
        List<Jet> open = [.. particles.Where(p => p.Momentum.Pt > 1e-6)
            .Select(p => new Jet { Momentum = p.Momentum, Constituents = [p] })];
        List<Jet> done = [];
        open.ForEach(j => j.Update());
        open.ForEach(j => FindNearest(j, open, radius));
        while (open.Count > 0)
        {
            Jet best = open.MinBy(Distance)!;
            open.Remove(best);
            Jet? other = best.Nearest;
            if (other is null)
            {
                done.Add(best);
            }
            else
            {
                open.Remove(other);
                best.Momentum += other.Momentum;
                best.Constituents.AddRange(other.Constituents);
                best.Update();
                open.Add(best);
                FindNearest(best, open, radius);
                Improve(best, open, radius);
            }

            foreach (Jet jet in open.Where(j => j != best && IsEither(j.Nearest, best, other)))
            {
                FindNearest(jet, open, radius);
            }
        }

        return [.. done.Where(j => j.Momentum.Pt > ptMin).OrderByDescending(j => j.Momentum.Pt)];
    }

    private static bool IsEither(Jet? nearest, Jet best, Jet? other) =>
        nearest is not null && (nearest == best || nearest == other);

    private static double Distance(Jet jet) => jet.Nearest is null
        ? jet.Weight
        : Math.Min(jet.Weight, jet.Nearest.Weight) * jet.NearestDistance;

    private static double Distance2(Jet a, Jet b)
    {
        double dy = a.Y - b.Y, dphi = EtaPhi.DeltaPhi(a.Phi, b.Phi);
        return (dy * dy) + (dphi * dphi);
    }

    private static void FindNearest(Jet jet, List<Jet> open, double radius)
    {
        (jet.Nearest, jet.NearestDistance) = (null, 1);
        foreach (Jet other in open)
        {
            double d = other == jet ? 1 : Distance2(jet, other) / (radius * radius);
            if (d < jet.NearestDistance)
            {
                (jet.Nearest, jet.NearestDistance) = (other, d);
            }
        }
    }

    private static void Improve(Jet changed, List<Jet> open, double radius)
    {
        foreach (Jet other in open)
        {
            double d = other == changed ? 1 : Distance2(changed, other) / (radius * radius);
            if (d < other.NearestDistance)
            {
                (other.Nearest, other.NearestDistance) = (changed, d);
            }
        }
    }
}
