// covers: SummaryTraining, SummaryOptions, NetworkSummary
using Moliere.Learning.Training;
using Moliere.Tagging.Inference;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Tagging.Inference;

public sealed class SummaryTrainingTests
{
    private static readonly SummaryOptions s_small = new()
    {
        Events = 3000,
        ValidationEvents = 2000,
        BatchEvents = 500,
        Network = new() { Hidden = [30] },
        Training = new SummaryOptions().Training with { Epochs = 4, LearningRate = 0.01 },
    };

    [Fact]
    public void Summary_LearnsToLiveWithItsNuisances()
    {
        InferenceBenchmark benchmark = InferenceBenchmark.Of("B2");
        (NetworkSummary summary, TrainingResult result) = SummaryTraining.Inferno(benchmark, s_small);
        Assert.Equal(TrainingStatus.Completed, result.Status);
        var measured = MeasuredTemplates.Measure(summary, 20_000, SummaryTraining.TestSeed(1), threads: 1);
        Assert.InRange(
            measured.Uncertainty(benchmark).Value,
            ExactReferences.Likelihood(benchmark),
            0.9 * ExactReferences.OptimalClassifier(10).Uncertainty(benchmark));
    }

    [Fact]
    public void Classifier_ComesNearTheOptimalOneWithoutNuisances()
    {
        InferenceBenchmark none = InferenceBenchmark.Of("B0");
        (NetworkSummary summary, _) = SummaryTraining.Classifier(
            s_small with { BatchEvents = 100, Training = s_small.Training with { Epochs = 6, LearningRate = 0.02 } });
        Assert.Equal(10, summary.BinCount);
        double measured = MeasuredTemplates.Measure(summary, 20_000, 7, threads: 1).Uncertainty(none).Value;
        Assert.Equal(ExactReferences.OptimalClassifier(10).Uncertainty(none), measured, 1.0);
    }

    [Fact]
    public void ThreadsAndInterruption_ChangeNoBit()
    {
        InferenceBenchmark benchmark = InferenceBenchmark.Of("B1");
        float[] whole = SummaryTraining.Inferno(benchmark, s_small).Summary.Network.Parameters;
        using var folder = new TempFolder();
        using var stop = new CancellationTokenSource();
        string checkpoint = folder.At("half.checkpoint");
        SummaryOptions threaded = s_small with { Training = s_small.Training with { Threads = 2 } };
        (_, TrainingResult half) =
            SummaryTraining.Inferno(benchmark, threaded, checkpoint, new StopAfter(2, stop), stop.Token);
        Assert.Equal(TrainingStatus.Interrupted, half.Status);
        Assert.Equal(whole, SummaryTraining.Inferno(benchmark, threaded, checkpoint).Summary.Network.Parameters);
    }

    [Fact]
    public void StepsThatAreTooLarge_EndAsDivergedWithAHealthyNetwork()
    {
        SummaryOptions wild = s_small with
        {
            Network = new() { Hidden = [30, 30] },
            Training = s_small.Training with { LearningRate = 1e15 },
        };
        (NetworkSummary summary, TrainingResult result) = SummaryTraining.Inferno(InferenceBenchmark.Of("B2"), wild);
        Assert.Equal(TrainingStatus.Diverged, result.Status);
        Assert.All(summary.Network.Parameters, parameter => Assert.True(float.IsFinite(parameter)));
    }

    private sealed class StopAfter(int epochs, CancellationTokenSource stop) : IProgress<EpochReport>
    {
        public void Report(EpochReport value)
        {
            if (value.Record.Epoch == epochs)
            {
                stop.Cancel();
            }
        }
    }
}
