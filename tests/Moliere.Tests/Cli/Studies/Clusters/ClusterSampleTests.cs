using Moliere.Calibration.Neural;
using Moliere.Cli;
using Moliere.Cli.Recipes.Clusters;
using Moliere.Cli.Studies.Clusters;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Formats.Sources;
using Moliere.Formats.Tables;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Cli.Studies.Clusters;

public sealed class ClusterSampleTests
{
    private static readonly ClusterRecipe s_recipe = new() { Selection = new() { Expression = "e_dep > 1" } };

    [Fact]
    public void PartsTogether_AreTheSelectedClustersInOrder()
    {
        Table table = ToyFeatures.Clusters(2000, 1);
        using var sample = new ClusterSample(new MemorySource("t", table), s_recipe, 1);
        int[] selected = SelectionRule.Rows(table, s_recipe);
        Assert.Equal((selected.Length, 2000L), (sample.RowCount, sample.AllRows));
        Assert.Equal(selected.Select(row => row / 4).Distinct().Count(), sample.EventCount);
        ClusterPiece piece = sample.Pieces().Single();
        Assert.Equal((sample.Count(SplitPart.Training), sample.Count(SplitPart.Validation)),
            (piece.Training.Length, piece.Validation.Length));
        Table test = sample.Test(int.MaxValue);
        Assert.Equal(sample.Count(SplitPart.Test), test.RowCount);
        Assert.Equal(sample.RowCount, test.RowCount + piece.Training.Length + piece.Validation.Length);
        Assert.True(test.Floats(ClusterColumns.EnergyDeposited).Min() > 1);
    }

    [Fact]
    public void Test_IsCutToTheFirstClusters()
    {
        using var sample = new ClusterSample(new MemorySource("t", ToyFeatures.Clusters(2000, 1)), s_recipe, 1);
        Table all = sample.Test(int.MaxValue), some = sample.Test(17);
        Assert.Equal(all.Floats(ClusterColumns.Lambda)[..17], some.Floats(ClusterColumns.Lambda));
    }

    [Fact]
    public void Groups_ComeAsPiecesThatTrainToTheSameFeatures()
    {
        using TempFolder folder = new();
        Table table = ToyFeatures.Clusters(60_000, 1);
        string path = folder.At("t.table");
        using (TableFileWriter writer = TableFileWriter.Create(path, [.. table.Columns.Select(ColumnSpec.Of)]))
        {
            for (int first = 0; first < table.RowCount; first += 20_000)
            {
                writer.Append(table.Slice(first, 20_000));
                writer.Append(table.Slice(first, 20_000));
                writer.Append(table.Slice(first, 20_000));
            }

            writer.Complete();
        }

        using var disk = new ClusterSample(new TableFileSource(path), s_recipe, 2);
        using var memory = new ClusterSample(new MemorySource("t", TableFile.Read(path)), s_recipe, 1);
        Assert.Equal(2, disk.Pieces().Count());
        using NetworkDerivation a = new(disk.Pieces(), folder.At("")), b = new(memory.Pieces(), null);
        Assert.Equal(b.Features.Features, a.Features.Features);
        Assert.Equal((b.TrainingRows, b.LeftOut), (a.TrainingRows, a.LeftOut));
    }

    [Fact]
    public void NothingSelected_IsRefused()
    {
        ClusterRecipe none = s_recipe with { Selection = new() { Expression = "e_dep > 1e9" } };
        var error = Assert.Throws<RefusalException>(
            () => new ClusterSample(new MemorySource("t", ToyFeatures.Clusters(40, 1)), none, 1));
        Assert.Contains("keeps none of the 40 clusters", error.Message);
    }
}
