using Moliere.Data.Kinematics;
using Moliere.Data.Objects;

namespace Moliere.Reconstruction.Jets;

/// <summary>
/// Sequential recombination as the papers define it: of all distances d_ij = min(s_i, s_j) dR²/R² and d_iB = s_i take
/// the smallest, merge or declare a jet, repeat. Cubic in the number of inputs; the twin that defines
/// <see cref="PlainClustering"/>.
/// </summary>
/// <source>arXiv:0802.1189 eq. 1.</source>
internal static class ReferenceClustering
{
    public static IReadOnlyList<Jet> Find(IReadOnlyList<FourVector> inputs, JetDefinition definition, double ptMin)
    {
        var active = inputs.Select((p, i) => (Jet: PseudoJet.Of(p, definition), Head: i)).ToList();
        var history = new MergeHistory();
        history.Reset(inputs.Count);
        while (active.Count > 0)
        {
            (int a, int b) = Closest(active, definition.Radius);
            (PseudoJet first, int head) = active[a];
            if (b < 0)
            {
                if (first.Momentum.Pt >= ptMin)
                {
                    history.Finish(head, first.Momentum);
                }

                active.RemoveAt(a);
                continue;
            }

            history.Join(head, active[b].Head);
            active[a] = (PseudoJet.Of(first.Momentum + active[b].Jet.Momentum, definition), head);
            active.RemoveAt(b);
        }

        return history.Sorted();
    }

    private static (int A, int B) Closest(List<(PseudoJet Jet, int Head)> active, double radius)
    {
        (int A, int B) best = (-1, -1);
        double least = double.PositiveInfinity;
        for (int i = 0; i < active.Count; i++)
        {
            PseudoJet jet = active[i].Jet;
            if (best.A < 0 || jet.Scale < least)
            {
                (least, best) = (jet.Scale, (i, -1));
            }

            for (int j = i + 1; j < active.Count; j++)
            {
                PseudoJet other = active[j].Jet;
                double d = Math.Min(jet.Scale, other.Scale) * jet.DistanceSquared(other) / (radius * radius);
                if (d < least)
                {
                    (least, best) = (d, (i, j));
                }
            }
        }

        return best;
    }
}
