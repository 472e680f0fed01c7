using System.Text.Json;

namespace Moliere.Learning.Trees.Exchange;

/// <summary>
/// One tree of a model file. Nodes are put in the order of levels; those that pruning has cut off are left out.
/// </summary>
internal sealed class XgboostTreeReader
{
    // Parent of the root in the files of XGBoost.
    private const int NoParent = int.MaxValue;

    private readonly PlacedElement _tree;
    private readonly int _features;
    private readonly int[] _left;
    private readonly int[] _right;
    private readonly int[] _parents;
    private readonly int[] _feature;
    private readonly int[] _kind;
    private readonly List<int> _order = [0];
    private readonly bool[] _isReached;

    private XgboostTreeReader(PlacedElement tree, int count, int features)
    {
        (_tree, _features) = (tree, features);
        _left = tree.Member("left_children").Wholes(count, -1, count - 1);
        _right = tree.Member("right_children").Wholes(count, -1, count - 1);
        _parents = tree.Member("parents").Wholes(count, int.MinValue, NoParent);
        _feature = tree.Member("split_indices").Wholes(count, int.MinValue, int.MaxValue);
        _kind = tree.Member("split_type").Wholes(count, 0, 1);
        _isReached = new bool[count];
        _isReached[0] = true;
    }

    /// <summary>The tree of one element of "trees".</summary>
    public static Tree Read(PlacedElement tree, int features)
    {
        PlacedElement parameters = tree.Member("tree_param");
        parameters.TryMember("size_leaf_vector")?.Whole(0, 1);
        int count = parameters.Member("num_nodes").Whole(1, int.MaxValue);

        // Checked before anything is allocated for that many nodes.
        PlacedElement left = tree.Member("left_children");
        return left.Count == count
            ? new XgboostTreeReader(tree, count, features).Read(count)
            : throw left.Broken($"{left.Count} entries", $"{count}");
    }

    private Tree Read(int count)
    {
        float[] condition = _tree.Member("split_conditions").Reals(count);
        float[] weight = _tree.Member("base_weights").Reals(count);
        float[] gain = _tree.Member("loss_changes").Reals(count), cover = _tree.Member("sum_hessian").Reals(count);
        int[] defaultLeft = _tree.Member("default_left").Wholes(count, 0, 1);
        int[] left = Arrange();
        bool[] isLeaf = [.. _order.Select(node => _left[node] < 0)];
        T[] Of<T>(Func<int, T> inner, Func<int, T> leaf) =>
            [.. _order.Select((node, i) => isLeaf[i] ? leaf(node) : inner(node))];
        return new Tree
        {
            Feature = Of(node => _feature[node], _ => -1),
            Threshold = Of(node => condition[node], _ => 0),
            Left = left,
            Right = [.. left.Select(child => child < 0 ? -1 : child + 1)],
            MissingLeft = Of(node => defaultLeft[node] != 0, _ => false),
            Value = Of(node => weight[node], node => condition[node]),
            Gain = Of(node => gain[node], _ => 0),
            Cover = Of(node => cover[node], node => cover[node]),
        };
    }

    // Visits the nodes level by level; gives the place of each one's left child, which the right one follows.
    private int[] Arrange()
    {
        var left = new List<int>();
        for (int i = 0; i < _order.Count; i++)
        {
            int node = _order[i];
            if (_left[node] < 0 && _right[node] < 0)
            {
                left.Add(-1);
                continue;
            }

            RequireSplit(node);
            left.Add(_order.Count);
            Reach(node, _left[node], "left_children");
            Reach(node, _right[node], "right_children");
        }

        return [.. left];
    }

    private void RequireSplit(int node)
    {
        if (_kind[node] != 0)
        {
            throw Broken("split_type", node, "a split by categories", "splits by numbers alone");
        }

        if (_feature[node] < 0 || _feature[node] >= _features)
        {
            throw Broken("split_indices", node, $"feature {_feature[node]}", $"one of {_features}, counted from 0");
        }
    }

    private void Reach(int node, int child, string member)
    {
        if (child < 0)
        {
            throw Broken(member, node, "one child", "two or none");
        }

        if (_isReached[child])
        {
            throw Broken(member, node, $"child {child}, which has another parent", "a tree");
        }

        if (_parents[child] != node)
        {
            throw Broken("parents", child, $"{_parents[child]}", $"{node}, whose child it is");
        }

        _isReached[child] = true;
        _order.Add(child);
    }

    private Formats.Bytes.InvalidFileException Broken(string member, int node, string found, string expected) =>
        _tree.Member(member).Item(node, "entry").Broken(found, expected);
}
