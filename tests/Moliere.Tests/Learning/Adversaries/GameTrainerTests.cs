// covers: Game, GameOptions, GameMode, PlayerOptions, GameReport, GameResult, GameEpoch, OutputView
using Moliere.Formats.Bytes;
using Moliere.Learning.Adversaries;
using Moliere.Learning.Losses;
using Moliere.Learning.Models;
using Moliere.Learning.Training;
using Moliere.Numerics.Kernels;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Learning.Adversaries;

public sealed class GameTrainerTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    // Features (x, z) on the corners of a square, target x + z, adversary after z, all linear: with f = a x + b z main
    // pays (a - 1)² + (b - 1)² - lambda a² / (a² + b²), since the best adversary is left with 1 - b² / (a² + b²).
    [Theory]
    [InlineData(0.2)]
    [InlineData(1)]
    public void QuadraticGame_FindsItsEquilibrium(double lambda)
    {
        DataSet task = Corners(target: (x, z) => x + z), control = Corners(target: (_, z) => z);
        var main = new Mlp(2, new MlpOptions { Hidden = [] }, 1, 1);
        var game = new Game
        {
            Main = main,
            MainLoss = new MeanSquaredError(),
            Train = task,
            Validation = task,
            Adversary = new Mlp(1, new MlpOptions { Hidden = [] }, 1, 2),
            AdversaryLoss = new MeanSquaredError(),
            Control = new(control, 1, [], 0),
            ControlValidation = new(control, 1, [], 0),
        };
        var player = new PlayerOptions
        {
            Optimizer = new() { Kind = Moliere.Learning.Optimizers.OptimizerKind.Sgd },
            LearningRate = 0.05,
        };
        GameResult result = GameTrainer.Play(game, new GameOptions
        {
            Lambda = lambda,
            AdversarySteps = 20,
            Epochs = 200,
            BatchSize = 64,
            ControlBatchSize = 64,
            PretrainMain = 50,
            Main = player,
            Adversary = player with { LearningRate = 0.1 },
        });
        (double a, double b) = Equilibrium(lambda);
        Assert.Equal(TrainingStatus.Completed, result.Status);
        Assert.Equal(a, main.Parameters[0], 0.01);
        Assert.Equal(b, main.Parameters[1], 0.01);
        Assert.Equal(a * a / ((a * a) + (b * b)), result.Kept!.AdversaryLoss, 0.01);
        Assert.Equal(((a - 1) * (a - 1)) + ((b - 1) * (b - 1)), result.Kept.MainLoss, 0.01);
        Assert.Equal(result.Kept.MainLoss - (lambda * result.Kept.AdversaryLoss), result.Kept.Value, 1e-12);
    }

    [Theory]
    [InlineData(GameMode.Alternating)]
    [InlineData(GameMode.Reversal)]
    public void Adversary_MakesDataAndSimulationAlike(GameMode mode)
    {
        Game without = Large(), with = Large();
        GameOptions options = GameToy.Short with { Mode = mode, Epochs = 12, PretrainMain = 4 };
        GameResult plain = GameTrainer.Play(without, options with { Lambda = 0 });
        GameResult robust = GameTrainer.Play(with, options with { Lambda = 10 });
        Assert.InRange(plain.Kept!.Verdicts[0].Measures[0], 0.2, 0.4);
        Assert.InRange(robust.Kept!.Verdicts[0].Measures[0], 0, 0.12);
        Assert.True(robust.Kept.Value < robust.Start!.Value);
        Assert.InRange(robust.Kept.MainLoss, plain.Kept.MainLoss, 0.66);

        static Game Large() => GameToy.Make(dropout: 0) with
        {
            Train = GameToy.Task(2000, 1),
            Validation = GameToy.Task(1000, 2),
            Control = GameToy.Control(2000, 3),
            ControlValidation = GameToy.Control(2000, 4),
        };
    }

    [Theory]
    [InlineData(GameMode.Alternating)]
    [InlineData(GameMode.Reversal)]
    public void Threads_DoNotChangeABit(GameMode mode)
    {
        // Batches large enough that threads are woken.
        GameOptions options = GameToy.Short with { Mode = mode, BatchSize = 700, ControlBatchSize = 600, Epochs = 2 };
        float[] one = Played(1);
        Assert.Equal(one, Played(2));
        Assert.Equal(one, Played(3));

        float[] Played(int threads)
        {
            Game game = Wide();
            GameTrainer.Play(game, options with { Threads = threads });
            return [.. game.Main.Parameters, .. game.Adversary.Parameters];
        }
    }

    // Stops between epochs and in the middle of them, those of pre-training too; goes on with 1 or 2 threads.
    [Theory]
    [InlineData(GameMode.Alternating)]
    [InlineData(GameMode.Reversal)]
    public void Resumed_IsUninterrupted(GameMode mode)
    {
        GameOptions options = GameToy.Short with
        {
            Mode = mode,
            Ramp = [1, 2],
            PretrainMain = 3,
            PretrainAdversary = 2,
            BatchSize = 350, // large enough that threads are woken
            ControlBatchSize = 300,
        };
        Game whole = Wide(), broken = whole;
        GameResult expected = GameTrainer.Play(whole, options), result = expected;
        (int Done, bool IsMiddle)[] stops =
            [(1, false), (2, true), (3, false), (4, true), (5, false), (6, true), (9, true), (12, false), (99, true)];
        for (int i = 0; i < stops.Length; i++)
        {
            using var source = new CancellationTokenSource();
            var stop = new Stop(stops[i].Done, stops[i].IsMiddle, source);
            broken = stop.Watching(Wide());
            result = GameTrainer.Play(
                broken, options with { Threads = 1 + (i % 2) }, _folder.At("game"), stop, source.Token);
            Assert.Equal(i < stops.Length - 1 ? TrainingStatus.Interrupted : TrainingStatus.Completed, result.Status);
        }

        Assert.Equal(whole.Main.Parameters, broken.Main.Parameters);
        Assert.Equal(whole.Adversary.Parameters, broken.Adversary.Parameters);
        Assert.Equal(expected.History.Select(Line), result.History.Select(Line));
        Assert.Equal(Line(expected.Kept!), Line(result.Kept!));
        Assert.Contains(_folder.At("game"), result.Message, StringComparison.Ordinal);

        static string Line(GameEpoch epoch) => $"{epoch with { Verdicts = [] }} {epoch.Verdicts[0].Score:R}";
    }

    // Whatever pre-training has made is left in the checkpoint alone: the networks hold what they came with.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void PretrainingWithoutEnd_LeavesThePlayersAsTheyCame(bool isDiverging)
    {
        Game game = GameToy.Make(dropout: 0);
        float[] before = [.. game.Main.Parameters, .. game.Adversary.Parameters];
        using var source = new CancellationTokenSource();
        var progress = new Immediate(_ => source.Cancel());
        GameOptions options = GameToy.Short with { PretrainMain = 4 };
        string path = _folder.At("alone");
        GameResult result = isDiverging
            ? GameTrainer.Play(game, options with { Main = Wild(1e30) }, path)
            : GameTrainer.Play(game, options, path, progress, source.Token);
        Assert.Equal(isDiverging ? TrainingStatus.Diverged : TrainingStatus.Interrupted, result.Status);
        Assert.Null(result.Kept);
        Assert.Equal(before, (float[])[.. game.Main.Parameters, .. game.Adversary.Parameters]);
        Assert.EndsWith(
            isDiverging ? "the players are as they came." : $"those after pass 1 of pre-training lie in {path}.",
            result.Message, StringComparison.Ordinal);
        Assert.Equal(isDiverging, result.Message.Contains("ran away before its first move", StringComparison.Ordinal));
    }

    // Steps so large that losses leave all bounds, and stay finite.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void PretrainingThatRunsAway_EndsAtOnceAndNamesTheLastHealthyPlayers(bool isMain)
    {
        Game game = GameToy.Make(dropout: 0) with { Main = new Mlp(3, new MlpOptions { Hidden = [] }, 2, 3) };
        float[] before = [.. game.Main.Parameters, .. game.Adversary.Parameters];
        GameOptions options = GameToy.Short with { PretrainMain = 2, PretrainAdversary = 2 };
        options = isMain ? options with { Main = Wild(1e3) } : options with { Adversary = Wild(1e3) };
        var told = new List<GameReport>();
        string path = _folder.At("wild");
        GameResult result = GameTrainer.Play(game, options, path, new Immediate(told.Add));
        Assert.Equal((TrainingStatus.Diverged, null), (result.Status, result.Kept));
        Assert.Equal(isMain ? 0 : 2, told.Count);
        Assert.Equal(before, (float[])[.. game.Main.Parameters, .. game.Adversary.Parameters]);
        Assert.Contains("ran away before its first move: a loss", result.Message, StringComparison.Ordinal);
        Assert.EndsWith(
            isMain ? "as they came." : $"those after pass 2 of pre-training lie in {path}.", result.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void FirstEpochThatRunsAway_LeavesTheStartInTheCheckpoint()
    {
        string path = _folder.At("first");
        GameOptions options = GameToy.Short with { PretrainMain = 0, PretrainAdversary = 0, Main = Wild(1e30) };
        GameResult result = GameTrainer.Play(GameToy.Make(dropout: 0), options, path);
        Assert.Equal(TrainingStatus.Diverged, result.Status);
        Assert.Equal(0, result.Kept!.Epoch);
        Assert.Contains("before the first move are kept and lie in", result.Message, StringComparison.Ordinal);
        Assert.EndsWith("the players before the first move are kept.", result.Outcome, StringComparison.Ordinal);
        Assert.True(File.Exists(path));
        GameResult again = GameTrainer.Play(GameToy.Make(dropout: 0), options, path);
        Assert.Equal(result.Kept.MainLoss, again.Kept!.MainLoss);
        Assert.Equal(result.Message, again.Message);
    }

    // Lambdas that nothing improves are left early, interrupted or not.
    [Fact]
    public void Patience_EndsALambdaAndTheGame()
    {
        GameOptions options = GameToy.Short with { Epochs = 30, Patience = 2, Ramp = [1], Lambda = 30 };
        Game whole = GameToy.Make(), broken = GameToy.Make();
        GameResult expected = GameTrainer.Play(whole, options);
        Assert.Equal(TrainingStatus.EarlyStopped, expected.Status);
        Assert.Contains("improved nothing", expected.Message, StringComparison.Ordinal);
        Assert.Equal(expected.Kept!.Epoch + 2, expected.History[^1].Epoch);
        int first = expected.History.Count(epoch => epoch.Lambda == 1);
        Assert.InRange(first, 3, 29);
        string path = _folder.At("patient");
        GameResult result = expected;
        foreach (int pause in (int[])[first - 1, first, first + 1, 999])
        {
            broken = GameToy.Make();
            using var source = new CancellationTokenSource();
            var progress = new Immediate(Stop);
            result = GameTrainer.Play(broken, options, path, progress, source.Token);

            void Stop(GameReport report)
            {
                if (report.Epoch is { } epoch && epoch.Epoch + (epoch.Lambda == 1 ? 0 : first) == pause)
                {
                    source.Cancel();
                }
            }
        }

        Assert.Equal(whole.Main.Parameters, broken.Main.Parameters);
        Assert.Equal(whole.Adversary.Parameters, broken.Adversary.Parameters);
        Assert.Equal(expected.History.Select(epoch => epoch.MainLoss), result.History.Select(epoch => epoch.MainLoss));
        Assert.Equal(TrainingStatus.EarlyStopped, result.Status);
    }

    [Fact]
    public void CheckpointOfOtherMonitors_IsRefused()
    {
        string path = _folder.At("game");
        GameOptions options = GameToy.Short with { Epochs = 1 };
        GameTrainer.Play(GameToy.Make() with { Monitors = [new SculptingMonitor([-9, 0, 9], 1)] }, options, path);
        Assert.Throws<InvalidFileException>(() => GameTrainer.Play(
            GameToy.Make() with { Monitors = [new SculptingMonitor([-9, 1, 9], 1)] }, options, path));
    }

    [Fact]
    public void CheckpointOfOtherRules_IsRefused()
    {
        string path = _folder.At("game");
        GameOptions options = GameToy.Short with { Epochs = 1 };
        GameTrainer.Play(GameToy.Make(), options, path);
        InvalidFileException error = Assert.Throws<InvalidFileException>(
            () => GameTrainer.Play(GameToy.Make(), options with { Lambda = 5 }, path));
        Assert.Contains("other rules, data, players or seed", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Ramp_StartsEachLambdaFromWhatTheLastHasKept()
    {
        var ramp = new GameOptions[2];
        Game whole = GameToy.Make(), first = GameToy.Make();
        GameOptions options = GameToy.Short with { Lambda = 6, Ramp = [2] };
        GameResult result = GameTrainer.Play(whole, options);
        Assert.Equal([2, 2, 2, 6, 6, 6], result.History.Select(epoch => epoch.Lambda));
        Assert.Equal([1, 2, 3, 1, 2, 3], result.History.Select(epoch => epoch.Epoch));
        Assert.Equal(6, result.Kept!.Lambda);
        Assert.Equal(3 + result.Kept.Epoch, result.KeptEpochs);

        // The first lambda alone keeps the same epoch, and the next starts near its main loss.
        GameResult alone = GameTrainer.Play(first, options with { Lambda = 2, Ramp = [] });
        Assert.Equal(result.History[2].MainLoss, alone.History[2].MainLoss);
        GameEpoch best = result.History.Take(3).OrderBy(epoch => epoch.Excess).ThenBy(epoch => epoch.MainLoss).First();
        Assert.Equal(best, alone.Kept! with { Verdicts = best.Verdicts });
        Assert.Throws<ArgumentException>(() => GameTrainer.Play(GameToy.Make(), options with { Ramp = [7] }));
    }

    [Fact]
    public void KeptEpoch_HasTheLeastExcessAndThenTheLeastLoss()
    {
        Game game = GameToy.Make() with { Monitors = [new KolmogorovMonitor(limit: 0.12)] };
        GameResult result = GameTrainer.Play(game, GameToy.Short with { Lambda = 10, Epochs = 12, PretrainMain = 3 });
        Assert.DoesNotContain(result.History, epoch => epoch.IsBetterThan(result.Kept!));
        Assert.Contains(result.History, epoch => epoch.Excess > 0);
        GameResult last = GameTrainer.Play(GameToy.Make() with { Monitors = [] }, GameToy.Short);
        Assert.Equal(3, last.Kept!.Epoch);
    }

    // The price is so high that a step of main is wild: its loss leaves all bounds, or is not a number.
    [Theory]
    [InlineData(1e-4)]
    [InlineData(1)]
    public void LambdaThatDiverges_KeepsTheLastHealthyPlayersAndNamesThem(double rate)
    {
        Game game = GameToy.Make(dropout: 0) with { Monitors = [], OutputView = OutputView.Raw };
        GameOptions options = GameToy.Short with
        {
            Lambda = 1e9,
            Ramp = [1e-3],
            Main = Wild(rate),
            Adversary = Wild(0.1),
        };
        GameResult result = GameTrainer.Play(game, options, _folder.At("wild"));
        Assert.Equal(TrainingStatus.Diverged, result.Status);
        Assert.Equal((3, 1e-3), (result.Kept!.Epoch, result.Kept.Lambda));
        Assert.Contains("ran away after epoch 3 at lambda 0.001", result.Message, StringComparison.Ordinal);
        Assert.EndsWith(
            $"the players of epoch 3 at lambda 0.001 are kept and lie in {_folder.At("wild")}.", result.Message,
            StringComparison.Ordinal);
        Assert.All(game.Main.Parameters, value => Assert.True(float.IsFinite(value)));
        Game again = GameToy.Make(dropout: 0) with { Monitors = [], OutputView = OutputView.Raw };
        GameTrainer.Play(again, options with { Lambda = 1e-3, Ramp = [] });
        Assert.Equal(again.Main.Parameters, game.Main.Parameters);
    }

    [Fact]
    public void WrongGames_AreRefusedInOneSentence()
    {
        Game game = GameToy.Make();
        CoupledRows control = game.Control, empty = new(new DataSet([], 3, [], null), 1, [], 1);
        var oneClass = new CoupledRows((DataSet)control.Rows with { Targets = new float[control.RowCount] }, 1,
            control.Context, 1);
        var bare = new CoupledRows(control.Rows, 1, [], 0);
        Refused(game with { Control = empty }, "control data set is empty");
        Refused(game with { Control = oneClass }, "No row of the control data set is of class 1");
        Refused(game with { ControlValidation = oneClass }, "No row of the control validation data set is of class 1");
        Refused(game with { Control = bare, ControlValidation = bare }, "adversary takes 3 inputs; main has 2 outputs");
        Refused(game with { MainLoss = new BinaryCrossEntropy() }, "main player has 2 outputs; BinaryCrossEntropy");
        Refused(game with { Train = GameToy.Task(5, 1) with { FeatureCount = 1, Features = new float[5] } },
            "The data have 1 features; the network takes 3");

        static void Refused(Game game, string sentence)
        {
            ArgumentException error = Assert.Throws<ArgumentException>(() => GameTrainer.Play(game, GameToy.Short));
            Assert.Contains(sentence, error.Message, StringComparison.Ordinal);
        }
    }

    private static Game Wide() => GameToy.Make() with
    {
        Main = new Mlp(3, new MlpOptions { Hidden = [64, 64], Dropout = 0.1 }, 2, 3),
        Adversary = new Mlp(3, new MlpOptions { Hidden = [64, 64], Normalisation = Normalisation.Batch }, 1, 4),
    };

    private static PlayerOptions Wild(double rate) => new()
    {
        Optimizer = new() { Kind = Moliere.Learning.Optimizers.OptimizerKind.Sgd },
        LearningRate = rate,
    };

    private static DataSet Corners(Func<float, float, float> target)
    {
        float[] features = new float[2 * 64], targets = new float[64];
        for (int row = 0; row < 64; row++)
        {
            (float x, float z) = ((row & 1) - 0.5f, ((row >> 1) & 1) - 0.5f);
            (features[2 * row], features[(2 * row) + 1]) = (2 * x, 2 * z);
            targets[row] = target(2 * x, 2 * z);
        }

        return new(features, 2, targets, null);
    }

    private static (double A, double B) Equilibrium(double lambda)
    {
        double a = 1, b = 0.5;
        for (int step = 0; step < 100_000; step++)
        {
            double square = (a * a) + (b * b), common = 2 * lambda * a * b / (square * square);
            (a, b) = (a - (0.01 * ((2 * (a - 1)) - (common * b))), b - (0.01 * ((2 * (b - 1)) + (common * a))));
        }

        return (a, b);
    }

    private sealed class Immediate(Action<GameReport> action) : IProgress<GameReport>
    {
        public void Report(GameReport value) => action(value);
    }

    // Cancels when so many epochs are done, or when a row is read after that.
    private sealed class Stop(int done, bool isMiddle, CancellationTokenSource source) : IProgress<GameReport>
    {
        private bool _isArmed;

        public void Report(GameReport value)
        {
            _isArmed = value.Done == done;
            if (_isArmed && !isMiddle)
            {
                source.Cancel();
            }
        }

        public Game Watching(Game game) => game with
        {
            Train = new WatchedRows(game.Train, Read),
            Control = game.Control with { Rows = new WatchedRows(game.Control.Rows, Read) },
        };

        private void Read()
        {
            if (_isArmed)
            {
                source.Cancel();
            }
        }
    }

    private sealed record WatchedRows(TrainingRows Rows, Action Read) : TrainingRows
    {
        public override int RowCount => Rows.RowCount;

        public override int Width => Rows.Width;

        public override double MeanWeight => Rows.MeanWeight;

        public override ReadOnlySpan<float> Row(int row) => Rows.Row(row);

        public override float Target(int row)
        {
            Read();
            return Rows.Target(row);
        }

        public override float Weight(int row) => Rows.Weight(row);

        private protected override void CheckValues(string name) => Rows.Check(name);
    }
}
