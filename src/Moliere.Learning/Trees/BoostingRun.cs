using System.Diagnostics;
using Moliere.Learning.Training;
using Moliere.Learning.Trees.Growth;
using Moliere.Learning.Trees.Objectives;
using Moliere.Numerics.Workers;

namespace Moliere.Learning.Trees;

/// <summary>One boosting: the loop over rounds around the margins of all rows.</summary>
internal sealed class BoostingRun : IDisposable
{
    private readonly TreeRows _train;
    private readonly BoostingOptions _options;
    private readonly Objective _objective;
    private readonly WorkerTeam _team;
    private readonly float[] _start;
    private readonly RowMargins _margins;
    private readonly RowMargins? _judged;
    private readonly RowPartition _partition;
    private readonly FixedGradients _gradients;
    private readonly TreeGrower _grower;
    private readonly bool[] _isTaken;

    private readonly List<Tree> _trees = [];
    private readonly List<EpochRecord> _history = [];
    private EarlyStopping _stopping = new();
    private double _seconds;

    public BoostingRun(TreeRows train, TreeRows? validation, BoostingOptions options, Objective objective)
    {
        (_train, _options, _objective) = (train, options, objective);
        _team = new(Math.Clamp(Pieces.Of(train.RowCount), 1, options.Threads));
        _start = options.Start is { } start
            ? [.. Enumerable.Repeat(start, objective.MarginCount)] : objective.Start(train);
        _margins = new(train, objective, _start, _team);
        _judged = validation is null ? null : new(validation, objective, _start, _team);
        var matrix = BinnedMatrix.Of(train, options.Bins, _team);
        (_partition, _gradients) = (new(matrix, _team), new(train.RowCount, _team));
        _grower = new(matrix, options, _partition, _gradients, _team);
        _isTaken = new bool[options.RowShare < 1 ? train.RowCount : 0];
    }

    private bool IsSampled => _isTaken.Length > 0;

    public void Dispose() => _team.Dispose();

    /// <summary>Does the rounds.</summary>
    /// <param name="earlier">Trees of a training with the same set-up, taken instead of grown; may be null.</param>
    /// <param name="progress">Told after each round.</param>
    /// <param name="cancellation">Stops after the current round.</param>
    public BoostingResult ToEnd(
        BoostedTrees? earlier, IProgress<EpochReport>? progress, CancellationToken cancellation)
    {
        IReadOnlyList<Tree> given = earlier is null ? [] : Checked(earlier);
        TrainingStatus? end = null;
        while (end is null)
        {
            end = cancellation.IsCancellationRequested ? TrainingStatus.Interrupted : Round(given, progress);
        }

        return Result(end.Value);
    }

    private IReadOnlyList<Tree> Checked(BoostedTrees earlier)
    {
        bool isSame = earlier.Objective == _options.Objective && earlier.Start.AsSpan().SequenceEqual(_start)
            && earlier.Features.SequenceEqual(_train.Names, StringComparer.Ordinal)
            && earlier.Trees.Count % _start.Length == 0 && earlier.Trees.Count <= _options.Rounds * _start.Length;
        return isSame ? earlier.Trees : throw new ArgumentException(
            "The earlier trees differ in objective, start, features or number of rounds from this training.");
    }

    private TrainingStatus? Round(IReadOnlyList<Tree> given, IProgress<EpochReport>? progress)
    {
        long start = Stopwatch.GetTimestamp();
        int round = _history.Count + 1;
        if (_options.Reweight is { } reweight)
        {
            _margins.Reweight(reweight, round);
        }

        double trainingLoss = _margins.Differentiate();
        if (!double.IsFinite(trainingLoss) || !AddTrees(round, given))
        {
            return TrainingStatus.Diverged;
        }

        double validationLoss = _judged?.Differentiate() ?? double.NaN;
        var record = new EpochRecord(round, trainingLoss, validationLoss, _options.LearningRate);
        _history.Add(record);
        if (_stopping.IsImprovedBy(validationLoss, 0))
        {
            _stopping = new() { BestLoss = validationLoss, BestEpoch = round };
        }

        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        _seconds += seconds;
        progress?.Report(new EpochReport(record, _options.Rounds, _train.RowCount / seconds));
        return EndAfter(round, validationLoss);
    }

    private TrainingStatus? EndAfter(int round, double validationLoss)
    {
        if (_judged is not null && !double.IsFinite(validationLoss))
        {
            return TrainingStatus.Diverged;
        }

        return round >= _options.Rounds ? TrainingStatus.Completed
            : _judged is not null && _stopping.IsExhausted(round, _options.Patience) ? TrainingStatus.EarlyStopped
            : null;
    }

    // False if some gradient was not finite.
    private bool AddTrees(int round, IReadOnlyList<Tree> given)
    {
        if (IsSampled)
        {
            Draws.Rows(_isTaken, _options.RowShare, _options.Seed, round);
        }

        for (int margin = 0; margin < _start.Length; margin++)
        {
            if (_trees.Count < given.Count)
            {
                Add(given[_trees.Count], margin);
            }
            else if (!Grow(margin))
            {
                return false;
            }
        }

        return true;
    }

    private void Add(Tree tree, int margin)
    {
        _margins.Add(tree, margin);
        _judged?.Add(tree, margin);
        _trees.Add(tree);
    }

    private bool Grow(int margin)
    {
        if (!_gradients.Take(_margins.Pairs(margin)))
        {
            return false;
        }

        TakeRows();
        GrownTree grown = _grower.Grow(
            Draws.Columns(_train.FeatureCount, _options.ColumnShare, _options.Seed, _trees.Count));
        Refit(grown);
        Tree tree = grown.Draft.ToTree();
        if (IsSampled)
        {
            _margins.Add(tree, margin); // The leaves do not hold all rows.
        }
        else
        {
            _margins.Add(grown, _partition, margin);
        }

        _judged?.Add(tree, margin);
        _trees.Add(tree);
        return true;
    }

    private void TakeRows()
    {
        if (IsSampled)
        {
            _partition.Take(_isTaken);
        }
        else
        {
            _partition.TakeAll();
        }
    }

    private void Refit(GrownTree grown)
    {
        if (_objective.Refit is not { } refit)
        {
            return;
        }

        _team.Deal(grown.Leaves.Count, (leaf, _) =>
        {
            GrowingNode node = grown.Leaves[leaf];
            float value = refit.Refit(_train, _partition.Rows.AsSpan(node.First, node.Count), _margins.Values);
            grown.Draft.SetValue(node.Index, (float)(value * _options.LearningRate));
        });
    }

    private BoostingResult Result(TrainingStatus status)
    {
        int best = _judged is null ? _history.Count : _stopping.BestEpoch;
        return new(
            new()
            {
                Trees = [.. _trees.Take(best * _start.Length)],
                Objective = _options.Objective,
                Start = _start,
                Features = [.. _train.Names],
            },
            new()
            {
                Status = status,
                BestEpoch = best,
                BestValidationLoss = _stopping.BestLoss,
                History = _history,
                Rows = _train.RowCount,
                Seconds = _seconds,
            });
    }
}
