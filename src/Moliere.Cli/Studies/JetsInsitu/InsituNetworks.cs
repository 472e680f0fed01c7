using Moliere.Calibration;
using Moliere.Calibration.InSitu;
using Moliere.Calibration.Neural.Jets;
using Moliere.Cli.Progress;
using Moliere.Cli.Recipes.JetsInsitu;
using Moliere.Data.Tables;
using Moliere.Learning.Training;

namespace Moliere.Cli.Studies.JetsInsitu;

/// <summary>A network after data, and how it went.</summary>
/// <param name="Name">Method in figures.</param>
/// <param name="Calibration">The tuned network on top of its start.</param>
/// <param name="Result">Monitors of every epoch.</param>
internal sealed record TunedJets(string Name, ICalibration Calibration, InSituResult Result);

/// <summary>The networks of a run: trained on simulation, then tuned on data in one or several ways.</summary>
internal sealed class InsituNetworks
{
    private InsituNetworks(ConstantScale input, DerivedMethod start, IReadOnlyList<TunedJets> tuned) =>
        (Input, Start, Tuned) = (input, start, tuned);

    /// <summary>Jets as they came, at one scale.</summary>
    public ConstantScale Input { get; }

    /// <summary>The network after simulation.</summary>
    public DerivedMethod Start { get; }

    /// <summary>The network after data, then the failures that the recipe asks for.</summary>
    public IReadOnlyList<TunedJets> Tuned { get; }

    /// <summary>All methods in the order of figures.</summary>
    public IReadOnlyList<ICalibration> All => [Input, Start.Calibration, .. Tuned.Select(t => t.Calibration)];

    /// <summary>Trains and tunes, resuming from checkpoints.</summary>
    /// <exception cref="RefusalException">There are too few jets or dijets.</exception>
    public static InsituNetworks Train(StudyRequest request, InsituRecipe recipe, InsituSample sample)
    {
        (JetNetworkCalibration start, TrainingResult training) = Learn(request, recipe, sample);
        var tuning = new Tuning(request, recipe, sample, start);
        DijetPairs simulated = DijetSelection.Select(
            sample.Simulation, DijetSelection.Calibrated(sample.Simulation, start), recipe.Selection.ToOptions(),
            recipe.Seed);
        ConstantScale input = Refusing(() => ConstantScale.Derive(
            InsituMethods.Input, sample.Simulation, RequireSome(simulated)));
        var tuned = new List<TunedJets> { tuning.Run(InsituMethods.Tuned, InSituMode.Constrained) };
        foreach (FailureMode mode in recipe.Insitu.Modes.Distinct())
        {
            tuned.Add(tuning.Run(InsituMethods.NameOf(mode), InsituTranslation.ModeOf(mode)));
        }

        return new(input, new(start, training), tuned);
    }

    private static int[] RequireSome(DijetPairs simulated) => simulated.Count > 0 ? simulated.Rows
        : throw new ArgumentException($"None of the {simulated.Cuts.Events} events of simulation is a dijet that the "
            + $"selection takes ({simulated.Cuts})");

    private static (JetNetworkCalibration, TrainingResult) Learn(
        StudyRequest request, InsituRecipe recipe, InsituSample sample)
    {
        const string name = InsituMethods.Likelihood;
        Table training = sample.Of(sample.Simulation, SplitPart.Training);
        Table validation = sample.Of(sample.Simulation, SplitPart.Validation);
        JetNetworkDerivation derivation = Refusing(() => new JetNetworkDerivation(
            ColumnJoin.Rows([training, validation]), [.. Enumerable.Range(0, training.RowCount)],
            [.. Enumerable.Range(training.RowCount, validation.RowCount)], recipe.Inputs()));
        request.Progress.Say(FormattableString.Invariant(
            $"{name}: {derivation.TrainingCounts.Used} of {training.RowCount} training jets of simulation are used."));
        TrainerOptions options = recipe.Training.Trainer(recipe.Seed, request.Threads);
        using RunStage stage = request.Progress.Stage($"training {name}", options.Epochs, "epochs");
        (JetNetworkCalibration calibration, TrainingResult result) = derivation.Derive(
            name, recipe.Network(), options, request.Folder.PathOf($"checkpoints/{name}.checkpoint"),
            new EpochCounter(stage), request.Cancellation);
        request.Cancellation.ThrowIfCancellationRequested();
        Divergence.Say(request.Progress, name, result);
        JetNetworkFile.Write(calibration, request.Folder.PathOf($"models/{name}.model"));
        return (calibration, result);
    }

    // What the rooms below say about events that do not suffice is a sentence for the user.
    private static T Refusing<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception error) when (error is ArgumentException or MissingColumnException)
        {
            throw new RefusalException(
                ExitCode.BadData,
                IsAboutNumbers(error.Message)
                    ? $"{error.Message.Split(" (Parameter")[0].TrimEnd('.')}; take more events (source.events, "
                        + "data.source.events), or a wider selection."
                    : error.Message.Split(" (Parameter")[0]);
        }
    }

    private static bool IsAboutNumbers(string message) =>
        message.Contains("are needed", StringComparison.Ordinal)
        || message.Contains("fewer than", StringComparison.Ordinal)
        || message.StartsWith("None of", StringComparison.Ordinal);

    private sealed class Tuning(
        StudyRequest request, InsituRecipe recipe, InsituSample sample, JetNetworkCalibration start)
    {
        private readonly Table _training = sample.Of(sample.Data, SplitPart.Training);
        private readonly Table _validation = sample.Of(sample.Data, SplitPart.Validation);

        // What a pass takes decides how many passes make enough steps.
        private int Dijets() => DijetSelection.Select(
            _training, DijetSelection.Calibrated(_training, start), recipe.Selection.ToOptions(), recipe.Seed).Count;

        public TunedJets Run(string name, InSituMode mode)
        {
            InSituOptions options = recipe.Tuning(request.Threads, mode, Dijets());
            int epochs = options.Training.Epochs + options.PretrainingEpochs;
            using RunStage stage = request.Progress.Stage($"tuning {name}", epochs, "epochs");
            (ICalibration calibration, InSituResult result) = Refusing(() => InSituDerivation.Derive(
                name, _training, _validation, start, new CalibrationNetwork(start), start, options,
                request.Folder.PathOf($"checkpoints/{name}.checkpoint"), new EpochCounter(stage),
                request.Cancellation));
            request.Cancellation.ThrowIfCancellationRequested();
            TuningOutcome.Say(request.Progress, name, result);
            if (mode == InSituMode.Constrained)
            {
                TuningOutcome.Refuse(name, result);
            }

            InSituFile.Write(calibration, request.Folder.PathOf($"models/{name}.model"));
            return new(name, calibration, result);
        }
    }
}
