using Moliere.Formats.Bytes;
using Moliere.Learning.Losses;
using Moliere.Learning.Models;
using Moliere.Learning.Training;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Learning.Training;

public sealed class CheckpointTests : IDisposable
{
    private static readonly DataSet Train = SyntheticRows.Make(2000, 1, weighted: true);

    private static readonly DataSet Validation = SyntheticRows.Make(500, 2);

    private static readonly TrainerOptions Options = new()
    {
        Epochs = 6,
        BatchSize = 300,
        LearningRate = 0.01,
        Patience = 4,
    };

    private readonly TempFolder _folder = new();

    private string Saved => _folder.At("file");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void ResumedTraining_HasTheBitsOfAnUninterruptedOne(int stopAfter)
    {
        Mlp whole = Network(), resumed = Network();
        TrainingResult expected = Fit(whole, null, Options);
        Assert.Equal(TrainingStatus.Interrupted, FitUntil(stopAfter).Status);
        TrainingResult result = Fit(resumed, Saved, Options with { Threads = 2 });
        Assert.Equal(whole.Parameters, resumed.Parameters);
        Assert.Equal(expected.History, result.History);
        Assert.Equal((expected.BestEpoch, expected.Status), (result.BestEpoch, result.Status));
    }

    [Fact]
    public void StoppedBeforeTheFirstEpoch_ResumesFromTheStart()
    {
        Mlp whole = Network(), resumed = Network();
        Fit(whole, null, Options);
        TrainingResult stopped = Trainer.Fit(
            Network(), new GaussianNll(), Train, Validation, Options, Saved, null, new CancellationToken(true));
        Assert.Equal((TrainingStatus.Interrupted, 0), (stopped.Status, stopped.Epochs));
        Fit(resumed, Saved, Options);
        Assert.Equal(whole.Parameters, resumed.Parameters);
    }

    [Fact]
    public void FinishedTraining_IsNotRepeated()
    {
        Mlp first = Network(), second = Network();
        TrainingResult expected = Fit(first, Saved, Options);
        byte[] bytes = File.ReadAllBytes(Saved);
        TrainingResult result = Fit(second, Saved, Options);
        Assert.Equal(expected.Seconds, result.Seconds);
        Assert.Equal(first.Parameters, second.Parameters);
        Assert.Equal(bytes, File.ReadAllBytes(Saved));
    }

    [Fact]
    public void CheckpointOfAnotherSetUp_IsRefusedAndKept()
    {
        FitUntil(1);
        byte[] before = File.ReadAllBytes(Saved);
        foreach (Action other in new Action[]
        {
            () => Fit(Network(), Saved, Options with { LearningRate = 0.02 }),
            () => Fit(new Mlp(3, new MlpOptions { Hidden = [16] }, 2, seed: 5), Saved, Options),
            () => Trainer.Fit(Network(), new GaussianNll(), SyntheticRows.Make(2000, 9), Validation, Options, Saved),
        })
        {
            var exception = Assert.Throws<InvalidFileException>(other);
            Assert.Contains("made with other options, data, network or seed", exception.Message);
            Assert.Contains("delete it", exception.Message);
        }

        Assert.Equal(before, File.ReadAllBytes(Saved));
    }

    [Fact]
    public void TruncatedCheckpoint_IsRefused()
    {
        FitUntil(1);
        byte[] whole = File.ReadAllBytes(Saved);
        foreach (int length in new[] { 0, 5, 12, 40, whole.Length / 2, whole.Length - 1 })
        {
            File.WriteAllBytes(Saved, whole[..length]);
            var exception = Assert.Throws<InvalidFileException>(() => Fit(Network(), Saved, Options));
            Assert.StartsWith($"{Saved}: found ", exception.Message);
            Assert.Contains(", expected a usable checkpoint; ", exception.Message);
        }
    }

    private static Mlp Network() => new(3, new MlpOptions { Hidden = [16] }, 2, seed: 4);

    private static TrainingResult Fit(Mlp model, string? path, TrainerOptions options) =>
        Trainer.Fit(model, new GaussianNll(), Train, Validation, options, path);

    private TrainingResult FitUntil(int epochs)
    {
        using var source = new CancellationTokenSource();
        var progress = new Canceller(source, epochs);
        return Trainer.Fit(Network(), new GaussianNll(), Train, Validation, Options, Saved, progress, source.Token);
    }

    private sealed class Canceller(CancellationTokenSource source, int epochs) : IProgress<EpochReport>
    {
        public void Report(EpochReport value)
        {
            if (value.Record.Epoch == epochs)
            {
                source.Cancel();
            }
        }
    }
}
