// covers: AdaptiveOptions
using Moliere.Learning.Trees;
using Moliere.Learning.Trees.Adaptive;
using Moliere.Numerics.Random;

namespace Moliere.Tests.Learning.Trees.Adaptive;

public sealed class AdaptiveBoostingTests
{
    private static readonly AdaptiveOptions s_options = new() { Rounds = 25, MaxDepth = 4 };

    // The textbook, with each tree grown by the trainer of gradient boosting on its own.
    [Fact]
    public void Trees_AreThoseOfTheTextbook()
    {
        // Few different values: bins follow weights, and would be others in every round.
        TreeRows rows = Toy(900, 1);
        rows = rows with { Features = Array.ConvertAll(rows.Features, value => MathF.Round(value, 1)) };
        // No number of rows makes exactly this share: rounding then decides nothing.
        const double least = 0.01234;
        BoostedTrees model = AdaptiveBoosting.Fit(rows, s_options with { LeastLeafShare = least, Rounds = 12 }).Model;
        double[] weights = Halved(rows, [.. Enumerable.Repeat(1.0, rows.RowCount)]);
        for (int round = 0; round < 12; round++)
        {
            Tree wanted = BoostedTreesTrainer.Fit(
                rows with
                {
                    Targets = Array.ConvertAll(rows.Targets, target => (2 * target) - 1),
                    Weights = Array.ConvertAll(weights, weight => (float)weight),
                },
                new()
                {
                    Rounds = 1,
                    MaxDepth = 4,
                    LearningRate = 1,
                    Lambda = 0,
                    MinChildWeight = least,
                    Start = 0,
                }).Model.Trees[0];
            Tree found = model.Trees[round];
            Assert.Equal(wanted.Feature, found.Feature);
            Assert.Equal(wanted.Threshold, found.Threshold);
            int[] votes =
                [.. Enumerable.Range(0, rows.RowCount).Select(row => wanted.Evaluate(rows.Row(row)) < 0 ? -1 : 1)];
            double error = votes.Select((vote, row) => vote == (2 * rows.Targets[row]) - 1 ? 0 : weights[row]).Sum();
            double share = 0.5 * 0.5 * Math.Log((1 - error) / error);
            Assert.Equal(2 * share, Math.Abs(found.Value[^1]), 1e-6);
            weights = Halved(rows, [.. weights.Select((weight, row) =>
                weight * Math.Exp(-((2 * rows.Targets[row]) - 1) * share * votes[row]))]);
        }
    }

    [Fact]
    public void Margin_IsTwiceTheVotes_AndTellsTheClasses()
    {
        TreeRows train = Toy(2000, 2), test = Toy(2000, 3);
        BoostedTrees model = AdaptiveBoosting.Fit(train, s_options).Model;
        float[] margin = new float[1];
        int right = Enumerable.Range(0, test.RowCount).Count(row =>
        {
            model.Evaluate(test.Row(row), margin);
            return (margin[0] > 0) == (test.Targets[row] == 1);
        });
        Assert.InRange(right / 2000.0, 0.75, 0.9); // 0.78 when written; single cuts reach 0.73
        Assert.Equal(TreeObjective.Logistic, model.Objective);
    }

    [Fact]
    public void Threads_ChangeNoBit()
    {
        TreeRows rows = Toy(20_000, 4);
        AdaptiveOptions options = s_options with { Rounds = 4 };
        AssertEqual(
            AdaptiveBoosting.Fit(rows, options).Model, AdaptiveBoosting.Fit(rows, options with { Threads = 3 }).Model);
    }

    [Fact]
    public void Cancelled_KeepsTheTreesSoFar()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        BoostingResult result = AdaptiveBoosting.Fit(Toy(200, 5), s_options, cancellation: source.Token);
        Assert.Empty(result.Model.Trees);
        Assert.Equal(Moliere.Learning.Training.TrainingStatus.Interrupted, result.Training.Status);
    }

    [Fact]
    public void WrongRows_AreRefused()
    {
        TreeRows rows = Toy(50, 6);
        Assert.Contains("neither 0 nor 1", Message(rows with { Targets = [.. rows.Targets[1..], 2] }),
            StringComparison.Ordinal);
        Assert.Contains("No row with weight is of class 1", Message(rows with { Targets = new float[50] }),
            StringComparison.Ordinal);
        Assert.Contains("has the weight -1", Message(rows with { Weights = [-1, .. Enumerable.Repeat(1f, 49)] }),
            StringComparison.Ordinal);
    }

    /// <summary>Holds two models against each other, tree by tree, bit by bit.</summary>
    internal static void AssertEqual(BoostedTrees first, BoostedTrees second)
    {
        Assert.Equal(first.Trees.Count, second.Trees.Count);
        foreach ((Tree one, Tree two) in first.Trees.Zip(second.Trees))
        {
            Assert.Equal(one.Feature, two.Feature);
            Assert.Equal(one.Threshold, two.Threshold);
            Assert.Equal(one.Left, two.Left);
            Assert.Equal(one.Value, two.Value);
            Assert.Equal(one.Cover, two.Cover);
        }
    }

    /// <summary>Two features, the first of which follows a third number that is not among them.</summary>
    internal static TreeRows Toy(int count, ulong seed) => Toy(count, seed, out _);

    /// <summary>The same with that third number.</summary>
    internal static TreeRows Toy(int count, ulong seed, out float[] hidden)
    {
        var rng = new Rng(seed, "toy", 0);
        float[] features = new float[2 * count], targets = new float[count];
        hidden = new float[count];
        for (int i = 0; i < count; i++)
        {
            targets[i] = i % 2;
            hidden[i] = (float)(targets[i] == 1 ? 1 + (0.3 * rng.NextGaussian()) : 3 * rng.NextDouble());
            features[2 * i] = (float)(hidden[i] + (0.3 * rng.NextGaussian()));
            features[(2 * i) + 1] = (float)((1.2 * targets[i]) + rng.NextGaussian());
        }

        return new(features, ["a", "b"], targets);
    }

    private string Message(TreeRows rows) =>
        Assert.Throws<ArgumentException>(() => AdaptiveBoosting.Fit(rows, s_options)).Message;

    private static double[] Halved(TreeRows rows, double[] weights)
    {
        double[] sums = new double[2];
        for (int row = 0; row < weights.Length; row++)
        {
            sums[(int)rows.Targets[row]] += weights[row];
        }

        return [.. weights.Select((weight, row) => 0.5 * weight / sums[(int)rows.Targets[row]])];
    }
}
