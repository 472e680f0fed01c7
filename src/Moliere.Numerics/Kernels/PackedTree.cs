namespace Moliere.Numerics.Kernels;

/// <summary>
/// A regression tree for fast evaluation of blocks of rows: level by level, so that two children are neighbours, one
/// record per node, and the upper levels once more as a crown that a whole block passes at once. Immutable.
/// </summary>
public sealed class PackedTree
{
    private readonly int[] _crown = new int[TreeCrown.Size];
    private readonly int[] _nodes;
    private readonly int _features = 1;
    private int _depthBelowCrown;

    /// <summary>Packs a tree.</summary>
    /// <param name="tree">Its columns; nodes that hang on nothing are left out.</param>
    /// <exception cref="ArgumentException">The columns are not one tree.</exception>
    public PackedTree(NodeArrays tree)
    {
        tree.Require();
        List<int> order = [0];
        int[] left = Arrange(tree, order);
        _nodes = new int[order.Count * TreeWalk.NodeSize];
        for (int i = 0; i < order.Count; i++)
        {
            Record(tree, order[i], left[i]).CopyTo(_nodes, i * TreeWalk.NodeSize);
            _features = Math.Max(_features, tree.Feature[order[i]] + 1);
        }

        FillCrown(node: 0, slot: 0);
    }

    /// <summary>Adds to each sum the value of the leaf that its row reaches.</summary>
    /// <param name="rows">With all features that the tree looks at.</param>
    /// <param name="sums">[<see cref="RowKeys.Capacity"/>]; those of rows that were not filled in mean nothing.</param>
    public void Add(RowKeys rows, Span<float> sums)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Math.Max(1, rows.Features), _features, nameof(rows));
        TreeCrown.Enter(_crown, rows.Keys, rows.Places);
        TreeWalk.Add(_nodes, _depthBelowCrown, rows.Keys, rows.Places, sums);
    }

    // Orders the nodes by level; gives the new index of each one's left child, or its own for a leaf.
    private int[] Arrange(NodeArrays tree, List<int> order)
    {
        var left = new List<int>();
        for (int i = 0, depth = 0, end = 1; i < order.Count; i++)
        {
            if (i == end)
            {
                (depth, end) = (depth + 1, order.Count);
                _depthBelowCrown = Math.Max(0, depth - TreeCrown.Levels);
            }

            bool isLeaf = tree.Feature[order[i]] < 0;
            left.Add(isLeaf ? i : order.Count);
            order.AddRange(isLeaf ? [] : [tree.Left[order[i]], tree.Right[order[i]]]);
        }

        return [.. left];
    }

    private static int[] Record(NodeArrays tree, int node, int left)
    {
        int child = left * TreeWalk.NodeSize, slot = (2 * tree.Feature[node]) + (tree.MissingLeft[node] ? 0 : 1);
        return tree.Feature[node] < 0
            ? [OrderedKeys.Above, 0, child, BitConverter.SingleToInt32Bits(tree.Value[node])]
            : [OrderedKeys.OfThreshold(tree.Threshold[node]), slot * TreeWalk.Block, child, 0];
    }

    // Slots of the crown are numbered level by level; those behind its comparisons are its exits.
    private void FillCrown(int node, int slot)
    {
        if (slot >= TreeCrown.Nodes)
        {
            _crown[TreeCrown.Nodes + slot] = node;
            return;
        }

        _nodes.AsSpan(node, 2).CopyTo(_crown.AsSpan(2 * slot));
        int left = _nodes[node + 2];
        FillCrown(left, (2 * slot) + 1);
        FillCrown(left == node ? node : left + TreeWalk.NodeSize, (2 * slot) + 2);
    }
}
