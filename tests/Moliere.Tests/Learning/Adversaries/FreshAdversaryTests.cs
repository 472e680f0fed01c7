// covers: FreshVerdict
using Moliere.Learning.Adversaries;
using Moliere.Learning.Losses;
using Moliere.Learning.Models;
using Moliere.Learning.Training;

namespace Moliere.Tests.Learning.Adversaries;

public sealed class FreshAdversaryTests
{
    private static readonly TrainerOptions Options = new() { Epochs = 15, BatchSize = 200, LearningRate = 0.01 };

    // Main passes its second feature on, in which data lie one standard deviation above simulation.
    [Fact]
    public void FullInformation_IsFound()
    {
        Game game = Passing(column: 1);
        FreshVerdict verdict = FreshAdversary.Verify(game, Options);
        Assert.Equal(0.7602, verdict.Area!.Value, 3 * verdict.AreaError!.Value); // Phi(1 / sqrt 2)
        Assert.InRange(verdict.AreaError.Value, 0.003, 0.012);
        Assert.Equal(0.6931, verdict.Ceiling, 0.01);
        Assert.Equal(0.5817, verdict.Loss, 0.02); // cross-entropy of two unit normals one apart, by quadrature
        Assert.True(verdict.Information > 5 * verdict.LossError);
    }

    [Fact]
    public void NothingToFind_IsNotFound()
    {
        Game game = Passing(column: 2);
        FreshVerdict verdict = FreshAdversary.Verify(game, Options);
        Assert.Equal(0.5, verdict.Area!.Value, 3 * verdict.AreaError!.Value);
        Assert.Equal(0, verdict.Information, (4 * verdict.LossError) + 1e-3);
    }

    // What the context tells is no fault of main: the ceiling knows it.
    [Fact]
    public void Context_LowersTheCeiling()
    {
        Game game = Passing(column: 2);
        game = game with { Control = Telling(game.Control), ControlValidation = Telling(game.ControlValidation) };
        FreshVerdict verdict = FreshAdversary.Verify(game, Options);
        Assert.InRange(verdict.Ceiling, 0, 0.1);
        Assert.Equal(0, verdict.Information, (4 * verdict.LossError) + 5e-3);

        static CoupledRows Telling(CoupledRows rows) =>
            rows with { Context = [.. Enumerable.Range(0, rows.RowCount).Select(row => (4 * rows.Target(row)) - 2)] };
    }

    [Fact]
    public void AdversaryWithoutShape_MustBeGiven()
    {
        Game game = Passing(1) with { Adversary = new BayesianMlp(3, new() { Hidden = [4] }, new(), 1, 2) };
        ArgumentException error = Assert.Throws<ArgumentException>(() => FreshAdversary.Verify(game, Options));
        Assert.Contains("Say how a fresh adversary is made", error.Message, StringComparison.Ordinal);
        FreshVerdict verdict = FreshAdversary.Verify(
            game with { Control = GameToy.Control(200, 5), ControlValidation = GameToy.Control(200, 6) },
            Options with { Epochs = 1 },
            (inputs, seed) => new Mlp(inputs, new MlpOptions { Hidden = [4] }, 1, seed));
        Assert.True(double.IsFinite(verdict.Loss));
    }

    [Fact]
    public void TooFewRowsOfAClass_AreRefused()
    {
        var rows = new DataSet(new float[3 * 9], 3, [1, 0, 0, 0, 0, 0, 0, 0, 0], null);
        Game game = Passing(1) with { ControlValidation = new(rows, 1, new float[9], 1) };
        ArgumentException error = Assert.Throws<ArgumentException>(() => FreshAdversary.Verify(game, Options));
        Assert.Contains("2 of each class; there are 8 and 1", error.Message, StringComparison.Ordinal);
    }

    // Two rows of data in fifty: both halves get one, whatever the seed.
    [Fact]
    public void RareClass_LiesInBothHalves()
    {
        float[] targets = [.. Enumerable.Range(0, 50).Select(row => row < 2 ? 1f : 0f)];
        var rows = new DataSet((float[])[.. GameToy.Task(50, 9).Features], 3, targets, null);
        Game game = Passing(1) with { ControlValidation = new(rows, 1, new float[50], 1) };
        game = game with { Control = GameToy.Control(100, 5) };
        foreach (ulong seed in (ulong[])[1, 2, 3, 4, 5, 6])
        {
            FreshVerdict verdict = FreshAdversary.Verify(game, Options with { Epochs = 1, Seed = seed });
            Assert.InRange(verdict.Area!.Value, 0, 1);
        }
    }

    // Halves are drawn, so that data behind simulation do not leave one without a class.
    [Fact]
    public void OrderOfTheRows_DoesNotMatter()
    {
        Game game = Passing(column: 1);
        CoupledRows rows = game.ControlValidation;
        var plain = (DataSet)rows.Rows;
        int[] order = [.. Enumerable.Range(0, rows.RowCount).OrderBy(row => rows.Target(row))];
        var sorted = new DataSet(
            [.. order.SelectMany(row => rows.Row(row).ToArray())], 3, [.. order.Select(plain.Target)], null);
        FreshVerdict verdict = FreshAdversary.Verify(
            game with { ControlValidation = rows with { Rows = sorted } }, Options with { Epochs = 5 });
        Assert.Equal(0.7602, verdict.Area!.Value, 4 * verdict.AreaError!.Value);
    }

    private static Game Passing(int column)
    {
        var main = new Mlp(3, new MlpOptions { Hidden = [] }, 2, 1);
        main.Parameters.AsSpan().Clear();
        main.Parameters[2 * column] = 1;
        return GameToy.Make() with
        {
            Main = main,
            Adversary = new Mlp(3, new MlpOptions { Hidden = [10] }, 1, 2),
            Control = GameToy.Control(6000, 5),
            ControlValidation = GameToy.Control(8000, 6),
            OutputView = OutputView.Raw,
        };
    }
}
