namespace Moliere.Reconstruction.Jets;

/// <summary>
/// Finds for each direction the node that would have taken up a ghost there in an anti-kt clustering that has been
/// done. Equals clustering with the ghosts among the inputs.
/// </summary>
/// <remarks>
/// A node that lives from step b to step e takes up a ghost at the first of these steps whose distance exceeds
/// dR² s / R². Of all nodes the ghost goes to the earliest, in one step to the nearest in that distance.
/// </remarks>
/// <source>Cacciari, Salam, Soyez, arXiv:0802.1189: the anti-kt area is that of the hard particles.</source>
internal sealed class GhostReplay
{
    private readonly MergeTree _tree;
    private readonly double _radius2;
    private readonly double[] _largest; // of the distances of all steps up to one

    public GhostReplay(MergeTree tree)
    {
        (_tree, _radius2) = (tree, tree.Definition.Radius * tree.Definition.Radius);
        ReadOnlySpan<MergeStep> steps = tree.Steps;
        _largest = new double[steps.Length];
        double largest = 0;
        for (int k = 0; k < steps.Length; k++)
        {
            _largest[k] = largest = Math.Max(largest, steps[k].Distance);
        }
    }

    /// <summary>The node of each direction; -1 for those that end in no jet with an input.</summary>
    public int[] NodesOf(ReadOnlySpan<(double Rapidity, double Phi)> directions)
    {
        var tiles = new DirectionTiles(directions, _tree.Definition.Radius);
        var found = new Capture[directions.Length];
        Array.Fill(found, new(-1, int.MaxValue, double.PositiveInfinity));
        int[] end = EndOfNodes();
        ReadOnlySpan<PseudoJet> nodes = _tree.Nodes;
        for (int node = 0; node < nodes.Length; node++)
        {
            ref readonly PseudoJet jet = ref nodes[node];
            int birth = node < _tree.InputCount ? 0 : jet.Step + 1;
            DirectionTiles.TileWalk walk = tiles.Around(jet.Rapidity, jet.Phi);
            while (walk.MoveNext())
            {
                foreach (int ghost in walk.Current)
                {
                    Offer(ref found[ghost], directions[ghost], node, jet, (birth, end[node]));
                }
            }
        }

        return Array.ConvertAll(found, capture => capture.Node);
    }

    private void Offer(
        ref Capture best, (double Rapidity, double Phi) ghost, int node, in PseudoJet jet, (int Birth, int End) life)
    {
        double dy = jet.Rapidity - ghost.Rapidity, dphi = Math.Abs(jet.Phi - ghost.Phi);
        dphi = double.MinNative(dphi, (2 * Math.PI) - dphi);
        double d = (dy * dy) + (dphi * dphi);
        if (d >= _radius2 || best.Step < life.Birth)
        {
            return;
        }

        double distance = d * jet.Scale / _radius2;
        int step = FirstAbove(distance, life.Birth);
        if (step <= life.End && (step < best.Step || (step == best.Step && distance < best.Distance)))
        {
            best = new(node, step, distance);
        }
    }

    // The largest distance so far only grows: what has not been reached before the start is found by halving.
    private int FirstAbove(double distance, int start)
    {
        ReadOnlySpan<MergeStep> steps = _tree.Steps;
        if (start > 0 && _largest[start - 1] > distance)
        {
            int k = start;
            while (k < steps.Length && steps[k].Distance <= distance)
            {
                k++;
            }

            return k;
        }

        int low = start, high = steps.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = _largest[middle] > distance ? (low, middle) : (middle + 1, high);
        }

        return low;
    }

    private int[] EndOfNodes()
    {
        var end = new int[_tree.NodeCount];
        ReadOnlySpan<MergeStep> steps = _tree.Steps;
        for (int k = 0; k < steps.Length; k++)
        {
            end[steps[k].First] = k;
            if (!steps[k].IsJet)
            {
                end[steps[k].Second] = k;
            }
        }

        return end;
    }

    private readonly record struct Capture(int Node, int Step, double Distance);
}
