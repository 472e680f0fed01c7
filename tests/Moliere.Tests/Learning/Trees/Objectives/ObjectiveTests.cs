using Moliere.Learning.Trees;
using Moliere.Learning.Trees.Objectives;

namespace Moliere.Tests.Learning.Trees.Objectives;

public sealed class ObjectiveTests
{
    private static readonly float[] Margins = [-3.1f, -0.7f, 0.02f, 0.4f, 2.5f, 4];

    public static TheoryData<TreeObjective> All => [.. Enum.GetValues<TreeObjective>()];

    [Theory]
    [MemberData(nameof(All))]
    public void Gradient_IsTheDerivativeOfTheLoss(TreeObjective kind)
    {
        (Objective objective, float[] targets) = Make(kind);
        int count = objective.MarginCount;
        foreach (float target in targets)
        {
            for (int at = 0; at + count <= Margins.Length; at++)
            {
                float[] margins = Margins[at..(at + count)];
                for (int k = 0; k < count; k++)
                {
                    double expected = Difference(objective, margins, target, k) * Scale(kind, k);
                    float gradient = Pairs(objective, margins, target).Pairs[2 * k];
                    Assert.Equal(expected, gradient, 2e-3 * Math.Max(1, Math.Abs(expected)));
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Curvature_IsPositive_AndWeightsMultiplyAllThree(TreeObjective kind)
    {
        (Objective objective, float[] targets) = Make(kind);
        float[] margins = Margins[..objective.MarginCount];
        (double loss, float[] pairs) = Pairs(objective, margins, targets[0]);
        (double heavyLoss, float[] heavy) = Pairs(objective, margins, targets[0], weight: -2.5f);
        Assert.All(pairs.Where((_, i) => i % 2 == 1), curvature => Assert.True(curvature > 0));
        Assert.Equal(-2.5 * loss, heavyLoss, 1e-6 * Math.Abs(loss));
        Assert.Equal(pairs.Select(value => -2.5f * value), heavy);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Start_IsTheBestConstant(TreeObjective kind)
    {
        TreeRows rows = RowsFor(kind, ToyRows.Draw(400, isWeighted: true));
        Objective objective = Objective.Of(Options(kind), rows);
        float[] start = objective.Start(rows);
        double least = MeanLoss(objective, rows, start);
        for (int k = 0; k < start.Length; k++)
        {
            foreach (float step in new[] { -0.01f, 0.01f })
            {
                float[] moved = [.. start];
                moved[k] += step;
                Assert.True(MeanLoss(objective, rows, moved) >= least - 1e-9, $"margin {k}, step {step}");
            }
        }
    }

    [Theory]
    [InlineData(TreeObjective.Squared)]
    [InlineData(TreeObjective.Huber)]
    [InlineData(TreeObjective.Gaussian)]
    public void FullSteps_OfOneLeafConvergeFromFarAway(TreeObjective kind)
    {
        TreeRows rows = RowsFor(kind, ToyRows.Draw(400));
        Objective objective = Objective.Of(Options(kind), rows);
        float[] start = objective.Start(rows), margins = [.. start.Select((value, k) => value + (k == 0 ? 3 : 2))];
        for (int step = 0; step < 60; step++)
        {
            double[] sums = Sums(objective, rows, margins);
            margins = [.. margins.Select((margin, k) => margin - (float)(sums[2 * k] / sums[(2 * k) + 1]))];
        }

        Assert.Equal(MeanLoss(objective, rows, start), MeanLoss(objective, rows, margins), 1e-5);
    }

    [Fact]
    public void ExtremeMargins_StayFinite()
    {
        foreach (TreeObjective kind in Enum.GetValues<TreeObjective>())
        {
            (Objective objective, float[] targets) = Make(kind);
            foreach (float size in new[] { -1e4f, 1e4f })
            {
                float[] margins = [.. Enumerable.Repeat(size, objective.MarginCount)];
                margins[0] = -size;
                (double loss, float[] pairs) = Pairs(objective, margins, targets[0]);
                Assert.True(double.IsFinite(loss) && pairs.All(float.IsFinite), $"{kind} at {size}");
            }
        }
    }

    [Theory]
    [InlineData(TreeObjective.Logistic, 0.5f, "0 or 1")]
    [InlineData(TreeObjective.MultiClass, 3f, "a class number from 0 to 2")]
    [InlineData(TreeObjective.MultiClass, -1f, "a class number from 0 to 2")]
    public void WrongTarget_IsNamedWithItsRow(TreeObjective kind, float target, string expected)
    {
        var rows = new TreeRows([1, 2], ["x"], [0, target]);
        var error = Assert.Throws<ArgumentException>(
            () => Objective.Of(Options(kind), rows).Check(rows, "training"));
        Assert.Contains($"Target {target} in row 1 of the training rows is not {expected}", error.Message);
    }

    [Fact]
    public void LeafOfAQuantile_IsTheWeightedQuantileOfItsResiduals()
    {
        var rows = new TreeRows([0, 0, 0, 0], ["x"], [1, 2, 3, 10], [1, 1, 5, 1]);
        ILeafRefit refit = Objective.Of(Options(TreeObjective.Quantile), rows).Refit!;
        Assert.Equal(2, refit.Refit(rows, [0, 1, 2], [1, 1, 1, 1]));
        Assert.Equal(9, refit.Refit(rows, [3], [1, 1, 1, 1]));
    }

    private static BoostingOptions Options(TreeObjective kind) =>
        new() { Objective = kind, Classes = 3, Probability = 0.7, Delta = 0.5 };

    private static TreeRows RowsFor(TreeObjective kind, TreeRows rows) => kind switch
    {
        TreeObjective.Logistic => ToyRows.Labelled(rows, 0.5f),
        TreeObjective.MultiClass => ToyRows.Labelled(rows, 0, 1),
        _ => rows,
    };

    private static (Objective Objective, float[] Targets) Make(TreeObjective kind)
    {
        TreeRows rows = RowsFor(kind, ToyRows.Draw(50));
        return (Objective.Of(Options(kind), rows), [.. rows.Targets.Distinct().Take(3)]);
    }

    // The first margin of the Gaussian is taken times the variance of the rows it was made for.
    private static double Scale(TreeObjective kind, int margin)
    {
        float[] targets = ToyRows.Draw(50).Targets;
        double mean = targets.Average(x => (double)x);
        return kind == TreeObjective.Gaussian && margin == 0 ? targets.Average(x => (x - mean) * (x - mean)) : 1;
    }

    private static double Difference(Objective objective, float[] margins, float target, int margin)
    {
        const float step = 1f / 512;
        float[] low = [.. margins], high = [.. margins];
        (low[margin], high[margin]) = (margins[margin] - step, margins[margin] + step);
        return (Pairs(objective, high, target).Loss - Pairs(objective, low, target).Loss) / (2 * step);
    }

    private static (double Loss, float[] Pairs) Pairs(
        Objective objective, float[] margins, float target, float weight = 1)
    {
        float[] pairs = new float[2 * objective.MarginCount];
        return (objective.Fill(margins, [target], [weight], pairs, 2), pairs);
    }

    private static double[] Sums(Objective objective, TreeRows rows, float[] margins)
    {
        double[] sums = new double[2 * margins.Length];
        for (int row = 0; row < rows.RowCount; row++)
        {
            float[] pairs = Pairs(objective, margins, rows.Targets[row], rows.Weight(row)).Pairs;
            for (int i = 0; i < sums.Length; i++)
            {
                sums[i] += pairs[i];
            }
        }

        return sums;
    }

    private static double MeanLoss(Objective objective, TreeRows rows, float[] margins) => Enumerable
        .Range(0, rows.RowCount).Average(row => Pairs(objective, margins, rows.Targets[row], rows.Weight(row)).Loss);
}
