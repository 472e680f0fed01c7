// covers: BoostedTrees
using Moliere.Learning.Trees;

namespace Moliere.Tests.Learning.Trees;

public sealed class TreeTests
{
    [Theory]
    [InlineData(0.5f, float.NaN, 1)]
    [InlineData(0.999f, 0, 1)]
    [InlineData(1, 4.9f, 2)]
    [InlineData(1, 5, 3)]
    [InlineData(1, float.NaN, 3)]
    [InlineData(float.NaN, 9, 1)]
    public void Row_GoesLeftBelowTheThresholdAndAsTheNodeSaysWithoutTheFeature(float x, float y, float value) =>
        Assert.Equal(value, Make(scale: 1).Evaluate([x, y]));

    [Fact]
    public void Margins_AreTheStartPlusEverySecondTree()
    {
        var model = new BoostedTrees
        {
            Trees = [Make(1), Make(10), Make(100), Make(1000)],
            Objective = TreeObjective.Gaussian,
            Start = [0.5f, -0.5f],
            Features = ["x", "y"],
        };
        float[] margins = new float[2];
        model.Evaluate([2, 1], margins);
        Assert.Equal([202.5f, 2019.5f], margins);
        Assert.Equal(2, model.MarginCount);
    }

    private static Tree Make(float scale) => new()
    {
        Feature = [0, -1, 1, -1, -1],
        Threshold = [1, 0, 5, 0, 0],
        Left = [1, -1, 3, -1, -1],
        Right = [2, -1, 4, -1, -1],
        MissingLeft = [true, false, false, false, false],
        Value = [0, 1 * scale, 0, 2 * scale, 3 * scale],
        Gain = [4, 0, 2, 0, 0],
        Cover = [9, 4, 5, 3, 2],
    };
}
