using Moliere.Learning.Adversaries;
using Moliere.Learning.Losses;
using Moliere.Learning.Models;
using Moliere.Learning.Optimizers;
using Moliere.Learning.Training;

namespace Moliere.Tests.Learning.Adversaries;

public sealed class GameMovesTests
{
    private static readonly PlayerOptions Plain = new()
    {
        Optimizer = new() { Kind = OptimizerKind.Sgd },
        LearningRate = 1,
    };

    // One step of plain descent at rate 1 is the gradient.
    [Theory]
    [InlineData(OutputView.Raw)]
    [InlineData(OutputView.Sigmoid)]
    [InlineData(OutputView.Softmax)]
    [InlineData(OutputView.LogSoftmax)]
    public void StepOfMain_IsTheGradientOfTheWholeObjective(OutputView view)
    {
        const double lambda = 3;
        Game game = GameToy.Make(dropout: 0) with { OutputView = view };
        GameOptions options = GameToy.Short with { BatchSize = 700, ControlBatchSize = 600, Main = Plain };
        using var moves = new GameMoves(game, options);
        moves.LearnAdversary(30, 1);
        float[] parameters = game.Main.Parameters, before = [.. parameters];
        moves.LearnMain(lambda, 1);
        float[] after = [.. parameters];
        before.CopyTo(parameters, 0);
        for (int i = 0; i < before.Length; i += 7)
        {
            parameters[i] = before[i] + 0.01f;
            double above = Objective(game, lambda);
            parameters[i] = before[i] - 0.01f;
            double below = Objective(game, lambda);
            parameters[i] = before[i];
            Assert.Equal((above - below) / 0.02, before[i] - after[i], 2e-3);
        }
    }

    [Theory]
    [InlineData(OutputView.Raw)]
    [InlineData(OutputView.Sigmoid)]
    [InlineData(OutputView.Softmax)]
    [InlineData(OutputView.LogSoftmax)]
    public void GradientOfAView_IsThatOfDifferences(OutputView view)
    {
        float[] outputs = [0.7f, -1.3f, 2.1f], bySeen = [0.9f, -0.4f, 1.7f], gradient = new float[3];
        OutputViews.Gradient(view, OutputViews.Apply(view, outputs, 3), bySeen, -2, gradient);
        for (int i = 0; i < 3; i++)
        {
            Assert.Equal(-2 * (Sum(i, 0.01f) - Sum(i, -0.01f)) / 0.02, gradient[i], 5e-4);
        }

        double Sum(int moved, float step)
        {
            float[] there = [.. outputs];
            there[moved] += step;
            return OutputViews.Apply(view, there, 3).Zip(bySeen, (seen, slope) => (double)seen * slope).Sum();
        }
    }

    [Theory]
    [InlineData(Normalisation.Batch)]
    [InlineData(Normalisation.Layer)]
    public void FrozenPlayer_DoesNotChange(Normalisation normalisation)
    {
        Game game = GameToy.Make(normalisation);
        game = game with
        {
            Main = new Mlp(3, new MlpOptions { Hidden = [5], Normalisation = normalisation, Dropout = 0.2 }, 2, 1),
        };
        using var moves = new GameMoves(game, GameToy.Short);
        moves.LearnMain(2, 1);
        moves.LearnAdversary(3, 1);
        (float[] main, float[] adversary) = (State(moves.Main), State(moves.Adversary));
        moves.LearnAdversary(4, 1);
        Assert.Equal(main, State(moves.Main));
        Assert.NotEqual(adversary, State(moves.Adversary));
        adversary = State(moves.Adversary);
        moves.LearnMain(2, 1);
        Assert.Equal(adversary, State(moves.Adversary));
        Assert.NotEqual(main, State(moves.Main));
    }

    // Running statistics of main must come from its own rows: those of a control sample far away would show.
    [Fact]
    public void RunningStatistics_ComeFromTheRowsOfTheTask()
    {
        Game game = GameToy.Make();
        var shape = new MlpOptions { Hidden = [4], Normalisation = Normalisation.Batch };
        DataSet far = (DataSet)game.Control.Rows;
        game = game with
        {
            Main = new Mlp(3, shape, 2, 1),
            Control = game.Control with { Rows = far with { Features = [.. far.Features.Select(x => x + 50)] } },
        };
        using var moves = new GameMoves(game, GameToy.Short);
        float[] start = [.. game.Main.Parameters];
        for (int step = 0; step < 20; step++)
        {
            moves.LearnMain(1e-6, 1);
        }

        // Scale, shift, running mean and running variance of three features come first.
        Assert.NotEqual(start[6..9], game.Main.Parameters[6..9]);
        Assert.All(game.Main.Parameters[6..9], mean => Assert.InRange(mean, -0.5, 1));
    }

    [Fact]
    public void Batches_VisitEveryRowOnceAPassAndGoOnFromAnyNumber()
    {
        CoupledRows rows = GameToy.Control(50, 1);
        var stream = new BatchStream(rows, 20, 7, "test");
        int[] first = Pass(stream), second = Pass(stream);
        Assert.Equal(Enumerable.Range(0, 50), first.Order());
        Assert.Equal(Enumerable.Range(0, 50), second.Order());
        Assert.NotEqual(first, second);
        var later = new BatchStream(rows, 20, 7, "test") { Drawn = 3 };
        Assert.Equal(second, Pass(later));
        Assert.NotEqual(first, Pass(new BatchStream(rows, 20, 7, "other")));
        Assert.Equal([20, 20, 10], Enumerable.Range(0, 3).Select(_ => stream.Next(1).Count));

        static int[] Pass(BatchStream stream)
        {
            List<int> seen = [];
            for (int batches = 0; batches < 3; batches += 2)
            {
                RowBatch batch = stream.Next(2);
                seen.AddRange(Enumerable.Range(0, batch.Count).Select(i => batch.Row(i)));
            }

            return [.. seen];
        }
    }

    private static float[] State(Player player)
    {
        Optimizer optimizer = player.Optimizer;
        return [.. player.Network.Parameters, .. optimizer.State.SelectMany(vector => vector), optimizer.StepCount];
    }

    private static double Objective(Game game, double lambda)
    {
        double main = Mean(game.Main, game.MainLoss, game.Train);
        float[] outputs = Outputs(game.Main, game.Control);
        float[] seen = OutputViews.Apply(game.OutputView, outputs, 2);
        var features = new float[3 * game.Control.RowCount];
        for (int row = 0; row < game.Control.RowCount; row++)
        {
            (features[3 * row], features[(3 * row) + 1]) = (seen[2 * row], seen[(2 * row) + 1]);
            features[(3 * row) + 2] = game.Control.ContextOf(row)[0];
        }

        return main - (lambda * Mean(
            game.Adversary, game.AdversaryLoss, (DataSet)game.Control.Rows with { Features = features }));
    }

    private static double Mean(Network network, Loss loss, DataSet rows)
    {
        float[] outputs = Outputs(network, rows), gradient = new float[loss.OutputCount];
        double sum = 0;
        for (int row = 0; row < rows.RowCount; row++)
        {
            sum += rows.Weight(row) * loss.Row(
                outputs.AsSpan(row * loss.OutputCount, loss.OutputCount), rows.Target(row), gradient);
        }

        return sum / (rows.MeanWeight * rows.RowCount);
    }

    private static double Mean(Network network, Loss loss, TrainingRows rows) => Mean(network, loss, (DataSet)rows);

    private static float[] Outputs(Network network, TrainingRows rows)
    {
        using BatchPass pass = network.OpenPass(1);
        return pass.Forward(new RowBatch(rows, null, 0, rows.RowCount, 1), PassMode.Judge).ToArray();
    }
}
