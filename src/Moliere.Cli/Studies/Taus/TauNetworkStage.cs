using Moliere.Calibration.Classical.Taus;
using Moliere.Calibration.Neural.Taus;
using Moliere.Cli.Progress;
using Moliere.Cli.Recipes.Taus;
using Moliere.Learning.Models;
using Moliere.Learning.Training;

namespace Moliere.Cli.Studies.Taus;

/// <summary>Trains the network of taus.</summary>
internal static class TauNetworkStage
{
    /// <summary>File of the network inside a run folder.</summary>
    /// <param name="name">Name of the method.</param>
    public static string FileName(string name) => $"models/{name}.model";

    /// <summary>Trains, resuming from a checkpoint, and leaves the network in the run folder.</summary>
    /// <param name="request">Folder, progress, threads and cancellation.</param>
    /// <param name="recipe">Network and training.</param>
    /// <param name="scales">The classical scales.</param>
    /// <param name="taus">The taus with these scales.</param>
    /// <exception cref="RefusalException">The taus cannot be learnt from, or the training diverged at once.</exception>
    public static DerivedMethod Train(StudyRequest request, TauRecipe recipe, TauScales scales, TauParts taus)
    {
        string name = TauMethodStage.NameOf(TauMethod.Mdn);
        TauNetworkDerivation derivation = TauUsable.Of(name, () => new TauNetworkDerivation(
            taus.Table, taus.Training, taus.Validation, scales, recipe.NetworkInputs()));
        Describe(request, name, derivation);
        TrainerOptions options = recipe.Training.Trainer(recipe.Seed, request.Threads);
        using RunStage stage = request.Progress.Stage($"training {name}", options.Epochs, "epochs");
        (TauNetworkCalibration calibration, TrainingResult result) = TauUsable.Of(name, () => derivation.Derive(
            name, recipe.Network(), options, request.Folder.PathOf($"checkpoints/{name}.checkpoint"),
            new EpochCounter(stage), request.Cancellation));
        request.Cancellation.ThrowIfCancellationRequested();
        Divergence.Say(request.Progress, name, result);
        SayHealth(request, name, derivation.HealthOf(calibration), calibration.Options.Plan);
        TauNetworkFile.Write(calibration, request.Folder.PathOf(FileName(name)));
        return new(calibration, result);
    }

    private static void Describe(StudyRequest request, string name, TauNetworkDerivation derivation)
    {
        request.Progress.Say($"{name}: {TauUsable.Describe(derivation.TrainingCounts)}.");
        if (derivation.AbsentFeatures is { Count: > 0 } absent)
        {
            request.Progress.Say($"{name} does without {string.Join(", ", absent)}, which the table lacks.");
        }
    }

    private static void SayHealth(StudyRequest request, string name, MixtureHealth health, NetworkPlan plan)
    {
        int members = plan.Family == NetworkFamily.Single ? 1 : plan.Ensemble.Members;
        if (health.HasDied(members))
        {
            request.Progress.Say($"{name}: a density of the mixture is hardly used; mdn.components can be fewer.");
        }

        if (health.AtFloor > 0.01)
        {
            request.Progress.Say(FormattableString.Invariant(
                $"{name}: {health.AtFloor:P0} of the validation taus have a density at mdn.least_width."));
        }
    }
}
