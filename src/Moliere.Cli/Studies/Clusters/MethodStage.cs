using Moliere.Calibration.Classical;
using Moliere.Calibration.Neural;
using Moliere.Cli.Progress;
using Moliere.Cli.Recipes.Clusters;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Learning.Training;

namespace Moliere.Cli.Studies.Clusters;

/// <summary>Derives the methods of a recipe from a table, resuming trainings that were interrupted.</summary>
internal static class MethodStage
{
    /// <summary>File of a network inside a run folder.</summary>
    public static string FileName(string method) => $"models/{method}.model";

    /// <summary>Why a table may leave out the look-up tables.</summary>
    public const string NoCells =
        "lcw is left out: the table has no cells (columns cell_index and cell_energy) and no energy that was "
        + "calibrated elsewhere (column e_lcw).";

    /// <summary>
    /// The methods in the order of the recipe; look-up tables only for tables that carry their cells.
    /// </summary>
    public static IReadOnlyList<DerivedMethod> Derive(
        StudyRequest request, ClusterRecipe recipe, ClusterSample sample, Lazy<ClusterWorld> world)
    {
        Table columns = sample.Columns;
        using var networks = new Preparation(() => Prepare(request, recipe, sample));
        var methods = new List<DerivedMethod>();
        foreach (ClusterMethod method in recipe.Methods)
        {
            switch (method)
            {
                case ClusterMethod.Em:
                    methods.Add(new(new EnergyScale(), null));
                    break;
                case ClusterMethod.Lcw when columns.Has(ClusterColumns.EnergyLcw):
                    methods.Add(new(new ColumnCalibration("lcw", ClusterColumns.EnergyLcw), null));
                    break;
                case ClusterMethod.Lcw when !columns.Has(ClusterColumns.CellIndex):
                    request.Progress.Say(NoCells);
                    break;
                case ClusterMethod.Lcw:
                    methods.Add(new(world.Value.Lcw(request), null));
                    break;
                default:
                    methods.Add(Train(request, recipe, method, networks.Value));
                    break;
            }
        }

        return methods;
    }

    /// <summary>The rows that networks learn from and are chosen by.</summary>
    /// <exception cref="RefusalException">There are none.</exception>
    public static NetworkDerivation Prepare(StudyRequest request, ClusterRecipe recipe, ClusterSample sample)
    {
        int training = sample.Count(SplitPart.Training), validation = sample.Count(SplitPart.Validation);
        if (training == 0 || validation == 0)
        {
            throw new RefusalException(
                ExitCode.BadData,
                $"{sample} are too few to split into training ({training} clusters), validation ({validation}) and "
                + "test; simulate more events with --set source.events=N.");
        }

        NetworkDerivation derivation = Usable(request, sample, training, validation);
        if (derivation.AbsentFeatures is { Count: > 0 } absent)
        {
            request.Progress.Say($"networks do without {string.Join(", ", absent)}, which the table lacks.");
        }

        foreach (string constant in derivation.ConstantFeatures)
        {
            request.Progress.Say($"feature {constant} has one value in all training clusters and is of no use.");
        }

        request.Progress.Say(derivation.LeftOut == 0
            ? $"training on {training} clusters, {validation} for validation."
            : $"training leaves out {derivation.LeftOut} clusters with a non-finite feature or target.");
        return derivation;
    }

    private static NetworkDerivation Usable(StudyRequest request, ClusterSample sample, int training, int validation)
    {
        const string remedy = "check the columns of the table with 'moliere inspect'.";
        try
        {
            string scratch = Path.GetDirectoryName(request.Folder.PathOf("checkpoints/training.rows"))!;
            var derivation = new NetworkDerivation(sample.Pieces(), scratch);
            if (!derivation.HasRows)
            {
                throw new RefusalException(
                    ExitCode.BadData,
                    $"None of the {training} training or none of the {validation} validation clusters "
                    + $"has finite features, target and weight; {remedy}");
            }

            derivation.RequireLearnable();
            return derivation;
        }
        catch (ArgumentException error)
        {
            throw new RefusalException(ExitCode.BadData, $"{error.Message.TrimEnd('.')}; {remedy}");
        }
    }

    private static DerivedMethod Train(
        StudyRequest request, ClusterRecipe recipe, ClusterMethod method, NetworkDerivation networks)
    {
        string name = NetworkTranslation.NameOf(method);
        TrainerOptions options = recipe.Trainer(method, request.Threads);
        using RunStage stage = request.Progress.Stage($"training {name}", options.Epochs, "epochs");
        (NetworkCalibration calibration, TrainingResult result) = networks.Derive(
            name, recipe.Network(method), options, request.Folder.PathOf($"checkpoints/{name}.checkpoint"),
            new EpochCounter(stage), request.Cancellation);
        request.Cancellation.ThrowIfCancellationRequested();
        Divergence.Say(request.Progress, name, result);

        NetworkFile.Write(calibration, request.Folder.PathOf(FileName(name)));
        return new(calibration, result);
    }

    // Made when the first network asks for it.
    private sealed class Preparation(Func<NetworkDerivation> prepare) : IDisposable
    {
        private readonly Lazy<NetworkDerivation> _derivation = new(prepare);

        public NetworkDerivation Value => _derivation.Value;

        public void Dispose()
        {
            if (_derivation.IsValueCreated)
            {
                _derivation.Value.Dispose();
            }
        }
    }
}
