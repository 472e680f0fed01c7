using Moliere.Calibration;
using Moliere.Calibration.Neural.Jets;
using Moliere.Cli.Progress;
using Moliere.Cli.Recipes.Jets;
using Moliere.Data.Tables;
using Moliere.Learning.Training;

namespace Moliere.Cli.Studies.Jets;

/// <summary>Trains one network of jets.</summary>
internal static class JetNetworkStage
{
    /// <summary>Trains, resuming from a checkpoint, and leaves the network in the run folder.</summary>
    /// <param name="request">Folder, progress, threads and cancellation.</param>
    /// <param name="recipe">Network and training.</param>
    /// <param name="method">Which network.</param>
    /// <param name="sample">The jets.</param>
    /// <param name="start">The scale it starts from; null for constituent scale.</param>
    /// <exception cref="RefusalException">The jets cannot be learnt from, or the training diverged at once.</exception>
    public static DerivedMethod Train(
        StudyRequest request, JetRecipe recipe, JetMethod method, SelectedSample sample, ICalibration? start)
    {
        string name = JetMethodStage.NameOf(method);
        if (method == JetMethod.Mlp && recipe.Mlp.EtaBins.Count > 0)
        {
            return TrainBins(request, recipe, sample, start);
        }

        JetNetworkDerivation derivation = Prepare(recipe, method, sample, start);
        Describe(request, name, derivation);
        TrainerOptions options = recipe.Training.Trainer(recipe.Seed, request.Threads);
        using RunStage stage = request.Progress.Stage($"training {name}", options.Epochs, "epochs");
        (JetNetworkCalibration calibration, TrainingResult result) = Usable(name, () => derivation.Derive(
            name, recipe.Network(method), options, request.Folder.PathOf($"checkpoints/{name}.checkpoint"),
            new EpochCounter(stage), request.Cancellation));
        request.Cancellation.ThrowIfCancellationRequested();
        Divergence.Say(request.Progress, name, result);
        JetNetworkFile.Write(calibration, request.Folder.PathOf(JetMethodStage.FileName(name)));
        return new(calibration, result);
    }

    // A network per bin: how each training went is in the log, since tables of trainings have one row per method.
    private static DerivedMethod TrainBins(
        StudyRequest request, JetRecipe recipe, SelectedSample sample, ICalibration? start)
    {
        string name = JetMethodStage.NameOf(JetMethod.Mlp);
        Table training = sample[SplitPart.Training], validation = sample[SplitPart.Validation];
        EtaBinnedDerivation derivation = Usable(name, () => new EtaBinnedDerivation(
            ColumnJoin.Rows([training, validation]), [.. Enumerable.Range(0, training.RowCount)],
            [.. Enumerable.Range(training.RowCount, validation.RowCount)], recipe.Mlp.EtaBins,
            recipe.Inputs(JetMethod.Mlp), start));
        string[] parts = [.. derivation.Parts.Select((_, bin) => FormattableString.Invariant($"{name}.eta{bin}"))];
        Array.ForEach([.. parts.Zip(derivation.Parts)], part => Describe(request, part.First, part.Second));
        TrainerOptions options = recipe.Training.Trainer(recipe.Seed, request.Threads);
        using RunStage stage = request.Progress.Stage($"training {name}", options.Epochs * parts.Length, "epochs");
        (EtaBinnedCalibration calibration, IReadOnlyList<TrainingResult> results) = Usable(name, () =>
            derivation.Derive(
                name, recipe.Network(JetMethod.Mlp), options, request.Folder.PathOf($"checkpoints/{name}.checkpoint"),
                new BinCounter(stage), request.Cancellation));
        request.Cancellation.ThrowIfCancellationRequested();
        for (int bin = 0; bin < parts.Length; bin++)
        {
            Divergence.Say(request.Progress, parts[bin], results[bin]);
            request.Progress.Say(new DerivedMethod(calibration.Parts[bin], results[bin]).Describe("jets") + ".");
        }

        EtaBinnedFile.Write(calibration, request.Folder.PathOf(JetMethodStage.FileName(name)));
        return new(calibration, null);
    }

    private static JetNetworkDerivation Prepare(
        JetRecipe recipe, JetMethod method, SelectedSample sample, ICalibration? start)
    {
        Table training = sample[SplitPart.Training], validation = sample[SplitPart.Validation];
        return Usable(JetMethodStage.NameOf(method), () => new JetNetworkDerivation(
            ColumnJoin.Rows([training, validation]), [.. Enumerable.Range(0, training.RowCount)],
            [.. Enumerable.Range(training.RowCount, validation.RowCount)], recipe.Inputs(method), start));
    }

    private static T Usable<T>(string name, Func<T> derive)
    {
        try
        {
            return derive();
        }
        catch (Exception error) when (error is ArgumentException or MissingColumnException)
        {
            throw new RefusalException(
                ExitCode.BadData,
                $"{name}: {error.Message.TrimEnd('.')}; choose other methods with --set methods=[...], simulate more "
                + "events, or do without the final closure with --set learning.closure=false.");
        }
    }

    private static void Describe(StudyRequest request, string name, JetNetworkDerivation derivation)
    {
        JetRowCounts counts = derivation.TrainingCounts;
        request.Progress.Say(FormattableString.Invariant(
            $"{name}: {counts.Used} of {counts.Candidates} training jets, {counts.Incomplete} with missing inputs, ")
            + FormattableString.Invariant(
                $"{counts.Absurd} with an absurd response; {derivation.Weights.CappedCount} weights capped, ")
            + FormattableString.Invariant(
                $"effective number {derivation.Weights.EffectiveRows:0} with those of validation."));
        if (derivation.AbsentFeatures is { Count: > 0 } absent)
        {
            request.Progress.Say($"{name} does without {string.Join(", ", absent)}, which the table lacks.");
        }
    }

    private sealed class BinCounter(RunStage stage) : IProgress<EpochReport>
    {
        public void Report(EpochReport value) => stage.Advance();
    }
}
