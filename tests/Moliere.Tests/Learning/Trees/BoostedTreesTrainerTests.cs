// covers: BoostingResult, BoostingOptions
using Moliere.Learning.Training;
using Moliere.Learning.Trees;

namespace Moliere.Tests.Learning.Trees;

public sealed class BoostedTreesTrainerTests
{
    private static readonly BoostingOptions Small = new() { Rounds = 20, MaxDepth = 4 };

    public static TheoryData<TreeObjective> All => [.. Enum.GetValues<TreeObjective>()];

    [Theory]
    [MemberData(nameof(All))]
    public void SameBits_ForAnyNumberOfThreads(TreeObjective kind)
    {
        (TreeRows train, TreeRows validation) = Rows(kind, 64_000); // several pieces of work at the root
        var options = Small with { Objective = kind, Classes = 3, Rounds = 2, RowShare = 0.8, ColumnShare = 0.7 };
        BoostingResult one = BoostedTreesTrainer.Fit(train, options, validation);
        foreach (int threads in new[] { 2, 3 })
        {
            BoostingResult many = BoostedTreesTrainer.Fit(train, options with { Threads = threads }, validation);
            AssertSame(one.Model, many.Model);
            Assert.Equal(one.Training.History, many.Training.History);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void EveryObjective_LearnsTheFunction(TreeObjective kind)
    {
        (TreeRows train, TreeRows validation) = Rows(kind, 4000);
        var options = Small with { Objective = kind, Classes = 3, Rounds = 60, Probability = 0.7 };
        TrainingResult training = BoostedTreesTrainer.Fit(train, options, validation).Training;
        Assert.Equal(TrainingStatus.Completed, training.Status);
        double start = training.History[0].TrainingLoss, end = training.BestValidationLoss;
        Assert.True(end < start - 0.1, $"{start} to {end}");
    }

    [Fact]
    public void ReportedLosses_AreThoseOfTheModel()
    {
        (TreeRows train, TreeRows validation) = Rows(TreeObjective.Squared, 2000);
        BoostingResult result = BoostedTreesTrainer.Fit(train, Small, validation);
        Assert.Equal(20, result.Training.BestEpoch);
        double loss = Enumerable.Range(0, validation.RowCount)
            .Average(row => Math.Pow(Margins(result.Model, validation, row)[0] - validation.Targets[row], 2) / 2);
        Assert.Equal(loss, result.Training.BestValidationLoss, 1e-6);
    }

    [Fact]
    public void EarlyStopping_KeepsTheBestRound()
    {
        (TreeRows train, TreeRows validation) = Rows(TreeObjective.Squared, 300);
        var options = Small with { Rounds = 500, LearningRate = 0.5, MaxDepth = 8, Patience = 5 };
        BoostingResult result = BoostedTreesTrainer.Fit(train, options, validation);
        TrainingResult training = result.Training;
        Assert.Equal(TrainingStatus.EarlyStopped, training.Status);
        Assert.Equal(training.BestEpoch + 5, training.Epochs);
        Assert.Equal(training.BestEpoch, result.Model.Trees.Count);
        Assert.Equal(training.History.Min(record => record.ValidationLoss), training.BestValidationLoss);
    }

    [Fact]
    public void InterruptedAndContinued_EqualsUninterrupted()
    {
        (TreeRows train, TreeRows validation) = Rows(TreeObjective.MultiClass, 3000);
        var options = Small with { Objective = TreeObjective.MultiClass, Classes = 3, RowShare = 0.5 };
        BoostingResult whole = BoostedTreesTrainer.Fit(train, options, validation);
        using var stop = new CancellationTokenSource();
        var progress = new Caller(report => { if (report.Record.Epoch == 7) { stop.Cancel(); } });
        BoostingResult part = BoostedTreesTrainer.Fit(
            train, options, validation, progress: progress, cancellation: stop.Token);
        Assert.Equal(TrainingStatus.Interrupted, part.Training.Status);
        Assert.Equal(7, part.Training.Epochs);
        BoostingResult rest = BoostedTreesTrainer.Continue(part.Model, train, options, validation);
        AssertSame(whole.Model, rest.Model);
        Assert.Equal(whole.Training.History, rest.Training.History);
    }

    [Fact]
    public void Weights_CountLikeRepeatedRows()
    {
        TreeRows rows = ToyRows.Draw(500);
        float[] weights = [.. Enumerable.Range(0, 500).Select(row => 1f + (row % 3))];
        int[] repeated = [.. Enumerable.Range(0, 500).SelectMany(row => Enumerable.Repeat(row, 1 + (row % 3)))];
        var longer = new TreeRows(
            [.. repeated.SelectMany(row => rows.Row(row).ToArray())], rows.Names,
            [.. repeated.Select(row => rows.Targets[row])]);
        var options = Small with { Bins = 64, Start = 0 };
        BoostedTrees weighted = BoostedTreesTrainer.Fit(rows with { Weights = weights }, options).Model;
        BoostedTrees plain = BoostedTreesTrainer.Fit(longer, options).Model;
        Assert.Equal(plain.Trees.SelectMany(tree => tree.Threshold), weighted.Trees.SelectMany(tree => tree.Threshold));
        for (int row = 0; row < 500; row++)
        {
            Assert.Equal(Margins(plain, rows, row)[0], Margins(weighted, rows, row)[0], 1e-5);
        }
    }

    [Fact]
    public void ARowAndItsNegative_CancelWhereTheyAreAlike()
    {
        TreeRows rows = ToyRows.Draw(200); // fewer than bins: the cuts are the same
        float[] outlier = [.. rows.Features, .. rows.Features[..5], .. rows.Features[..5]];
        var cancelled = new TreeRows(
            outlier, rows.Names, [.. rows.Targets, 50, 50], [.. Enumerable.Repeat(1f, 201), -1f]);
        float[] expected = Values(BoostedTreesTrainer.Fit(rows, Small).Model, rows);
        float[] found = Values(BoostedTreesTrainer.Fit(cancelled, Small).Model, rows);
        Assert.Equal(expected, found.Zip(expected, (x, y) => Math.Abs(x - y) < 1e-4 ? y : x));
    }

    [Fact]
    public void MonotoneFeatures_AreFollowedEverywhere()
    {
        TreeRows train = ToyRows.Draw(3000, missing: 0.1);
        var options = Small with { Rounds = 40, Monotone = [1, -1, 0, 0, 0] };
        BoostedTrees model = BoostedTreesTrainer.Fit(train, options).Model;
        for (int row = 0; row < 200; row++)
        {
            float[] x = [0, 0, train.Row(row)[2], train.Row(row)[3], 3];
            float[] rising = [.. Grid(v => Margin(model, [v, x[1], x[2], x[3], x[4]]))];
            float[] falling = [.. Grid(v => Margin(model, [x[0], v, x[2], x[3], x[4]]))];
            Assert.Equal(rising.Order(), rising);
            Assert.Equal(falling.OrderDescending(), falling);
        }
    }

    [Fact]
    public void MissingValues_GoWhereTheirTargetsAre()
    {
        TreeRows train = ToyRows.Draw(4000, missing: 0.2), test = ToyRows.Draw(1000, seed: 2, missing: 0.2);
        BoostedTrees model = BoostedTreesTrainer.Fit(train, Small with { Rounds = 100 }).Model;
        double missing = Enumerable.Range(0, 1000).Where(row => float.IsNaN(test.Row(row)[0]))
            .Average(row => Margins(model, test, row)[0] - test.Targets[row]);
        Assert.Equal(0, missing, 0.15);
    }

    [Fact]
    public void Quantile_HasItsShareOfRowsBelow()
    {
        TreeRows train = ToyRows.Draw(8000), test = ToyRows.Draw(4000, seed: 2);
        var options = Small with { Objective = TreeObjective.Quantile, Probability = 0.84, Rounds = 80 };
        BoostedTrees model = BoostedTreesTrainer.Fit(train, options).Model;
        double below = Values(model, test).Zip(test.Targets, (q, y) => y < q ? 1.0 : 0).Average();
        Assert.Equal(0.84, below, 0.03);
    }

    [Fact]
    public void Gaussian_FindsMeanAndWidthWhateverTheUnit()
    {
        foreach (float unit in new[] { 1e-3f, 1f, 1e4f })
        {
            (TreeRows train, TreeRows test) = (Spread(8000, 1, unit), Spread(2000, 2, unit));
            var options = Small with { Objective = TreeObjective.Gaussian, Rounds = 60 };
            BoostedTrees model = BoostedTreesTrainer.Fit(train, options).Model;
            foreach (float x in new[] { 0.1f, 0.9f })
            {
                float[] margins = new float[2];
                model.Evaluate([x], margins);
                Assert.Equal(3 * x, margins[0] / unit, 0.25);
                Assert.Equal(0.1 + x, Math.Exp(margins[1]) / unit, 0.15);
            }
        }
    }

    [Fact]
    public void Reweighting_IsAskedEveryRoundAndDecides()
    {
        TreeRows train = ToyRows.Draw(1000);
        var rounds = new List<int>();
        var options = Small with
        {
            Rounds = 5,
            Reweight = (round, margins, weights) =>
            {
                rounds.Add(round);
                Assert.Equal(1000, margins.Length);
                weights[500..].Clear();
            },
        };
        float[] half = Values(BoostedTreesTrainer.Fit(train, options with { Start = 0 }).Model, train);
        float[] zeros = [.. Enumerable.Range(0, 1000).Select(row => row < 500 ? 1f : 0)];
        var given = Small with { Rounds = 5, Start = 0 };
        float[] expected = Values(BoostedTreesTrainer.Fit(train with { Weights = zeros }, given).Model, train);
        Assert.Equal([1, 2, 3, 4, 5], rounds);
        Assert.Equal(0, expected.Zip(half, (x, y) => Math.Abs(x - y)).Average(), 0.05); // bins differ, rows do not
    }

    [Fact]
    public void ReweightedLosses_AreMeansWithTheWeightsOfTheRound()
    {
        TreeRows train = ToyRows.Draw(1000);
        BoostingOptions plain = Small with { Rounds = 3 };
        BoostingOptions tripled = plain with { Reweight = (_, _, weights) => weights.Fill(3) };
        Assert.Equal(
            BoostedTreesTrainer.Fit(train, plain).Training.History[0].TrainingLoss,
            BoostedTreesTrainer.Fit(train, tripled).Training.History[0].TrainingLoss, 1e-6);
    }

    [Theory]
    [InlineData(float.NaN, "weight NaN in round 1")]
    [InlineData(float.PositiveInfinity, "in round 1, not a number")]
    [InlineData(0, "not positive")]
    public void ReweightingToNoNumbers_IsRefused(float weight, string said)
    {
        BoostingOptions options = Small with { Reweight = (_, _, weights) => weights.Fill(weight) };
        var error = Assert.Throws<ArgumentException>(() => BoostedTreesTrainer.Fit(ToyRows.Draw(100), options));
        Assert.Contains(said, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void QuantileOfASmallShareOfRows_LeavesRoundsWithoutRowsEmpty()
    {
        var options = Small with { Objective = TreeObjective.Quantile, RowShare = 0.01, Rounds = 30 };
        BoostingResult result = BoostedTreesTrainer.Fit(ToyRows.Draw(40), options);
        Assert.Equal(30, result.Training.Epochs);
        Assert.All(result.Model.Trees, tree => Assert.All(tree.Value, value => Assert.True(float.IsFinite(value))));
    }

    [Fact]
    public void DegenerateRows_GiveConstantModels()
    {
        var single = new TreeRows([1], ["x"], [7]);
        Assert.Equal(7, Margin(BoostedTreesTrainer.Fit(single, Small).Model, [3]));
        TreeRows toy = ToyRows.Draw(100);
        var constant = toy with { Targets = [.. Enumerable.Repeat(0.1f, 100)] };
        Assert.All(BoostedTreesTrainer.Fit(constant, Small).Model.Trees, tree => Assert.Equal(1, tree.NodeCount));
        var absent = new TreeRows([float.NaN, float.NaN], ["x"], [1, 3]);
        Assert.Equal(2, Margin(BoostedTreesTrainer.Fit(absent, Small).Model, [5]));
    }

    [Fact]
    public void OverflowingTargets_EndAsDivergence()
    {
        var huge = new TreeRows([1, 2, 3], ["x"], [3e38f, -3e38f, 3e38f]);
        var options = Small with { Objective = TreeObjective.Gaussian };
        BoostingResult result = BoostedTreesTrainer.Fit(huge, options);
        Assert.Equal(TrainingStatus.Diverged, result.Training.Status);
        Assert.All(result.Model.Trees, tree => Assert.All(tree.Value, value => Assert.True(float.IsFinite(value))));
    }

    [Theory]
    [InlineData("MaxDepth and MaxLeaves are both 0")]
    [InlineData("Monotone has 1 directions for 5 features")]
    [InlineData("Monotone holds other numbers")]
    [InlineData("Monotone cannot be kept with the Quantile objective")]
    [InlineData("LearningRate")]
    [InlineData("Start is NaN")]
    [InlineData("MaxLeaves is 1")]
    public void BadOptions_AreRefusedWithASentence(string expected)
    {
        BoostingOptions options = expected.Split(' ')[^1] switch
        {
            "0" => Small with { MaxDepth = 0 },
            "features" => Small with { Monotone = [1] },
            "numbers" => Small with { Monotone = [1, 2, 0, 0, 0] },
            "objective" => Small with { Monotone = [1, 0, 0, 0, 0], Objective = TreeObjective.Quantile },
            "NaN" => Small with { Start = float.NaN },
            "1" => Small with { MaxLeaves = 1 },
            _ => Small with { LearningRate = 2 },
        };
        var error = Assert.Throws<ArgumentException>(() => BoostedTreesTrainer.Fit(ToyRows.Draw(10), options));
        Assert.Contains(expected, error.Message);
    }

    [Fact]
    public void ForeignTreesAndFeatures_AreRefused()
    {
        TreeRows rows = ToyRows.Draw(50);
        BoostedTrees earlier = BoostedTreesTrainer.Fit(rows, Small with { Start = 3 }).Model;
        Assert.Contains("earlier trees differ", Assert.Throws<ArgumentException>(
            () => BoostedTreesTrainer.Continue(earlier, rows, Small)).Message);
        var other = rows with { Names = ["a", "b", "c", "d", "e"] };
        Assert.Contains("Validation rows have the features a, b, c, d, e", Assert.Throws<ArgumentException>(
            () => BoostedTreesTrainer.Fit(rows, Small, other)).Message);
    }

    private static (TreeRows Train, TreeRows Validation) Rows(TreeObjective kind, int count)
    {
        TreeRows Draw(int rows, ulong seed) => kind switch
        {
            TreeObjective.Logistic => ToyRows.Labelled(ToyRows.Draw(rows, seed), 0.5f),
            TreeObjective.MultiClass => ToyRows.Labelled(ToyRows.Draw(rows, seed), 0, 1),
            _ => ToyRows.Draw(rows, seed),
        };
        return (Draw(count, 1), Draw(Math.Min(count, 4000) / 2, 2));
    }

    private static TreeRows Spread(int count, ulong seed, float unit)
    {
        TreeRows rows = ToyRows.Draw(count, seed);
        float[] x = [.. Enumerable.Range(0, count).Select(row => rows.Row(row)[2])];
        return new(x, ["x"], [.. x.Select((v, row) => unit * ((3 * v) + ((0.1f + v) * rows.Row(row)[1])))]);
    }

    private static IEnumerable<float> Grid(Func<float, float> function) =>
        Enumerable.Range(-15, 31).Select(i => function(i / 5f));

    private static float[] Values(BoostedTrees model, TreeRows rows) =>
        [.. Enumerable.Range(0, rows.RowCount).Select(row => Margins(model, rows, row)[0])];

    private static float Margin(BoostedTrees model, float[] x)
    {
        float[] margins = new float[1];
        model.Evaluate(x, margins);
        return margins[0];
    }

    private static float[] Margins(BoostedTrees model, TreeRows rows, int row)
    {
        float[] margins = new float[model.MarginCount];
        model.Evaluate(rows.Row(row), margins);
        return margins;
    }

    private static void AssertSame(BoostedTrees expected, BoostedTrees found)
    {
        Assert.Equal(expected.Start, found.Start);
        Assert.Equal(expected.Trees.Count, found.Trees.Count);
        foreach ((Tree a, Tree b) in expected.Trees.Zip(found.Trees))
        {
            Assert.Equal(a.Feature, b.Feature);
            Assert.Equal(a.Threshold, b.Threshold);
            Assert.Equal(a.Left, b.Left);
            Assert.Equal(a.Right, b.Right);
            Assert.Equal(a.MissingLeft, b.MissingLeft);
            Assert.Equal(a.Value, b.Value);
            Assert.Equal(a.Gain, b.Gain);
            Assert.Equal(a.Cover, b.Cover);
        }
    }

    private sealed class Caller(Action<EpochReport> action) : IProgress<EpochReport>
    {
        public void Report(EpochReport value) => action(value);
    }
}
