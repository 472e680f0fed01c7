using Moliere.Calibration.Classical.Taus;
using Moliere.Cli.Progress;
using Moliere.Cli.Recipes.Taus;
using Moliere.Data.Tables;
using Moliere.Learning.Trees;

namespace Moliere.Cli.Studies.Taus;

/// <summary>Grows the regression trees of taus, anew after an interruption: that is a matter of seconds.</summary>
internal static class TauTreesStage
{
    /// <summary>File of the trees of a method inside a run folder.</summary>
    /// <param name="name">Name of the method.</param>
    public static string FileName(string name) => $"models/{name}.json";

    /// <summary>Grows, and leaves the trees in the run folder.</summary>
    /// <param name="request">Folder, progress, threads and cancellation.</param>
    /// <param name="recipe">How they are grown.</param>
    /// <param name="method">Trees of a value, or of a value with its width.</param>
    /// <param name="scales">The classical scales.</param>
    /// <param name="taus">The taus with these scales.</param>
    /// <exception cref="RefusalException">The taus cannot be learnt from.</exception>
    public static DerivedMethod Train(
        StudyRequest request, TauRecipe recipe, TauMethod method, TauScales scales, TauParts taus)
    {
        string name = TauMethodStage.NameOf(method), path = request.Folder.PathOf(FileName(name));
        TreeCalibrationOptions options = recipe.TreeOptions(method == TauMethod.BrtGaussian, request.Threads);
        TreeCalibrationDerivation derivation = TauUsable.Of(name, () => new TreeCalibrationDerivation(
            taus.Table, taus.Training, taus.Validation, scales, options));
        request.Progress.Say($"{name}: {TauUsable.Describe(derivation.TrainingCounts)}.");
        using RunStage stage = request.Progress.Stage($"training {name}", options.Boosting.Rounds, "rounds");
        (TreeCalibration calibration, BoostingResult result) = TauUsable.Of(
            name, () => derivation.Derive(name, new EpochCounter(stage), request.Cancellation));
        request.Cancellation.ThrowIfCancellationRequested();
        Divergence.Say(request.Progress, name, result.Training, isTrees: true);
        TreeCalibrationFile.Write(calibration, path);
        return new(calibration, result.Training);
    }
}
