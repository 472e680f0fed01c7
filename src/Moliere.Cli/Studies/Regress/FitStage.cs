using System.Globalization;
using System.Runtime.ExceptionServices;
using Moliere.Cli.Progress;
using Moliere.Cli.Recipes.Regress;
using Moliere.Data.Features;
using Moliere.Formats.Bytes;
using Moliere.Learning.Tabular;
using Moliere.Learning.Training;

namespace Moliere.Cli.Studies.Regress;

/// <summary>
/// Fits the methods to the splits. Splits are independent, so threads are dealt to them where there are enough; a
/// finished one is found again in the run folder, an unfinished one goes on from its checkpoint.
/// </summary>
internal sealed class FitStage(
    StudyRequest request, RegressRecipe recipe, RegressData data, IReadOnlyList<RowPartition> splits)
{
    // A checkpoint costs a few milliseconds and one is written after each epoch; a shorter training starts anew.
    private const long RowsWorthACheckpoint = 2_000_000;

    private readonly TableRegression _table =
        new(data.Table, new FeatureSet(data.Features), data.Target, data.Weights);

    /// <summary>One method on all splits, in their order.</summary>
    public IReadOnlyList<FittedSplit> Fit(RegressMethod method)
    {
        var fitted = new FittedSplit[splits.Count];
        int inside = splits.Count >= request.Threads ? 1 : request.Threads;
        using RunStage stage = request.Progress.Stage(
            $"{(method == RegressMethod.Linear ? "fitting" : "training")} {method.NameOf()}", splits.Count, "splits");
        InParallel(splits.Count, inside == 1 ? request.Threads : 1, split =>
        {
            request.Cancellation.ThrowIfCancellationRequested();
            fitted[split] = method == RegressMethod.Linear
                ? new(Refusing(() => _table.FitLine(splits[split].Training)), null)
                : Network(method, split, inside, stage);
            stage.Advance();
        });
        return fitted;
    }

    /// <summary>File of a network inside a run folder.</summary>
    public static string FileName(RegressMethod method, int split) => $"models/{method.NameOf()}-{Number(split)}.model";

    /// <summary>A split as files and tables number it, from 1.</summary>
    public static string Number(int split) => (split + 1).ToString("00", CultureInfo.InvariantCulture);

    private FittedSplit Network(RegressMethod method, int split, int threads, RunStage stage)
    {
        string file = FileName(method, split);
        if (request.Folder.Has(file))
        {
            (NetworkRegression known, var note) = NetworkRegressionFile.Read(request.Folder.PathOf(file));
            return new(known, TrainingCourse.FromNote(note));
        }

        TrainerOptions options = recipe.Trainer(split, threads);
        bool isLong = (long)options.Epochs * splits[split].Training.Length >= RowsWorthACheckpoint;
        string? checkpoint = isLong
            ? request.Folder.PathOf($"checkpoints/{method.NameOf()}-{Number(split)}.checkpoint")
            : null;
        (NetworkRegression regression, TrainingResult result) = Refusing(() => _table.Fit(
            splits[split], recipe.Network(method), options, checkpoint, new EpochNote(stage), request.Cancellation));
        request.Cancellation.ThrowIfCancellationRequested();
        Tell(method, split, result);
        var course = TrainingCourse.Of(result);
        NetworkRegressionFile.Write(request.Folder.PathOf(file), regression, course.ToNote());
        return new(regression, course);
    }

    private void Tell(RegressMethod method, int split, TrainingResult result)
    {
        if (result.Status == TrainingStatus.Diverged && result.BestEpoch == 0)
        {
            throw new RefusalException(
                ExitCode.Usage, $"The training of {method.NameOf()} diverged in its first epoch; use a smaller one "
                + "with --set training.learning_rate=..., or limit gradients with --set training.clip_norm=1.");
        }

        if (result.Status == TrainingStatus.Diverged)
        {
            request.Progress.Say($"{method.NameOf()} diverged in split {split + 1}; the network of epoch "
                + $"{result.BestEpoch} is kept. A smaller training.learning_rate helps.");
        }
    }

    // What a data set cannot give is told as bad data, whatever room notices it.
    private static T Refusing<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (ArgumentException error) when (error is not ArgumentOutOfRangeException)
        {
            throw new RefusalException(ExitCode.BadData, error.Message);
        }
    }

    private static void InParallel(int count, int threads, Action<int> work)
    {
        try
        {
            Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = threads }, work);
        }
        catch (AggregateException many)
        {
            ExceptionDispatchInfo.Throw(
                many.InnerExceptions.OrderBy(error => error is OperationCanceledException ? 0 : 1).First());
        }
    }

    private sealed class EpochNote(RunStage stage) : IProgress<EpochReport>
    {
        public void Report(EpochReport value) => stage.Note = string.Create(
            CultureInfo.InvariantCulture,
            $"epoch {value.Record.Epoch}, validation {value.Record.ValidationLoss:0.0000}");
    }
}
