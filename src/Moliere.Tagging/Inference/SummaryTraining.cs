using Moliere.Learning.Losses;
using Moliere.Learning.Models;
using Moliere.Learning.Training;

namespace Moliere.Tagging.Inference;

/// <summary>
/// Trains summaries of the synthetic mixture. Interrupting, resuming and threads do not change a bit.
/// </summary>
/// <source>de Castro and Dorigo, arXiv:1806.04743, algorithm 1 and section 5.1.</source>
public static class SummaryTraining
{
    /// <summary>Trains a summary by the variance of s that it promises in one benchmark.</summary>
    /// <param name="benchmark">Free parameters.</param>
    /// <param name="options">How.</param>
    /// <param name="checkpointPath">Where the state is kept; null for nowhere.</param>
    /// <param name="progress">Told after each epoch; null for nobody.</param>
    /// <param name="cancellation">Stops after the current batch.</param>
    /// <returns>
    /// The summary of the best epoch, and the history: training loss is a variance, validation loss an uncertainty.
    /// </returns>
    public static (NetworkSummary Summary, TrainingResult Result) Inferno(
        InferenceBenchmark benchmark,
        SummaryOptions options,
        string? checkpointPath = null,
        IProgress<EpochReport>? progress = null,
        CancellationToken cancellation = default)
    {
        ulong seed = options.Training.Seed;
        var network = new Mlp(SyntheticMixture.FeatureCount, options.Network, options.Bins, seed);
        int size = SummarySample.GroupSize(benchmark);
        TrainingResult result = Trainer.Fit(
            network,
            new SummaryLoss(options.Bins, options.Temperature, benchmark.Constraints, size),
            SummarySample.Draw(benchmark, options.Events, TrainingSeed(seed)),
            SummarySample.Draw(benchmark, options.ValidationEvents, ValidationSeed(seed)),
            options.Training with { BatchSize = options.BatchEvents * size },
            checkpointPath,
            progress,
            cancellation);
        return (new(network, options.Bins), result);
    }

    /// <summary>Trains a classifier of signal and background by cross-entropy, binned in its probability.</summary>
    /// <param name="options">How.</param>
    /// <param name="checkpointPath">Where the state is kept; null for nowhere.</param>
    /// <param name="progress">Told after each epoch; null for nobody.</param>
    /// <param name="cancellation">Stops after the current batch.</param>
    /// <returns>The summary of the best epoch, and the history in nats.</returns>
    public static (NetworkSummary Summary, TrainingResult Result) Classifier(
        SummaryOptions options,
        string? checkpointPath = null,
        IProgress<EpochReport>? progress = null,
        CancellationToken cancellation = default)
    {
        ulong seed = options.Training.Seed;
        var network = new Mlp(SyntheticMixture.FeatureCount, options.Network, 1, seed);
        TrainingResult result = Trainer.Fit(
            network,
            new BinaryCrossEntropy(),
            Labelled(options.Events, TrainingSeed(seed)),
            Labelled(options.ValidationEvents, ValidationSeed(seed)),
            options.Training with { BatchSize = 2 * options.BatchEvents },
            checkpointPath,
            progress,
            cancellation);
        return (new(network, options.Bins), result);
    }

    private static ulong TrainingSeed(ulong seed) => 3 * seed;

    private static ulong ValidationSeed(ulong seed) => (3 * seed) + 1;

    /// <summary>Seed of a sample that no training of this seed has seen.</summary>
    /// <param name="seed">Seed of the training.</param>
    public static ulong TestSeed(ulong seed) => (3 * seed) + 2;

    private static DataSet Labelled(int events, ulong seed)
    {
        CoupledRows pairs = SummarySample.Draw(InferenceBenchmark.All[0], events, seed);
        var rows = (DataSet)pairs.Rows;
        return rows with { Targets = [.. Enumerable.Range(0, 2 * events).Select(row => 1f - (row % 2))] };
    }
}
