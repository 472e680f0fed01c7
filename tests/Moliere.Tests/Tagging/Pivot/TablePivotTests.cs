// covers: TablePivot, TablePivotOptions
using Moliere.Learning.Adversaries;
using Moliere.Learning.Models;
using Moliere.Learning.Training;
using Moliere.Numerics.Statistics;
using Moliere.Tagging.Pivot;

namespace Moliere.Tests.Tagging.Pivot;

public sealed class TablePivotTests
{
    private static readonly TablePivotOptions s_small = new()
    {
        Hidden = [16, 16],
        PretrainClassifier = 5,
        PretrainAdversary = 5,
        Iterations = 100,
        AdversarySteps = 5,
        ClassifierRate = 0.05,
        AdversaryRate = 3e-3,
    };

    private static readonly PivotSample s_train = Background(4000, 1);
    private static readonly PivotSample s_test = Background(4000, 2);

    [Fact]
    public void Price_MakesScoresOfBackgroundAlike()
    {
        double free = Distance(s_small with { Lambda = 0 }), paid = Distance(s_small with { Lambda = 30 });
        Assert.True(paid < 0.6 * free, $"{free} without, {paid} with a price.");
    }

    [Fact]
    public void BlindClassifier_SeesTheLowerValueAlone()
    {
        Game game = TablePivot.Make(s_train, s_test, s_small with { IsBlindToNuisance = true });
        Assert.Equal(s_train.Nuisance.Count(z => z == 0), game.Train.RowCount);
        Assert.Equal(s_train.Labels.Count(label => label == 0), game.Control.RowCount);
    }

    [Fact]
    public void NuisanceOfManyValues_IsGuessedAsADensity()
    {
        PivotSample rows = PivotToy.Draw(500, seed: 3);
        Assert.False(TablePivot.IsBinary(rows));
        Assert.Equal(15, TablePivot.Make(rows, rows, s_small).Adversary.OutputCount);
        Assert.Equal(1, TablePivot.Make(s_train, s_test, s_small).Adversary.OutputCount);
    }

    [Fact]
    public void ClassWithoutRows_IsRefused()
    {
        PivotSample signal = s_train with { Labels = [.. s_train.Labels.Select(_ => 1f)] };
        string message = Assert.Throws<ArgumentException>(() => TablePivot.Make(signal, s_test, s_small)).Message;
        Assert.Contains("0 of background", message, StringComparison.Ordinal);
    }

    [Fact]
    public void ControlRegionWithOneValue_IsRefused()
    {
        PivotSample same = s_train with { Nuisance = [.. s_train.Nuisance.Select(_ => 1f)] };
        string message = Assert.Throws<ArgumentException>(() => TablePivot.Make(same, s_test, s_small)).Message;
        Assert.Contains("nothing to be independent of", message, StringComparison.Ordinal);
    }

    [Fact]
    public void IterationsThatAreNoWholeEpochs_AreRefused()
    {
        Game game = TablePivot.Make(s_train, s_test, s_small);
        string message = Assert.Throws<ArgumentException>(
            () => TablePivot.Play(game, s_small with { Iterations = 15 })).Message;
        Assert.Contains("15 iterations; expected a multiple of 10", message, StringComparison.Ordinal);
    }

    [Fact]
    public void BlindClassifierWithoutAClass_IsRefused()
    {
        PivotSample high = s_train with
        {
            Nuisance = [.. s_train.Nuisance.Select((z, row) => s_train.Labels[row] == 1 ? 1 : z)],
        };
        TablePivot.Make(high, s_test, s_small);
        string message = Assert.Throws<ArgumentException>(
            () => TablePivot.Make(high, s_test, s_small with { IsBlindToNuisance = true })).Message;
        Assert.Contains("training part has at the nuisance 0 0 rows of signal", message, StringComparison.Ordinal);
    }

    [Fact]
    public void ValidationThatCannotBeHalved_IsRefused()
    {
        int left = 3;
        PivotSample rare = s_test with
        {
            Nuisance =
            [
                .. s_test.Nuisance.Select((z, row) => z == 1 && (s_test.Labels[row] == 1 || left-- > 0) ? 1 : 0f),
            ],
        };
        string message = Assert.Throws<ArgumentException>(() => TablePivot.Make(s_train, rare, s_small)).Message;
        Assert.Contains("and 3 background rows of the values of the nuisance", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    public void TestWithoutASide_IsRefused(float label, float z)
    {
        TablePivot.RequireTest(s_test, 0.5);
        PivotSample cut = s_test with
        {
            Nuisance = [.. s_test.Nuisance.Select((own, row) => s_test.Labels[row] == label && own == z ? 1 - z : own)],
        };
        string message = Assert.Throws<ArgumentException>(() => TablePivot.RequireTest(cut, 0.5)).Message;
        Assert.Contains("expected at least 4 of background on both sides", message, StringComparison.Ordinal);
    }

    [Fact]
    public void OtherRows_AreJudgedAsTheGamesOwn()
    {
        TablePivotOptions options = s_small with { Iterations = 10, PretrainClassifier = 1, PretrainAdversary = 1 };
        Game game = TablePivot.Make(s_train, s_test, options);
        GameEpoch kept = TablePivot.Play(game, options).Kept!;
        (double mean, double error) = TablePivot.AdversaryLoss(game, s_test, threads: 1);
        Assert.Equal(kept.AdversaryLoss, mean, 1e-4);
        Assert.InRange(error, 1e-6, 0.02);
        var once = new TrainerOptions { Epochs = 1, Threads = 1 };
        Assert.Equal(FreshAdversary.Verify(game, once), TablePivot.Verify(game, s_test, once));
        Assert.NotEqual(FreshAdversary.Verify(game, once), TablePivot.Verify(game, Background(4000, 9), once));
    }

    private static double Distance(TablePivotOptions options)
    {
        Game game = TablePivot.Make(s_train, s_test, options);
        TablePivot.Play(game, options);
        float[] scores = TablePivot.Scores((Mlp)game.Main, s_test, threads: 1);
        Assert.All(scores, score => Assert.InRange(score, 0, 1));
        return KolmogorovDistance.Of(Of(0), [], Of(1), []);

        float[] Of(float z) =>
            [.. scores.Where((_, row) => s_test.Labels[row] == 0 && s_test.Nuisance[row] == z)];
    }

    // The toy with labels turned round, so that z of two values moves background.
    private static PivotSample Background(int rows, ulong seed)
    {
        PivotSample low = PivotToy.Draw(rows / 2, 2 * seed, z: -1);
        PivotSample high = PivotToy.Draw(rows / 2, (2 * seed) + 1, z: 1);
        return new(
            [.. low.Features, .. high.Features],
            [.. low.Labels.Concat(high.Labels).Select(label => 1 - label)],
            [.. low.Labels.Select(_ => 0f), .. high.Labels.Select(_ => 1f)]);
    }
}
