using Moliere.Calibration;
using Moliere.Calibration.Neural;
using Moliere.Cli.Progress;
using Moliere.Cli.Recipes.Clusters;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Learning.Training;
using Moliere.Validation.Metrics;
using Moliere.Validation.Plots;

namespace Moliere.Cli.Studies.Clusters;

/// <summary>
/// Trains the Bayesian network again on parts of its clusters, and sees on the same test clusters which part of its
/// uncertainty falls.
/// </summary>
internal static class LearningCurveStage
{
    // The batch shrinks with the sample, so that every size is fitted with as many steps; smaller ones only add noise.
    private const int SmallestBatch = 16;

    /// <summary>Binning variable of the entries: clusters that were learnt from.</summary>
    public const string Variable = "training_rows";

    /// <summary>
    /// Entries of both parts of the uncertainty for every size, the whole sample last; empty without the method.
    /// </summary>
    /// <param name="request">Folder for checkpoints, progress.</param>
    /// <param name="recipe">Fractions and network.</param>
    /// <param name="selected">Selected clusters.</param>
    /// <param name="methods">The derived methods; the Bayesian network among them is the largest size.</param>
    public static IReadOnlyList<FigureEntry> Of(
        StudyRequest request, ClusterRecipe recipe, Table selected, IReadOnlyList<DerivedMethod> methods)
    {
        DerivedMethod? whole = methods.FirstOrDefault(method => method.Calibration.Name == Method);
        if (whole?.Training is null || recipe.LearningCurve.Fractions.Count == 0)
        {
            return [];
        }

        Table test = selected.Select(recipe.Parts().Rows(selected.Longs(ClusterColumns.Event), SplitPart.Test));
        NetworkDerivation derivation = MethodStage.Prepare(request, recipe, selected);
        MetricsOptions metrics = recipe.Metrics(request.Threads);
        using RunStage stage = request.Progress.Stage(
            "learning curve", recipe.LearningCurve.Fractions.Count * recipe.Training.Epochs, "epochs");
        var entries = new List<FigureEntry>();
        foreach (double fraction in recipe.LearningCurve.Fractions)
        {
            NetworkDerivation part = derivation.WithPart(fraction);
            entries.AddRange(Measure(part, Train(request, recipe, part, fraction, stage), test, metrics));
        }

        entries.AddRange(Measure(derivation, whole.Calibration, test, metrics));
        return entries;
    }

    /// <summary>The curve as a figure; null without entries.</summary>
    /// <param name="entries">Result of <see cref="Of"/>.</param>
    /// <param name="label">Where the clusters come from.</param>
    public static Figure? Draw(IReadOnlyList<FigureEntry> entries, string label)
    {
        SigmaAtSize[] sizes = [.. Sizes(entries)];
        return sizes.Length < 2 ? null : SigmaLearning.Figure(Method, sizes, label);
    }

    private static string Method => NetworkTranslation.NameOf(ClusterMethod.Bnn);

    private static IEnumerable<SigmaAtSize> Sizes(IReadOnlyList<FigureEntry> entries)
    {
        foreach (FigureEntry stat in entries.Where(entry => entry.Metric == MetricName.SigmaStat))
        {
            FigureEntry? syst = entries.InBin(MetricName.SigmaSyst, Method, Variable, stat.Low, stat.High);
            if (stat.Value is { } known && syst?.Value is { } rest)
            {
                yield return new((int)stat.Low!.Value, known, stat.Error, rest, syst.Error);
            }
        }
    }

    private static NetworkCalibration Train(
        StudyRequest request, ClusterRecipe recipe, NetworkDerivation part, double fraction, RunStage stage)
    {
        string name = FormattableString.Invariant($"{Method}-{fraction}");
        TrainerOptions options = recipe.Trainer(request.Threads);
        options = options with
        {
            BatchSize = Math.Max(SmallestBatch, (int)Math.Round(fraction * options.BatchSize)),
        };
        (NetworkCalibration calibration, TrainingResult result) = part.Derive(
            name, recipe.Network(ClusterMethod.Bnn), options, request.Folder.PathOf($"checkpoints/{name}.checkpoint"),
            new EpochCounter(stage), request.Cancellation);
        request.Cancellation.ThrowIfCancellationRequested();
        stage.Advance(options.Epochs - result.Epochs);
        return calibration;
    }

    private static IEnumerable<FigureEntry> Measure(
        NetworkDerivation derivation, ICalibration calibration, Table test, MetricsOptions metrics)
    {
        ValidationSample sample = Judgement.SampleOf(test, [new(Method, calibration.Apply(test))]);
        return ResponseValidation.Evaluate(sample, [], metrics)
            .Where(entry => entry.Variable is null && entry.Metric is (MetricName.SigmaStat or MetricName.SigmaSyst))
            .Select(entry => entry with
            {
                Variable = Variable,
                Low = derivation.TrainingRows,
                High = derivation.TrainingRows,
            });
    }

    private sealed class EpochCounter(RunStage stage) : IProgress<EpochReport>
    {
        public void Report(EpochReport value) => stage.Advance();
    }
}
