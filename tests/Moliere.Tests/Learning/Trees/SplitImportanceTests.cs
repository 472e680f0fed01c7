using Moliere.Learning.Trees;

namespace Moliere.Tests.Learning.Trees;

public sealed class SplitImportanceTests
{
    [Fact]
    public void GainCoverAndSplits_AreSummedOverTheSplitsOfAFeature()
    {
        // Two splits by b (gains 3 and 5, covers 10 and 4), one by a (gain 7, cover 6), none by c.
        Tree tree = Three([1, 0, 1], gains: [3, 7, 5], covers: [10, 6, 4]);
        var model = new BoostedTrees
        {
            Trees = [tree],
            Objective = TreeObjective.Squared,
            Start = [0],
            Features = ["a", "b", "c"],
        };
        IReadOnlyList<SplitImportance> importance = SplitImportance.Of(model);
        Assert.Equal(
            [new("a", 1, 7, 6), new SplitImportance("b", 2, 8, 14), new SplitImportance("c", 0, 0, 0)], importance);
        Assert.Equal((4, 7), (importance[1].MeanGain, importance[1].MeanCover));
        Assert.Equal((0, 0), (importance[2].MeanGain, importance[2].MeanCover));
    }

    // A root with two children that split, then four leaves, whose covers must not count.
    private static Tree Three(int[] features, float[] gains, float[] covers) => new()
    {
        Feature = [.. features, -1, -1, -1, -1],
        Threshold = new float[7],
        Left = [1, 3, 5, -1, -1, -1, -1],
        Right = [2, 4, 6, -1, -1, -1, -1],
        MissingLeft = new bool[7],
        Value = new float[7],
        Gain = [.. gains, 0, 0, 0, 0],
        Cover = [.. covers, 9, 9, 9, 9],
    };
}
