// covers: BoostedTrees, Tree
using Moliere.Learning.Trees;

namespace Moliere.Tests.Learning.Trees;

public sealed class BoostedTreesTests
{
    [Theory]
    [InlineData(0.5f, false, 10)]
    [InlineData(1, false, 20)]
    [InlineData(-0.0f, true, 10)]
    [InlineData(float.NegativeInfinity, false, 10)]
    [InlineData(float.PositiveInfinity, true, 20)]
    [InlineData(float.NaN, false, 20)]
    [InlineData(float.NaN, true, 10)]
    public void Row_GoesLeftBelowTheThresholdAndWhereTheNodeSaysIfMissing(float x, bool missingLeft, float expected) =>
        Assert.Equal(expected, Stump(missingLeft, 10, 20).Evaluate([7, x]));

    [Fact]
    public void LoneLeaf_GivesItsValueToEveryRow()
    {
        var leaf = new Tree
        {
            Feature = [-1],
            Threshold = [0],
            Left = [-1],
            Right = [-1],
            MissingLeft = [false],
            Value = [3],
            Gain = [0],
            Cover = [1],
        };
        Assert.Equal((1, 3), (leaf.NodeCount, leaf.Evaluate([])));
    }

    [Fact]
    public void Trees_AddToTheMarginsInTurn()
    {
        var model = new BoostedTrees
        {
            Trees = [Stump(true, 1, 2), Stump(true, 4, 8), Stump(true, 16, 32), Stump(true, 64, 128)],
            Objective = TreeObjective.Gaussian,
            Start = [0.5f, -0.5f],
            Features = ["a", "b"],
        };
        float[] margins = new float[2];
        model.Evaluate([0, 0], margins);
        Assert.Equal([17.5f, 67.5f], margins);
        model.Evaluate([0, 1], margins);
        Assert.Equal([34.5f, 135.5f], margins);
        Assert.Equal(2, model.MarginCount);
    }

    // Splits the second feature at 1.
    private static Tree Stump(bool missingLeft, float left, float right) => new()
    {
        Feature = [1, -1, -1],
        Threshold = [1, 0, 0],
        Left = [1, -1, -1],
        Right = [2, -1, -1],
        MissingLeft = [missingLeft, false, false],
        Value = [0, left, right],
        Gain = [1, 0, 0],
        Cover = [2, 1, 1],
    };
}
