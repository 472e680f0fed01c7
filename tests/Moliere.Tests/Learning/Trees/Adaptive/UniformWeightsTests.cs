// covers: UniformOptions
using Moliere.Learning.Trees;
using Moliere.Learning.Trees.Adaptive;

namespace Moliere.Tests.Learning.Trees.Adaptive;

public sealed class UniformWeightsTests
{
    private static readonly AdaptiveOptions s_options = new() { Rounds = 40, MaxDepth = 4 };

    [Fact]
    public void StrengthZero_IsPlainBoosting_TreeByTree()
    {
        TreeRows rows = AdaptiveBoostingTests.Toy(2000, 1, out float[] hidden);
        var uniform = new UniformWeights(hidden, rows.Targets, new() { Strength = 0 });
        BoostedTrees plain = AdaptiveBoosting.Fit(rows, s_options).Model;
        Assert.Equal(s_options.Rounds, plain.Trees.Count);
        AdaptiveBoostingTests.AssertEqual(plain, AdaptiveBoosting.Fit(rows, s_options, uniform).Model);
    }

    [Fact]
    public void LocalEfficiency_IsThatOfTheNearestRows()
    {
        float[] values = [5, 1, 2, 9, 3, 4, 100], targets = [0, 0, 0, 1, 0, 0, 0];
        double[] scores = [1, 9, 2, 0, 8, 3, 4];
        var uniform = new UniformWeights(values, targets, new() { Neighbours = 3, TargetEfficiency = 0.66 });

        // Rows of class 0 by value: scores 9, 2, 8, 3, 1, 4; four of six lie at 4 or below.
        Assert.Equal(
            [1 / 3.0, 1 / 3.0, 2 / 3.0, 2 / 3.0, 2 / 3.0, 1],
            [.. uniform.LocalEfficiencies(scores)], (one, two) => Math.Abs(one - two) < 1e-12);
    }

    [Fact]
    public void Correction_RaisesRowsWhereTooFewLieBelowTheCut()
    {
        float[] values = [.. Enumerable.Range(0, 200).Select(i => (float)i)], targets = new float[200];
        double[] scores = [.. values.Select(value => (double)value)], weights = [.. Enumerable.Repeat(1.0, 200)];
        new UniformWeights(values, targets, new() { Strength = 1, Neighbours = 10, TargetEfficiency = 0.5 })
            .Correct(scores, weights);
        double rate = Math.Log(1 / 0.5); // every local efficiency is 0 or 1, but for a few at the cut
        Assert.Equal(Math.Exp(-0.5 * rate), weights[0], 0.03);
        Assert.Equal(Math.Exp(0.5 * rate), weights[199], 0.03);
    }

    [Fact]
    public void Boosting_BecomesUniformAtTheTarget()
    {
        TreeRows train = AdaptiveBoostingTests.Toy(6000, 2, out float[] hidden);
        double plain = Spread(train, hidden, 0), uniform = Spread(train, hidden, 1);
        Assert.True(uniform < 0.75 * plain, $"the local efficiency still varies by {uniform}, before by {plain}");
    }

    [Fact]
    public void WrongInput_IsRefused()
    {
        Assert.Contains("No row is of class 0", Message([1, 2], [1, 1]), StringComparison.Ordinal);
        Assert.Contains("row 1 is NaN", Message([1, float.NaN], [0, 1]), StringComparison.Ordinal);
        Assert.Contains("1 protected values for 2 rows", Message([1], [0, 1]), StringComparison.Ordinal);
    }

    // Mean distance of the efficiency from its target, over test rows in order of the protected variable.
    private static double Spread(TreeRows train, float[] hidden, double strength)
    {
        BoostedTrees model = AdaptiveBoosting.Fit(
            train, s_options, new UniformWeights(hidden, train.Targets, new() { Strength = strength })).Model;
        TreeRows test = AdaptiveBoostingTests.Toy(20_000, 3, out float[] values);
        float[] margin = new float[1];
        double[] scores = [.. Enumerable.Range(0, test.RowCount).Select(row =>
        {
            model.Evaluate(test.Row(row), margin);
            return (double)margin[0];
        })];
        return new UniformWeights(values, test.Targets, new() { Neighbours = 500 }).LocalEfficiencies(scores)
            .Average(local => Math.Abs(local - 0.92));
    }

    private static string Message(float[] values, float[] targets) =>
        Assert.Throws<ArgumentException>(() => new UniformWeights(values, targets, new())).Message;
}
