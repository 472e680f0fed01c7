using Moliere.Data.Kinematics;
using Moliere.Numerics.Kernels;

namespace Moliere.Reconstruction.Jets;

/// <summary>
/// Sequential recombination in N² steps: every pseudo-jet keeps its nearest neighbour within R, and a merger touches
/// only those who lose or gain a nearest neighbour. Equals <see cref="ReferenceClustering"/>.
/// </summary>
/// <remarks>
/// The smallest d_ij always belongs to a pair of which one is the other's nearest neighbour in angle. Arrays hold the
/// active pseudo-jets in slots 0..n-1; a slot that falls free is filled with the last one.
/// </remarks>
/// <source>Cacciari and Salam, hep-ph/0512210, section 2; the plain N² strategy of FastJet, arXiv:1111.6097.</source>
internal sealed class PlainClustering(JetDefinition definition) : IClustering
{
    private const int Beam = -1;
    private const int NoSlot = -2;

    private readonly double _radius2 = definition.Radius * definition.Radius;
    private MergeTree _tree = new(definition);
    private double[] _rapidity = [], _phi = [], _scale = [];
    private double[] _nearest = [];   // squared distance to the nearest neighbour, R² without one
    private double[] _distance = [];  // d_ij to that neighbour or d_iB, times R²
    private int[] _neighbour = [];
    private int[] _node = [];
    private int[] _byRapidity = [];
    private double[] _sorted = [];
    private int _count;

    public void Run(IReadOnlyList<FourVector> inputs, MergeTree tree)
    {
        _tree = tree;
        Load(inputs);
        FindAllNeighbours();
        while (_count > 0)
        {
            int a = SlotOfLeastDistance(), b = _neighbour[a];
            if (b == Beam)
            {
                tree.Finish(_node[a], _scale[a]);
                Remove(a, NoSlot);
                continue;
            }

            // The merged jet takes the lower slot, so that filling the freed one can never move it.
            (int kept, int freed) = (Math.Min(a, b), Math.Max(a, b));
            ReadOnlySpan<PseudoJet> nodes = tree.Nodes;
            PseudoJet merged = definition.Merge(nodes[_node[kept]], nodes[_node[freed]]);
            Set(kept, merged, tree.Merge(_node[kept], _node[freed], merged, _distance[a] / _radius2));
            Remove(freed, kept);
        }
    }

    private void Load(IReadOnlyList<FourVector> inputs)
    {
        _count = inputs.Count;
        _tree.Reset(_count);
        if (_rapidity.Length < _count)
        {
            int size = 2 * _count;
            (_neighbour, _node) = (new int[size], new int[size]);
            (_rapidity, _phi, _scale) = (new double[size], new double[size], new double[size]);
            (_nearest, _distance) = (new double[size], new double[size]);
            (_byRapidity, _sorted) = (new int[size], new double[size]);
        }

        for (int i = 0; i < _count; i++)
        {
            var jet = PseudoJet.Of(inputs[i], definition);
            _tree.SetInput(i, jet);
            Set(i, jet, i);
        }
    }

    private void Set(int slot, in PseudoJet jet, int node)
    {
        _node[slot] = node;
        (_rapidity[slot], _phi[slot], _scale[slot]) = (jet.Rapidity, jet.Phi, jet.Scale);
        (_nearest[slot], _neighbour[slot]) = (_radius2, Beam);
    }

    // In order of rapidity only the next few slots can be within R.
    private void FindAllNeighbours()
    {
        Array.Copy(_rapidity, _sorted, _count);
        for (int i = 0; i < _count; i++)
        {
            _byRapidity[i] = i;
        }

        Array.Sort(_sorted, _byRapidity, 0, _count);
        for (int i = 0; i < _count; i++)
        {
            for (int j = i + 1; j < _count && _sorted[j] - _sorted[i] < definition.Radius; j++)
            {
                Introduce(_byRapidity[i], _byRapidity[j]);
            }
        }

        for (int i = 0; i < _count; i++)
        {
            UpdateDistance(i);
        }
    }

    private void Introduce(int a, int b)
    {
        double dy = _rapidity[a] - _rapidity[b], dphi = Math.Abs(_phi[a] - _phi[b]);
        dphi = double.MinNative(dphi, (2 * Math.PI) - dphi);
        double d = (dy * dy) + (dphi * dphi);
        if (d < _nearest[a])
        {
            (_nearest[a], _neighbour[a]) = (d, b);
        }

        if (d < _nearest[b])
        {
            (_nearest[b], _neighbour[b]) = (d, a);
        }
    }

    // Compares one slot with all others: each of two may be the other's new nearest neighbour.
    private void Offer(int slot)
    {
        double[] rapidity = _rapidity, phi = _phi, nearest = _nearest;
        double y = rapidity[slot], azimuth = phi[slot], best = nearest[slot];
        int neighbour = _neighbour[slot];
        for (int i = 0; i < _count; i++)
        {
            double dy = y - rapidity[i], dphi = Math.Abs(azimuth - phi[i]);
            dphi = double.MinNative(dphi, (2 * Math.PI) - dphi); // one instruction; a branch would be mispredicted
            double d = (dy * dy) + (dphi * dphi);
            if (d < nearest[i] && i != slot)
            {
                (nearest[i], _neighbour[i]) = (d, slot);
                UpdateDistance(i);
            }

            if (d < best && i != slot)
            {
                (best, neighbour) = (d, i);
            }
        }

        (nearest[slot], _neighbour[slot]) = (best, neighbour);
    }

    private void FindNeighbour(int slot)
    {
        double[] rapidity = _rapidity, phi = _phi;
        double y = rapidity[slot], azimuth = phi[slot], nearest = _radius2;
        int neighbour = Beam;
        for (int j = 0; j < _count; j++)
        {
            double dy = y - rapidity[j], dphi = Math.Abs(azimuth - phi[j]);
            dphi = double.MinNative(dphi, (2 * Math.PI) - dphi); // one instruction; a branch would be mispredicted
            double d = (dy * dy) + (dphi * dphi);
            if (d < nearest && j != slot)
            {
                (nearest, neighbour) = (d, j);
            }
        }

        (_nearest[slot], _neighbour[slot]) = (nearest, neighbour);
    }

    private void UpdateDistance(int slot)
    {
        int neighbour = _neighbour[slot];
        double scale = neighbour == Beam ? _scale[slot] : Math.Min(_scale[slot], _scale[neighbour]);
        _distance[slot] = _nearest[slot] * scale;
    }

    private int SlotOfLeastDistance() => LeastValue.IndexOf(_distance.AsSpan(0, _count));

    private void Remove(int freed, int kept)
    {
        int last = --_count;
        Move(last, freed);
        int[] neighbours = _neighbour;
        for (int i = 0; i < _count; i++)
        {
            int neighbour = neighbours[i];
            if (neighbour == freed || neighbour == kept)
            {
                FindNeighbour(i);
                UpdateDistance(i);
            }
            else if (neighbour == last)
            {
                neighbours[i] = freed;
            }
        }

        if (kept >= 0)
        {
            Offer(kept);
            UpdateDistance(kept);
        }
    }

    private void Move(int from, int to)
    {
        (_node[to], _neighbour[to]) = (_node[from], _neighbour[from]);
        (_rapidity[to], _phi[to], _scale[to]) = (_rapidity[from], _phi[from], _scale[from]);
        (_nearest[to], _distance[to]) = (_nearest[from], _distance[from]);
    }
}
