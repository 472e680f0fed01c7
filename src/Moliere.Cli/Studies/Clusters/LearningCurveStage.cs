using Moliere.Calibration.Neural;
using Moliere.Cli.Progress;
using Moliere.Cli.Recipes.Clusters;
using Moliere.Learning.Training;

namespace Moliere.Cli.Studies.Clusters;

/// <summary>
/// Trains the Bayesian network again on parts of its clusters. The networks stay in the folder of models, so that a
/// later validation can ask them about other clusters.
/// </summary>
internal static class LearningCurveStage
{
    private const string FolderName = "models/learning-curve";

    // The batch shrinks with the sample, so that every size is fitted with as many steps; smaller ones only add noise.
    private const int SmallestBatch = 16;

    private static string Method => NetworkTranslation.NameOf(ClusterMethod.Bnn);

    /// <summary>Derives a network for every size; none without the method.</summary>
    /// <param name="request">Folder for checkpoints and models, progress.</param>
    /// <param name="recipe">Fractions and network.</param>
    /// <param name="sample">Selected clusters.</param>
    /// <param name="methods">The derived methods; the Bayesian network among them is the largest size.</param>
    public static void Derive(
        StudyRequest request, ClusterRecipe recipe, ClusterSample sample, IReadOnlyList<DerivedMethod> methods)
    {
        DerivedMethod? whole = methods.FirstOrDefault(method => method.Calibration.Name == Method);
        if (whole is null || recipe.LearningCurve.Fractions.Count == 0)
        {
            return;
        }

        using NetworkDerivation derivation = MethodStage.Prepare(request, recipe, sample);
        using RunStage stage = request.Progress.Stage(
            "learning curve", recipe.LearningCurve.Fractions.Count * recipe.Bnn.Epochs, "epochs");
        foreach (double fraction in recipe.LearningCurve.Fractions)
        {
            NetworkDerivation part = derivation.WithPart(fraction);
            if (part.TrainingRows < NetworkDerivation.FewestRows)
            {
                stage.Advance(recipe.Bnn.Epochs);
                continue;
            }

            Write(request, part.TrainingRows, Train(request, recipe, part, fraction, stage));
        }

        Write(request, derivation.TrainingRows, (NetworkCalibration)whole.Calibration);
    }

    /// <summary>
    /// The networks that <see cref="Derive"/> left, by the clusters they learnt from; none if the recipe has none.
    /// </summary>
    /// <param name="request">The folder of the run, or that of models trained before.</param>
    /// <param name="recipe">Methods and fractions.</param>
    public static IReadOnlyList<(int Rows, NetworkCalibration Calibration)> Read(
        StudyRequest request, ClusterRecipe recipe)
    {
        string path = Path.Combine(request.Models ?? request.Folder.CurrentPath, FolderName);
        bool isWanted = recipe.Methods.Contains(ClusterMethod.Bnn) && recipe.LearningCurve.Fractions.Count > 0;
        return !isWanted || !Directory.Exists(path) ? [] :
        [
            .. Directory.GetFiles(path, $"{Method}-*.model")
                .Select(file => (Rows: RowsOf(file), File: file))
                .OrderBy(size => size.Rows)
                .Select(size => (size.Rows, NetworkFile.Read(size.File, request.Threads))),
        ];
    }

    private static NetworkCalibration Train(
        StudyRequest request, ClusterRecipe recipe, NetworkDerivation part, double fraction, RunStage stage)
    {
        string name = FormattableString.Invariant($"{Method}-{part.TrainingRows}");
        TrainerOptions options = recipe.Trainer(ClusterMethod.Bnn, request.Threads);
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

    private static void Write(StudyRequest request, int rows, NetworkCalibration calibration) => NetworkFile.Write(
        calibration, request.Folder.PathOf(FormattableString.Invariant($"{FolderName}/{Method}-{rows}.model")));

    private static int RowsOf(string file) =>
        int.TryParse(Path.GetFileNameWithoutExtension(file)[(Method.Length + 1)..], out int rows) ? rows : 0;

    private sealed class EpochCounter(RunStage stage) : IProgress<EpochReport>
    {
        public void Report(EpochReport value) => stage.Advance();
    }
}
