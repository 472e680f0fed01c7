using System.Globalization;
using Moliere.Cli.Progress;
using Moliere.Cli.Recipes.Inferno;
using Moliere.Cli.Studies.Regress;
using Moliere.Learning.Optimizers;
using Moliere.Learning.Training;
using Moliere.Tagging.Inference;

namespace Moliere.Cli.Studies.Inferno;

/// <summary>A summary of a run.</summary>
/// <param name="Name">As in file names and metrics.</param>
/// <param name="Summary">Puts events into bins.</param>
/// <param name="Course">How its training went.</param>
internal sealed record TrainedSummary(string Name, NetworkSummary Summary, TrainingCourse Course);

/// <summary>
/// Trains the summaries of a recipe. A finished one is found again in the run folder, an unfinished one goes on from
/// its checkpoint.
/// </summary>
internal sealed class TrainedSummaries(StudyRequest request, InfernoRecipe recipe)
{
    /// <summary>Name of the classifier in figures.</summary>
    public const string Classifier = "cross-entropy";

    /// <summary>Name of summaries that know their nuisances.</summary>
    public const string Inferno = "inferno";

    /// <summary>The classifiers, one per start.</summary>
    public IReadOnlyList<TrainedSummary> Classifiers() => Starts(
        Classifier, (options, checkpoint, progress) =>
            SummaryTraining.Classifier(options, checkpoint, progress, request.Cancellation));

    /// <summary>The summaries for one benchmark, one per start.</summary>
    public IReadOnlyList<TrainedSummary> Of(InferenceBenchmark benchmark) => Starts(
        $"{Inferno}-{benchmark.Name}", (options, checkpoint, progress) =>
            SummaryTraining.Inferno(benchmark, options, checkpoint, progress, request.Cancellation));

    private delegate (NetworkSummary Summary, TrainingResult Result) Fit(
        SummaryOptions options, string checkpoint, IProgress<EpochReport> progress);

    private IReadOnlyList<TrainedSummary> Starts(string name, Fit fit) =>
        [.. Enumerable.Range(0, recipe.Starts).Select(start => One(name, start, fit))];

    private TrainedSummary One(string family, int start, Fit fit)
    {
        string name = recipe.Starts == 1 ? family
            : string.Create(CultureInfo.InvariantCulture, $"{family}-{start + 1:00}");
        string file = $"models/{name}.model";
        if (request.Folder.Has(file))
        {
            (NetworkSummary known, TrainingCourse before) = SummaryFile.Read(request.Folder.PathOf(file));
            return new(name, known, before);
        }

        request.Cancellation.ThrowIfCancellationRequested();
        using RunStage stage = request.Progress.Stage($"training {name}", recipe.Training.Epochs, "epochs");
        (NetworkSummary summary, TrainingResult result) = fit(
            Options(start), request.Folder.PathOf($"checkpoints/{name}.checkpoint"), new EpochCounter(stage));
        request.Cancellation.ThrowIfCancellationRequested();
        Tell(name, result);
        var course = TrainingCourse.Of(result);
        SummaryFile.Write(request.Folder.PathOf(file), summary, course);
        return new(name, summary, course);
    }

    private SummaryOptions Options(int start) => new()
    {
        Bins = recipe.Summary.Bins,
        Temperature = recipe.Summary.Temperature,
        Events = recipe.Sample.Training,
        ValidationEvents = recipe.Sample.Validation,
        BatchEvents = recipe.Training.BatchEvents,
        Network = TrainingTranslation.Shape(recipe.Summary.Hidden, recipe.Summary.Activation),
        Training = new()
        {
            Epochs = recipe.Training.Epochs,
            LearningRate = recipe.Training.LearningRate,
            Schedule = new() { Kind = ScheduleKind.OneCycle },
            ClipNorm = 0,
            Patience = 0,
            Threads = request.Threads,
            Seed = recipe.Seed + (ulong)start,
        },
    };

    // The start counts as an epoch of its own: a training that never beat it has learned nothing.
    private void Tell(string name, TrainingResult result)
    {
        if (result.BestEpoch == 0)
        {
            string how = result.Status == TrainingStatus.Diverged
                ? $"diverged in epoch {result.Epochs + 1}" : "never became better than its random start";
            throw new RefusalException(
                ExitCode.Usage,
                $"The training of {name} {how}; use smaller steps with --set training.learning_rate=..., larger "
                + "batches with --set training.batch_events=..., or softer bins with --set summary.temperature=....");
        }

        if (result.Status == TrainingStatus.Diverged)
        {
            request.Progress.Say($"{name} diverged in epoch {result.Epochs + 1}; the network of epoch "
                + $"{result.BestEpoch}, the last healthy one that was best, is kept. A smaller training.learning_rate "
                + "helps.");
        }
    }
}
