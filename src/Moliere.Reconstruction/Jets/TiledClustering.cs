using Moliere.Data.Kinematics;

namespace Moliere.Reconstruction.Jets;

/// <summary>
/// Sequential recombination with neighbours sought in the nine tiles around a pseudo-jet only. Every pseudo-jet also
/// lists those that have it as nearest neighbour, so that a merger touches nobody else. Equals
/// <see cref="ReferenceClustering"/>.
/// </summary>
/// <source>Tiled N² strategy of FastJet, Cacciari, Salam, Soyez, arXiv:1111.6097.</source>
internal sealed class TiledClustering(JetDefinition definition) : IClustering
{
    private const int Nobody = -1;

    private readonly double _radius2 = definition.Radius * definition.Radius;
    private readonly TileGrid _grid = new(definition.Radius);
    private readonly DistanceTable _distances = new();
    private MergeTree _tree = new(definition);
    private Slot[] _slots = [];
    private int[] _first = [];    // slot of each tile's list; the last tile stays empty
    private int[] _orphans = [];

    public void Run(IReadOnlyList<FourVector> inputs, MergeTree tree)
    {
        _tree = tree;
        Load(inputs);
        FindAllNeighbours(inputs.Count);
        int left = inputs.Count;
        while (left-- > 0)
        {
            int a = _distances.SlotOfLeast(), b = _slots[a].Neighbour;
            if (b == Nobody)
            {
                tree.Finish(_slots[a].Node, _slots[a].Scale); // without a neighbour there are no followers
                LeaveTile(a);
            }
            else
            {
                Merge(Math.Min(a, b), Math.Max(a, b));
                a = Math.Max(a, b);
            }

            _distances.Remove(a);
        }
    }

    private void Load(IReadOnlyList<FourVector> inputs)
    {
        int count = inputs.Count;
        _tree.Reset(count);
        _distances.Reset(count);
        if (_slots.Length < count || _first.Length == 0)
        {
            (_slots, _orphans, _first) = (new Slot[2 * count], new int[2 * count], new int[_grid.Count + 1]);
        }

        Array.Fill(_first, Nobody);
        for (int i = 0; i < count; i++)
        {
            var jet = PseudoJet.Of(inputs[i], definition);
            _tree.SetInput(i, jet);
            Settle(i, jet, i);
        }
    }

    // Puts a pseudo-jet without neighbour and followers in front of its tile's list.
    private void Settle(int index, in PseudoJet jet, int node)
    {
        int tile = _grid.TileOf(jet.Rapidity, jet.Phi), next = _first[tile];
        ref Slot slot = ref _slots[index];
        (slot.Rapidity, slot.Phi, slot.Scale, slot.Nearest) = (jet.Rapidity, jet.Phi, jet.Scale, _radius2);
        (slot.Neighbour, slot.FirstFollower, slot.Node) = (Nobody, Nobody, node);
        (slot.Tile, slot.Next, slot.Previous) = (tile, next, Nobody);
        _first[tile] = index;
        if (next != Nobody)
        {
            _slots[next].Previous = index;
        }
    }

    private void FindAllNeighbours(int count)
    {
        for (int i = 0; i < count; i++)
        {
            FindNeighbour(i);
        }

        for (int i = 0; i < count; i++)
        {
            Follow(i);
        }
    }

    private void Merge(int kept, int freed)
    {
        double distance = _distances.Of(kept) < _distances.Of(freed) ? _distances.Of(kept) : _distances.Of(freed);
        Unfollow(kept);
        Unfollow(freed);
        LeaveTile(kept);
        LeaveTile(freed);
        int orphans = Orphan(kept, Orphan(freed, 0));
        int first = _slots[kept].Node, second = _slots[freed].Node;
        ReadOnlySpan<PseudoJet> nodes = _tree.Nodes;
        PseudoJet merged = definition.Merge(nodes[first], nodes[second]);
        Settle(kept, merged, _tree.Merge(first, second, merged, distance / _radius2));
        for (int i = 0; i < orphans; i++)
        {
            FindNeighbour(_orphans[i]);
            Follow(_orphans[i]);
        }

        Introduce(kept);
        Follow(kept);
    }

    // Those who follow a slot that is about to vanish.
    private int Orphan(int leader, int count)
    {
        for (int i = _slots[leader].FirstFollower; i != Nobody; i = _slots[i].NextFollower)
        {
            _orphans[count++] = i;
        }

        return count;
    }

    private void FindNeighbour(int index)
    {
        Slot[] slots = _slots;
        double y = slots[index].Rapidity, phi = slots[index].Phi, nearest = _radius2;
        int neighbour = Nobody;
        foreach (int tile in _grid.TilesAround(slots[index].Tile))
        {
            for (int i = _first[tile]; i != Nobody;)
            {
                ref Slot other = ref slots[i];
                double dy = y - other.Rapidity, dphi = Math.Abs(phi - other.Phi);
                dphi = double.MinNative(dphi, (2 * Math.PI) - dphi); // one instruction; a branch would be mispredicted
                double d = (dy * dy) + (dphi * dphi);
                if (d < nearest && i != index)
                {
                    (nearest, neighbour) = (d, i);
                }

                i = other.Next;
            }
        }

        (slots[index].Nearest, slots[index].Neighbour) = (nearest, neighbour);
    }

    // Compares a new pseudo-jet with all around: each of two may be the other's nearest neighbour.
    private void Introduce(int index)
    {
        Slot[] slots = _slots;
        double y = slots[index].Rapidity, phi = slots[index].Phi, nearest = _radius2;
        int neighbour = Nobody;
        foreach (int tile in _grid.TilesAround(slots[index].Tile))
        {
            for (int i = _first[tile]; i != Nobody;)
            {
                ref Slot other = ref slots[i];
                double dy = y - other.Rapidity, dphi = Math.Abs(phi - other.Phi);
                dphi = double.MinNative(dphi, (2 * Math.PI) - dphi);
                double d = (dy * dy) + (dphi * dphi);
                if (d < other.Nearest && i != index)
                {
                    Unfollow(i);
                    (other.Nearest, other.Neighbour) = (d, index);
                    Follow(i);
                }

                if (d < nearest && i != index)
                {
                    (nearest, neighbour) = (d, i);
                }

                i = other.Next;
            }
        }

        (slots[index].Nearest, slots[index].Neighbour) = (nearest, neighbour);
    }

    // Enters a slot in the list of its neighbour and its distance in the table.
    private void Follow(int index)
    {
        ref Slot slot = ref _slots[index];
        double scale = slot.Scale;
        if (slot.Neighbour != Nobody)
        {
            ref Slot leader = ref _slots[slot.Neighbour];
            scale = double.MinNative(scale, leader.Scale);
            (slot.NextFollower, slot.PreviousFollower) = (leader.FirstFollower, Nobody);
            if (leader.FirstFollower != Nobody)
            {
                _slots[leader.FirstFollower].PreviousFollower = index;
            }

            leader.FirstFollower = index;
        }

        _distances.Set(index, slot.Nearest * scale);
    }

    private void Unfollow(int index)
    {
        ref Slot slot = ref _slots[index];
        if (slot.Neighbour == Nobody)
        {
            return;
        }

        if (slot.PreviousFollower == Nobody)
        {
            _slots[slot.Neighbour].FirstFollower = slot.NextFollower;
        }
        else
        {
            _slots[slot.PreviousFollower].NextFollower = slot.NextFollower;
        }

        if (slot.NextFollower != Nobody)
        {
            _slots[slot.NextFollower].PreviousFollower = slot.PreviousFollower;
        }
    }

    private void LeaveTile(int index)
    {
        ref Slot slot = ref _slots[index];
        if (slot.Previous == Nobody)
        {
            _first[slot.Tile] = slot.Next;
        }
        else
        {
            _slots[slot.Previous].Next = slot.Next;
        }

        if (slot.Next != Nobody)
        {
            _slots[slot.Next].Previous = slot.Previous;
        }
    }

    // One cache line.
    private struct Slot
    {
        public double Rapidity, Phi, Scale, Nearest;
        public int Neighbour, FirstFollower, NextFollower, PreviousFollower;
        public int Tile, Next, Previous, Node;
    }
}
