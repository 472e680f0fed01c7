// covers: FeatureGroup, FeatureImportance, ImportanceOptions
using Moliere.Data.Tables;
using Moliere.Numerics.Random;
using Moliere.Validation.Metrics;

namespace Moliere.Tests.Validation.Metrics;

public sealed class PermutationImportanceTests
{
    private static readonly Table s_rows = Rows(4000);

    [Fact]
    public void OnlyRelevantColumn_OwnsTheLoss()
    {
        IReadOnlyList<FeatureImportance> found =
            PermutationImportance.Of(s_rows, FeatureGroup.Each(["x", "unused"]), SquaredError, new() { Repeats = 5 });
        Assert.Equal(["x", "unused"], found.Select(feature => feature.Name));
        // Two independent standard normal numbers differ by 2 in the mean square, the noise of 0.1 stays.
        Assert.InRange(found[0].Increase, 1.85, 2.15);
        Assert.InRange(found[0].Spread, 1e-3, 0.2);
        Assert.InRange(found[0].Relative, 150, 250);
        Assert.Equal((0, 0), (found[1].Increase, found[1].Spread));
    }

    [Fact]
    public void GroupedColumns_AreShuffledTogether()
    {
        // A method that reads the difference of twins does not notice that both moved.
        double Difference(Table table) =>
            table.Floats("x").Zip(table.Floats("twin"), (x, twin) => Math.Abs(x - twin)).Sum();
        IReadOnlyList<FeatureImportance> found = PermutationImportance.Of(
            s_rows, [new("both", ["x", "twin"]), new("one", ["twin"])], Difference, new());
        Assert.Equal(0, found[0].Increase);
        Assert.True(found[1].Increase > 1000);
    }

    [Fact]
    public void Shuffles_DependOnSeedAndNameAlone()
    {
        FeatureImportance alone = Of(["x"], seed: 3)[0], second = Of(["unused", "x"], seed: 3)[1];
        Assert.Equal(alone, second);
        Assert.NotEqual(alone, Of(["x"], seed: 4)[0]);
    }

    [Fact]
    public void Subsample_LimitsTheRows()
    {
        var seen = new List<int>();
        PermutationImportance.Of(s_rows, FeatureGroup.Each(["x"]), table =>
        {
            seen.Add(table.RowCount);
            return SquaredError(table);
        }, new() { Rows = 100, Repeats = 2 });
        Assert.Equal([100, 100, 100], seen);
    }

    [Fact]
    public void UnknownColumn_IsRefusedByName()
    {
        MissingColumnException error = Assert.Throws<MissingColumnException>(() =>
            PermutationImportance.Of(s_rows, FeatureGroup.Each(["unusd"]), SquaredError, new()));
        Assert.Contains("unused", error.Message, StringComparison.Ordinal);
    }

    private static IReadOnlyList<FeatureImportance> Of(string[] columns, ulong seed) =>
        PermutationImportance.Of(s_rows, FeatureGroup.Each(columns), SquaredError, new() { Seed = seed });

    private static double SquaredError(Table table) =>
        table.Floats("x").Zip(table.Floats("y"), (x, y) => (x - y) * (x - y)).Average();

    private static Table Rows(int count)
    {
        float[] x = new float[count], y = new float[count], unused = new float[count];
        for (int row = 0; row < count; row++)
        {
            var rng = new Rng(2, "importance toy", (ulong)row);
            x[row] = (float)rng.NextGaussian();
            y[row] = x[row] + (float)(0.1 * rng.NextGaussian());
            unused[row] = (float)rng.NextDouble();
        }

        return new(
        [
            new FloatColumn("x", "", "known", x), new FloatColumn("twin", "", "the same", [.. x]),
            new FloatColumn("y", "", "target", y), new FloatColumn("unused", "", "noise", unused),
        ]);
    }
}
