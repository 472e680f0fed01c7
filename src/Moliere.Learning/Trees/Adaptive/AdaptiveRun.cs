using System.Diagnostics;
using Moliere.Learning.Training;
using Moliere.Learning.Trees.Growth;
using Moliere.Numerics.Workers;

namespace Moliere.Learning.Trees.Adaptive;

/// <summary>One adaptive boosting: the loop over rounds around weights and votes of all rows.</summary>
internal sealed class AdaptiveRun : IDisposable
{
    private const double LeastError = 1e-6; // a tree without error would have an infinite vote

    private readonly TreeRows _train;
    private readonly AdaptiveOptions _options;
    private readonly UniformWeights? _uniform;
    private readonly WorkerTeam _team;
    private readonly RowPartition _partition;
    private readonly FixedGradients _gradients;
    private readonly TreeGrower _grower;
    private readonly bool[] _columns;
    private readonly float[] _pairs;
    private readonly double[] _weights;
    private readonly double[] _scores;
    private readonly sbyte[] _votes;
    private readonly List<Tree> _trees = [];
    private readonly List<EpochRecord> _history = [];

    public AdaptiveRun(TreeRows train, AdaptiveOptions options, UniformWeights? uniform)
    {
        (_train, _options, _uniform) = (train, options, uniform);
        _team = new(Math.Clamp(Pieces.Of(train.RowCount), 1, options.Threads));
        var matrix = BinnedMatrix.Of(train, options.Bins, _team);
        (_partition, _gradients) = (new(matrix, _team), new(train.RowCount, _team));

        // The weights of all rows sum to 1, so that a share of them is a sum of curvatures.
        var growth = new BoostingOptions
        {
            MaxDepth = options.MaxDepth,
            LearningRate = 1,
            Lambda = 0,
            MinChildWeight = options.LeastLeafShare,
        };
        _grower = new(matrix, growth, _partition, _gradients, _team);
        _columns = [.. Enumerable.Repeat(true, train.FeatureCount)];
        _pairs = new float[2 * train.RowCount];
        _weights = [.. Enumerable.Range(0, train.RowCount).Select(row => (double)train.Weight(row))];
        (_scores, _votes) = (new double[train.RowCount], new sbyte[train.RowCount]);
        Normalise();
    }

    public void Dispose() => _team.Dispose();

    public BoostingResult ToEnd(IProgress<EpochReport>? progress, CancellationToken cancellation)
    {
        long start = Stopwatch.GetTimestamp();
        while (_trees.Count < _options.Rounds && !cancellation.IsCancellationRequested)
        {
            Round(progress);
        }

        return new(
            new()
            {
                Trees = [.. _trees],
                Objective = TreeObjective.Logistic,
                Start = [0],
                Features = [.. _train.Names],
            },
            new()
            {
                Status = _trees.Count < _options.Rounds ? TrainingStatus.Interrupted : TrainingStatus.Completed,
                BestEpoch = _trees.Count,
                BestValidationLoss = double.NaN,
                History = _history,
                Rows = _train.RowCount,
                Seconds = Stopwatch.GetElapsedTime(start).TotalSeconds,
            });
    }

    private void Round(IProgress<EpochReport>? progress)
    {
        long start = Stopwatch.GetTimestamp();
        GrownTree grown = Grow();
        double error = Math.Clamp(Error(), LeastError, 1 - LeastError);
        double vote = _options.LearningRate * 0.5 * Math.Log((1 - error) / error);
        Tree tree = grown.Draft.ToTree();
        _trees.Add(tree with { Value = Array.ConvertAll(tree.Value, value => (float)(2 * vote * Sign(value))) });
        for (int row = 0; row < _weights.Length; row++)
        {
            double score = vote * _votes[row];
            _scores[row] += score;
            _weights[row] *= Math.Exp(-Label(row) * score);
        }

        _uniform?.Correct(_scores, _weights);
        Normalise();
        var record = new EpochRecord(_trees.Count, error, double.NaN, _options.LearningRate);
        _history.Add(record);
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        progress?.Report(new EpochReport(record, _options.Rounds, _train.RowCount / seconds));
    }

    // The tree of squared loss has the weighted mean label in a leaf; its sign is the vote.
    private GrownTree Grow()
    {
        for (int row = 0; row < _weights.Length; row++)
        {
            _pairs[2 * row] = (float)(-Label(row) * _weights[row]);
            _pairs[(2 * row) + 1] = (float)_weights[row];
        }

        _gradients.Take(_pairs);
        _partition.TakeAll();
        GrownTree grown = _grower.Grow(_columns);
        foreach (GrowingNode leaf in grown.Leaves)
        {
            sbyte vote = Sign(grown.Draft.Value(leaf.Index));
            foreach (int row in _partition.Rows.AsSpan(leaf.First, leaf.Count))
            {
                _votes[row] = vote;
            }
        }

        return grown;
    }

    private double Error()
    {
        double wrong = 0;
        for (int row = 0; row < _weights.Length; row++)
        {
            wrong += _votes[row] == Label(row) ? 0 : _weights[row];
        }

        return wrong;
    }

    private void Normalise()
    {
        double zeros = 0, ones = 0;
        for (int row = 0; row < _weights.Length; row++)
        {
            (zeros, ones) = _train.Targets[row] == 0 ? (zeros + _weights[row], ones) : (zeros, ones + _weights[row]);
        }

        for (int row = 0; row < _weights.Length; row++)
        {
            _weights[row] *= 0.5 / (_train.Targets[row] == 0 ? zeros : ones);
        }
    }

    private int Label(int row) => _train.Targets[row] == 0 ? -1 : 1;

    private static sbyte Sign(float value) => (sbyte)(value < 0 ? -1 : 1);
}
