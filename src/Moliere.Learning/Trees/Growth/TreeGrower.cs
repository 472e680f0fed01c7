using Moliere.Numerics.Workers;

namespace Moliere.Learning.Trees.Growth;

/// <summary>
/// Grows one tree: the open leaf or leaves with the best split are split, the histogram of the smaller child is summed
/// from its rows and that of the larger one is what remains of the parent's, both are searched for splits, and so on.
/// </summary>
/// <source>arXiv:1603.02754, section 3; LightGBM, NeurIPS 2017, section 2.1 and its "Features" page, for subtraction
/// and growth by loss.</source>
internal sealed class TreeGrower
{
    private const double Rounding = 1e-13; // of a node's worth: gains below are what subtraction leaves of nothing

    private readonly BinnedMatrix _matrix;
    private readonly BoostingOptions _options;
    private readonly WorkerTeam _team;
    private readonly RowPartition _partition;
    private readonly FixedGradients _gradients;
    private readonly HistogramBuilder _builder;
    private readonly SplitSearch _search;

    private readonly List<GrowingNode> _open = [], _leaves = [];
    private TreeDraft _draft = new();
    private LeafWeights _weights;
    private bool[] _columns = [];

    public TreeGrower(
        BinnedMatrix matrix, BoostingOptions options, RowPartition partition, FixedGradients gradients, WorkerTeam team)
    {
        (_matrix, _options, _partition, _gradients, _team) = (matrix, options, partition, gradients, team);
        _builder = new(matrix, team);
        _search = new(matrix.Cuts, options, team);
    }

    /// <summary>Grows a tree on the rows of the partition, which it sorts by leaves.</summary>
    /// <param name="columns">Whether a feature may be used [F].</param>
    public GrownTree Grow(bool[] columns)
    {
        (_columns, _draft) = (columns, new());
        _weights = new(_gradients.GradientStep, _gradients.CurvatureStep, _options.Lambda);
        _open.Clear();
        _leaves.Clear();
        GrowingNode root = Plant(0, 0, _partition.Count, SumOfAll(), ValueBounds.None);
        if (MayBeSplit(root))
        {
            _builder.Build([root], _partition.Rows, _gradients);
            _search.Search(root, _weights, _columns);
        }

        Settle(root);
        while (NextNodes() is { Count: > 0 } nodes)
        {
            Split(nodes);
        }

        _leaves.AddRange(_open);
        _open.ForEach(_builder.Release);
        return new(_draft, [.. _leaves]);
    }

    private GradientSum SumOfAll()
    {
        var sums = new GradientSum[Pieces.Of(_partition.Count)];
        _team.Deal(sums.Length, (piece, _) =>
        {
            (int first, int end) = Pieces.Bounds(piece, _partition.Count);
            foreach (int row in _partition.Rows.AsSpan(first, end - first))
            {
                sums[piece] += new GradientSum(_gradients.Pairs[2 * row], _gradients.Pairs[(2 * row) + 1]);
            }
        });
        return sums.Aggregate(default(GradientSum), (sum, part) => sum + part);
    }

    private GrowingNode Plant(int depth, int first, int end, GradientSum sum, ValueBounds bounds)
    {
        double value = _weights.Value(sum, bounds);
        int index = _draft.Add(
            (float)(value * _options.LearningRate), (float)(sum.Curvature * _gradients.CurvatureStep));
        return new(index, depth, first, end, new(sum, bounds, _weights.Worth(sum, value)));
    }

    private bool MayBeSplit(GrowingNode node) =>
        node.Count > 1 && (_options.MaxDepth == 0 || node.Depth < _options.MaxDepth);

    // A leaf for good, or one that waits to be split.
    private void Settle(GrowingNode node)
    {
        NodeSplit split = node.Split;
        bool isWorthIt = split.Feature >= 0 && split.Gain > Math.Max(_options.Gamma, Rounding * node.State.Worth);
        (isWorthIt ? _open : _leaves).Add(node);
        if (!isWorthIt)
        {
            _builder.Release(node);
        }
    }

    // As many as leaves are left, in the order of their age; by loss always one.
    private List<GrowingNode> NextNodes()
    {
        int left = _options.MaxLeaves == 0 ? int.MaxValue : _options.MaxLeaves - _leaves.Count - _open.Count;
        int count = Math.Min(Math.Min(left, _open.Count), _options.Growth == TreeGrowth.LossGuided ? 1 : int.MaxValue);
        if (count < _open.Count)
        {
            List<GrowingNode> best = [.. _open.OrderByDescending(node => node.Split.Gain).ThenBy(node => node.Index)
                .Take(count).OrderBy(node => node.Index)];
            _open.RemoveAll(best.Contains);
            return best;
        }

        List<GrowingNode> all = [.. _open];
        _open.Clear();
        return all;
    }

    private void Split(List<GrowingNode> nodes)
    {
        int[] middles = _partition.Split(nodes);
        var pairs = new List<Siblings>(nodes.Count);
        for (int i = 0; i < nodes.Count; i++)
        {
            pairs.Add(Divide(nodes[i], middles[i]));
        }

        List<Siblings> searched = [.. pairs.Where(pair => MayBeSplit(pair.Large))];
        _builder.Build([.. searched.Select(pair => pair.Small)], _partition.Rows, _gradients);
        _search.Search(searched, _weights, _columns);
        foreach (Siblings pair in pairs)
        {
            _builder.Release(pair.Parent);
            Settle(pair.Older);
            Settle(pair.Younger);
        }
    }

    private Siblings Divide(GrowingNode node, int middle)
    {
        NodeSplit split = node.Split;
        GradientSum rightSum = node.State.Sum - split.Left;
        ValueBounds bounds = node.State.Bounds;
        (ValueBounds leftBounds, ValueBounds rightBounds) = bounds.Split(
            _search.DirectionOf(split.Feature), _weights.Value(split.Left, bounds), _weights.Value(rightSum, bounds));
        GrowingNode left = Plant(node.Depth + 1, node.First, middle, split.Left, leftBounds);
        GrowingNode right = Plant(node.Depth + 1, middle, node.End, rightSum, rightBounds);
        _draft.Split(
            node.Index, split, _matrix.Cuts[split.Feature].Cuts[split.Bin], left.Index, right.Index);
        return left.Count <= right.Count ? new(node, left, right) : new(node, right, left);
    }
}
