using Moliere.Learning.Trees;

namespace Moliere.Tests.Learning.Trees;

public sealed class TreeRowsTests
{
    public static TheoryData<string, TreeRows> Bad => new()
    {
        { "The training rows are 0 x 1", new([], ["x"], []) },
        { "hold 3 numbers; 2 targets of 1 features", new([1, 2, 3], ["x"], [1, 2]) },
        { "have 1 weights for 2 targets", new([1, 2], ["x"], [1, 2], [1]) },
        { "targets of the training rows hold NaN in row 1", new([1, 2], ["x"], [1, float.NaN]) },
        { "weights of the training rows hold", new([1, 2], ["x"], [1, 2], [1, float.PositiveInfinity]) },
        { "features of the training rows hold", new([1, float.NegativeInfinity], ["x"], [1, 2]) },
        { "sum to -1; the sum must be positive", new([1, 2], ["x"], [1, 2], [1, -2]) },
        { "feature name of the training rows repeats", new([1, 2], ["x", "x"], [1]) },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public void BadRows_AreRefusedWithASentence(string expected, TreeRows rows) =>
        Assert.Contains(expected, Assert.Throws<ArgumentException>(() => rows.Check("training")).Message);

    [Fact]
    public void MissingFeaturesAndNegativeWeights_AreFine()
    {
        var rows = new TreeRows([1, float.NaN, 3, 4], ["x", "y"], [1, 2], [3, -1]);
        rows.Check("training");
        Assert.Equal((2, 2), (rows.RowCount, rows.FeatureCount));
        Assert.Equal([3, 4], rows.Row(1).ToArray());
        Assert.Equal(-1, rows.Weight(1));
        Assert.Equal(1, (rows with { Weights = null }).Weight(1));
    }
}
