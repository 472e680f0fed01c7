using Moliere.Learning.Trees.Objectives;
using Moliere.Numerics.Workers;

namespace Moliere.Learning.Trees.Growth;

/// <summary>Rows with what the trees so far say about them.</summary>
internal sealed class RowMargins
{
    private readonly TreeRows _rows;
    private readonly Objective _objective;
    private readonly WorkerTeam _team;
    private readonly int _count;
    private readonly double[] _losses;
    private readonly float[] _pairs; // [K, N, 2]
    private double _weightSum;
    private float[] _weights;

    public RowMargins(TreeRows rows, Objective objective, float[] start, WorkerTeam team)
    {
        (_rows, _objective, _team, _count) = (rows, objective, team, start.Length);
        Values = new float[rows.RowCount * _count];
        _pairs = new float[rows.RowCount * _count * 2];
        _losses = new double[Pieces.Of(rows.RowCount)];
        _weights = rows.Weights ?? [];
        _weightSum = rows.Weights?.Sum(weight => (double)weight) ?? rows.RowCount;
        for (int i = 0; i < Values.Length; i++)
        {
            Values[i] = start[i % _count];
        }
    }

    /// <summary>Margins [N, K].</summary>
    public float[] Values { get; }

    /// <summary>Asks for the weights of a round.</summary>
    /// <exception cref="ArgumentException">A weight is no number, or none is positive.</exception>
    public void Reweight(RoundWeights reweight, int round)
    {
        float[] weights = new float[_rows.RowCount];
        for (int row = 0; row < weights.Length; row++)
        {
            weights[row] = _rows.Weight(row);
        }

        reweight(round, Values, weights);
        double sum = weights.Sum(weight => (double)weight);
        if (Array.FindIndex(weights, weight => !float.IsFinite(weight)) is >= 0 and int odd)
        {
            throw new ArgumentException($"Row {odd} has the weight {weights[odd]} in round {round}, not a number.");
        }

        (_weights, _weightSum) = sum > 0 ? (weights, sum)
            : throw new ArgumentException($"The weights of round {round} sum to {sum}, which is not positive.");
    }

    /// <summary>Fills the gradients.</summary>
    /// <returns>Weighted mean loss.</returns>
    public double Differentiate()
    {
        _team.Deal(_losses.Length, (piece, _) =>
        {
            (int first, int end) = Pieces.Bounds(piece, _rows.RowCount);
            _losses[piece] = _objective.Fill(
                Values.AsSpan(first * _count, (end - first) * _count), _rows.Targets.AsSpan(first, end - first),
                _weights.Length == 0 ? [] : _weights.AsSpan(first, end - first),
                _pairs.AsSpan(2 * first), 2 * _rows.RowCount);
        });
        return _losses.Sum() / _weightSum;
    }

    /// <summary>Gradients and curvatures of a margin as of the last <see cref="Differentiate"/> [N, 2].</summary>
    public ReadOnlyMemory<float> Pairs(int margin) =>
        _pairs.AsMemory(margin * 2 * _rows.RowCount, 2 * _rows.RowCount);

    /// <summary>Adds a tree to a margin of all rows.</summary>
    public void Add(Tree tree, int margin) => _team.Deal(_losses.Length, (piece, _) =>
    {
        (int first, int end) = Pieces.Bounds(piece, _rows.RowCount);
        for (int row = first; row < end; row++)
        {
            Values[(row * _count) + margin] += tree.Evaluate(_rows.Row(row));
        }
    });

    /// <summary>Adds a tree to a margin of the rows in its leaves, without asking the features again.</summary>
    public void Add(GrownTree tree, RowPartition partition, int margin) =>
        _team.Deal(tree.Leaves.Count, (leaf, _) =>
        {
            GrowingNode node = tree.Leaves[leaf];
            float value = tree.Draft.Value(node.Index);
            foreach (int row in partition.Rows.AsSpan(node.First, node.Count))
            {
                Values[(row * _count) + margin] += value;
            }
        });
}
