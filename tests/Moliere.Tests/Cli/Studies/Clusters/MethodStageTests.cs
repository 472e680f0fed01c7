using Moliere.Cli;
using Moliere.Cli.Progress;
using Moliere.Cli.Recipes.Clusters;
using Moliere.Cli.Runs;
using Moliere.Cli.Studies;
using Moliere.Cli.Studies.Clusters;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Formats.Sources;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Cli.Studies.Clusters;

public sealed class MethodStageTests : IDisposable
{
    private static readonly ClusterRecipe s_recipe = new()
    {
        Selection = new() { Expression = "event >= 0" },
        Methods = [ClusterMethod.Em, ClusterMethod.Lcw, ClusterMethod.Mlp],
        Mlp = new MlpSection { Hidden = [8] },
        Training = new TrainingSection { Epochs = 2, BatchSize = 64 },
    };

    private readonly TempFolder _temporary = new();
    private readonly StringWriter _said = new();
    private readonly RunFolder _folder;

    public MethodStageTests()
    {
        var identity = new RunIdentity("train", "clusters", "0", "", []);
        Provenance provenance = Provenance.Begin(identity, 1, DateTimeOffset.UnixEpoch);
        _folder = RunFolderOpening.Open(_temporary.At("run"), provenance, force: false);
    }

    [Fact]
    public void TableWithoutCells_LeavesOutTheLookUpTablesAloud()
    {
        IReadOnlyList<DerivedMethod> methods = Derive(s_recipe, ToyFeatures.Clusters(400, 1));
        Assert.Equal(["em", "mlp"], methods.Select(method => method.Calibration.Name));
        Assert.Contains(MethodStage.NoCells, _said.ToString(), StringComparison.Ordinal);
        Assert.Equal(2, methods[1].Training!.Epochs);
        Assert.True(_folder.Has("models/mlp.model"));
        Assert.Matches("2 epochs in .*, loss [0-9.]+, validation [0-9.]+", _said.ToString());
    }

    [Fact]
    public void Cancelled_ThrowsAndKeepsTheCheckpointAlone()
    {
        using CancellationTokenSource source = new();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(
            () => Derive(s_recipe, ToyFeatures.Clusters(400, 1), source.Token));
        Assert.True(_folder.Has("checkpoints/mlp.checkpoint"));
        Assert.False(_folder.Has("models/mlp.model"));
    }

    [Fact]
    public void DivergedAtOnce_IsRefusedWithARemedy()
    {
        ClusterRecipe wild = s_recipe with
        {
            Training = s_recipe.Training with
            {
                LearningRate = 1e30,
                ClipNorm = 0,
                Schedule = TrainingSchedule.Constant,
            },
        };
        var error = Assert.Throws<RefusalException>(() => Derive(wild, ToyFeatures.Clusters(400, 1)));
        Assert.Equal(ExitCode.Usage, error.Code);
        Assert.Contains("training.learning_rate", error.Message, StringComparison.Ordinal);
        Assert.False(_folder.Has("models/mlp.model"));
    }

    [Fact]
    public void RowsLeftOut_AreSaid()
    {
        Derive(s_recipe, ToyFeatures.Clusters(400, 1).WithValue(ClusterColumns.Mu, 3, float.NaN)
            .WithValue(ClusterColumns.Mu, 200, float.NaN));
        Assert.Contains("leaves out 2 clusters with a non-finite", _said.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void NoUsableRow_IsRefused()
    {
        Table table = ToyFeatures.Clusters(200, 1);
        for (int row = 0; row < table.RowCount; row++)
        {
            table = table.WithValue(ClusterColumns.Lambda, row, float.NaN);
        }

        var error = Assert.Throws<RefusalException>(() => Derive(s_recipe, table));
        Assert.Equal(ExitCode.BadData, error.Code);
        Assert.Contains("is finite in none of the", error.Message, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _folder.Dispose();
        _temporary.Dispose();
    }

    private IReadOnlyList<DerivedMethod> Derive(
        ClusterRecipe recipe, Table table, CancellationToken cancellation = default)
    {
        var display = new PlainDisplay(_said, TimeSpan.FromHours(1), TimeProvider.System);
        var request = new StudyRequest
        {
            Verb = StudyVerb.Train,
            Recipe = recipe,
            Folder = _folder,
            Progress = new RunProgress(display, TimeProvider.System),
            Threads = 1,
            Cancellation = cancellation,
        };
        var world = new Lazy<ClusterWorld>(() => throw new InvalidOperationException("no world is needed"));
        using var sample = new ClusterSample(new MemorySource("toy", table), recipe, threads: 1);
        return MethodStage.Derive(request, recipe, sample, world);
    }
}
