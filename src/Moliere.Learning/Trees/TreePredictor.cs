using Moliere.Numerics.Kernels;
using Moliere.Numerics.Workers;

namespace Moliere.Learning.Trees;

/// <summary>
/// Margins of many rows with a team of threads that stays alive: the same bits as
/// <see cref="BoostedTrees.Evaluate"/>, for any number of threads. A block of rows passes one tree after the other, so
/// that the rows stay in the nearest cache.
/// </summary>
public sealed class TreePredictor : IDisposable
{
    private readonly BoostedTrees _model;
    private readonly PackedTree[] _trees;
    private readonly WorkerTeam _team;
    private readonly Buffers[] _buffers;
    private readonly Action<int> _job;
    private ReadOnlyMemory<float> _features;
    private Memory<float> _margins;
    private int _rows;
    private int _next;

    /// <summary>Prepares the trees.</summary>
    /// <param name="model">Sound trees; none is allowed.</param>
    /// <param name="threads">At least 1.</param>
    /// <exception cref="ArgumentException">
    /// A tree has a cycle, a missing child, a feature that the model has not, or columns of unequal lengths.
    /// </exception>
    public TreePredictor(BoostedTrees model, int threads)
    {
        _model = model;
        _trees = [.. model.Trees.Select((tree, t) => Pack(tree, t, model.Features.Count))];
        _team = new WorkerTeam(threads);
        _buffers = [.. Enumerable.Range(0, threads).Select(_ => new Buffers(model))];
        _job = Work;
    }

    /// <summary>Predicts all rows.</summary>
    /// <param name="features">[rows, F], row-major; NaN where missing.</param>
    /// <param name="rows">Number of rows, may be 0.</param>
    /// <param name="margins">[rows, K], filled.</param>
    /// <exception cref="ArgumentException">A length does not match the shape.</exception>
    public void Predict(ReadOnlyMemory<float> features, int rows, Memory<float> margins)
    {
        Require(features.Length, rows, _model.Features.Count, nameof(features));
        Require(margins.Length, rows, _model.MarginCount, nameof(margins));
        (_features, _margins, _rows, _next) = (features, margins, rows, 0);
        if (rows <= RowKeys.Capacity)
        {
            Work(0);
        }
        else
        {
            _team.Run(_job);
        }

        (_features, _margins) = (default, default);
    }

    /// <inheritdoc/>
    public void Dispose() => _team.Dispose();

    private static void Require(int length, int rows, int columns, string name)
    {
        if (length != (long)rows * columns)
        {
            throw new ArgumentException(
                $"{name} holds {length} numbers; [N = {rows}, {columns}] needs {(long)rows * columns}.", name);
        }
    }

    private static PackedTree Pack(Tree tree, int number, int features)
    {
        if (tree.Feature.Any(feature => feature >= features))
        {
            throw new ArgumentException($"Tree {number} splits by feature {tree.Feature.Max()} of {features}.");
        }

        return new(new(tree.Feature, tree.Threshold, tree.Left, tree.Right, tree.MissingLeft, tree.Value));
    }

    private void Work(int worker)
    {
        const int size = RowKeys.Capacity;
        for (long first; (first = (Interlocked.Increment(ref _next) - 1L) * size) < _rows;)
        {
            PredictBlock(_buffers[worker], (int)first, Math.Min(size, _rows - (int)first));
        }
    }

    private void PredictBlock(Buffers buffers, int first, int rows)
    {
        int features = _model.Features.Count, count = _model.MarginCount;
        buffers.Rows.Fill(_features.Span.Slice(first * features, rows * features), rows);
        for (int k = 0; k < count; k++)
        {
            buffers.SumsOf(k).Fill(_model.Start[k]);
        }

        for (int t = 0; t < _trees.Length; t++)
        {
            _trees[t].Add(buffers.Rows, buffers.SumsOf(t % count));
        }

        Span<float> margins = _margins.Span.Slice(first * count, rows * count);
        for (int k = 0; k < count; k++)
        {
            Span<float> sums = buffers.SumsOf(k);
            for (int i = 0; i < rows; i++)
            {
                margins[(i * count) + k] = sums[i];
            }
        }
    }

    private sealed class Buffers(BoostedTrees model)
    {
        private readonly float[] _sums = new float[model.MarginCount * RowKeys.Capacity];

        public RowKeys Rows { get; } = new(model.Features.Count);

        public Span<float> SumsOf(int margin) => _sums.AsSpan(margin * RowKeys.Capacity, RowKeys.Capacity);
    }
}
