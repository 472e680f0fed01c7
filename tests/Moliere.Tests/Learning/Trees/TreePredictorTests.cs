using Moliere.Learning.Trees;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Learning.Trees;

public sealed class TreePredictorTests
{
    [Theory]
    [InlineData(1, 0, 1, 1)]
    [InlineData(3, 1, 2, 1)]
    [InlineData(10, 3, 1, 1)]
    [InlineData(40, 6, 7, 1)]
    [InlineData(31, 9, 20, 3)]
    [InlineData(6, 14, 5, 2)]
    public void Margins_AreThoseOfTheSlowEvaluationBitForBit(int trees, int depth, int features, int margins)
    {
        BoostedTrees model = RandomForest.Model(trees, features, depth, margins: margins);
        foreach (int rows in (int[])[0, 1, 63, 64, 65, 1000])
        {
            float[] x = RandomForest.Rows(rows, features);
            Assert.Equal(Slow(model, x, rows), Fast(model, x, rows, threads: 1));
        }
    }

    [Fact]
    public void Threads_DoNotChangeABit()
    {
        BoostedTrees model = RandomForest.Model(30, 8, 6, margins: 2);
        float[] x = RandomForest.Rows(5000, 8);
        float[] one = Fast(model, x, 5000, threads: 1);
        Assert.Equal(one, Fast(model, x, 5000, threads: 2));
        Assert.Equal(one, Fast(model, x, 5000, threads: 5));
    }

    [Fact]
    public void LopsidedTree_IsWalkedToItsEnd()
    {
        // Feature 0 below 1, 2, 3, ...: the row i + 0.5 leaves the chain at step i.
        const int length = 100;
        Tree chain = Chain(length);
        var model = new BoostedTrees
        {
            Trees = [chain],
            Objective = TreeObjective.Squared,
            Start = [0],
            Features = ["x"],
        };
        float[] x = [.. Enumerable.Range(0, length + 1).Select(i => i + 0.5f)];
        Assert.Equal([.. Enumerable.Range(0, length + 1).Select(i => (float)i)], Fast(model, x, x.Length, threads: 1));
    }

    [Fact]
    public void NoTrees_GiveTheStart()
    {
        BoostedTrees model = RandomForest.Model(0, 2, 3, margins: 2);
        Assert.Equal([.. model.Start, .. model.Start], Fast(model, [1, 2, 3, float.NaN], 2, threads: 1));
    }

    [Fact]
    public void FeatureThatTheModelHasNot_IsRefused()
    {
        BoostedTrees model = RandomForest.Model(5, 4, 4) with { Features = ["x0", "x1"] };
        var error = Assert.Throws<ArgumentException>(() => new TreePredictor(model, 1));
        Assert.StartsWith("Tree 0 splits by feature 3 of 2", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WrongLength_IsRefusedWithTheShape()
    {
        using var predictor = new TreePredictor(RandomForest.Model(1, 3, 2), 1);
        var error = Assert.Throws<ArgumentException>(() => predictor.Predict(new float[5], 2, new float[2]));
        Assert.StartsWith("features holds 5 numbers; [N = 2, 3] needs 6.", error.Message, StringComparison.Ordinal);
    }

    private static Tree Chain(int length) => new()
    {
        Feature = [.. Enumerable.Range(0, (2 * length) + 1).Select(i => i < 2 * length && i % 2 == 0 ? 0 : -1)],
        Threshold = [.. Enumerable.Range(0, (2 * length) + 1).Select(i => (i / 2) + 1f)],
        Left = [.. Enumerable.Range(0, (2 * length) + 1).Select(i => i % 2 == 0 ? i + 1 : -1)],
        Right = [.. Enumerable.Range(0, (2 * length) + 1).Select(i => i % 2 == 0 ? i + 2 : -1)],
        MissingLeft = new bool[(2 * length) + 1],
        Value = [.. Enumerable.Range(0, (2 * length) + 1).Select(i => (float)(i / 2))],
        Gain = new float[(2 * length) + 1],
        Cover = new float[(2 * length) + 1],
    };

    private static float[] Fast(BoostedTrees model, float[] x, int rows, int threads)
    {
        using var predictor = new TreePredictor(model, threads);
        float[] margins = new float[rows * model.MarginCount];
        predictor.Predict(x, rows, margins);
        return margins;
    }

    private static float[] Slow(BoostedTrees model, float[] x, int rows)
    {
        int features = model.Features.Count, count = model.MarginCount;
        float[] margins = new float[rows * count];
        for (int i = 0; i < rows; i++)
        {
            model.Evaluate(x.AsSpan(i * features, features), margins.AsSpan(i * count, count));
        }

        return margins;
    }
}
