using Moliere.Data.Kinematics;

namespace Moliere.Reconstruction.Jets;

/// <summary>
/// Sequential recombination as the papers define it: of all distances d_ij = min(s_i, s_j) dR²/R² and d_iB = s_i take
/// the smallest, merge or declare a jet, repeat. Cubic in the number of inputs; the twin that defines
/// <see cref="PlainClustering"/>.
/// </summary>
/// <source>arXiv:0802.1189 eq. 1.</source>
internal static class ReferenceClustering
{
    public static MergeTree Run(IReadOnlyList<FourVector> inputs, JetDefinition definition)
    {
        var tree = new MergeTree(definition);
        tree.Reset(inputs.Count);
        var active = inputs.Select((p, i) => (Jet: PseudoJet.Of(p, definition), Node: i)).ToList();
        active.ForEach(input => tree.SetInput(input.Node, input.Jet));
        while (active.Count > 0)
        {
            (int a, int b, double distance) = Closest(active, definition.Radius);
            (PseudoJet first, int node) = active[a];
            if (b < 0)
            {
                tree.Finish(node, distance);
                active.RemoveAt(a);
                continue;
            }

            PseudoJet merged = definition.Merge(first, active[b].Jet);
            active[a] = (merged, tree.Merge(node, active[b].Node, merged, distance));
            active.RemoveAt(b);
        }

        return tree;
    }

    private static (int A, int B, double Distance) Closest(
        List<(PseudoJet Jet, int Node)> active, double radius)
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

        return (best.A, best.B, least);
    }
}
