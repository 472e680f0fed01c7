// covers: PivotOptions, PivotOutcome, PivotMeasures
using Moliere.Learning.Adversaries;
using Moliere.Learning.Training;
using Moliere.Tagging.Pivot;

namespace Moliere.Tests.Tagging.Pivot;

public sealed class PivotTrainingTests
{
    private static readonly PivotOptions s_tiny = new()
    {
        TrainRows = 6000,
        TestRows = 6000,
        Iterations = 40,
        PretrainClassifier = 10,
        PretrainAdversary = 5,
        LearningRate = 0.05,
    };

    [Fact]
    public void Adversary_TakesTheNuisanceOutOfTheScore()
    {
        PivotOutcome outcome = PivotTraining.Run(s_tiny);
        Assert.Equal(40, outcome.Course.Kept!.Epoch);
        Assert.InRange(outcome.Course.Start!.MainLoss, 0.44, 0.47);
        Assert.InRange(outcome.Course.Start.AdversaryLoss, 1.34, 1.40);
        Assert.Equal(outcome.Course.Kept.MainLoss, outcome.Measures.CrossEntropy, 1e-4);
        Assert.InRange(outcome.Measures.CrossEntropy, 0.54, 0.62); // ln 2 is that of a constant score
        Assert.InRange(outcome.Measures.Area, 0.70, 0.87);
        Assert.InRange(outcome.Measures.Distance, 0, 0.08);
    }

    [Fact]
    public void Threads_DoNotChangeABit()
    {
        PivotOptions options = s_tiny with { Iterations = 2, BatchSize = 3000 };
        PivotOutcome one = PivotTraining.Run(options), three = PivotTraining.Run(options with { Threads = 3 });
        Assert.Equal(one.Classifier.Parameters, three.Classifier.Parameters);
        Assert.Equal(one.Adversary.Parameters, three.Adversary.Parameters);
        Assert.Equal(one.Measures, three.Measures);
    }

    [Fact]
    [Trait("Speed", "Slow")]
    public void PublishedSchedule_ReachesItsFigures()
    {
        PivotOutcome outcome = PivotTraining.Run(new PivotOptions());
        GameEpoch peak = outcome.Course.History.MaxBy(epoch => epoch.MainLoss)!;
        Assert.InRange(peak.Epoch, 5, 60); // published: 0.718 at step 19
        Assert.InRange(outcome.Measures.CrossEntropy, 0.56, 0.60);
        Assert.InRange(outcome.Course.Kept!.AdversaryLoss, 1.415, 1.43);
        Assert.InRange(outcome.Measures.Distance, 0, 0.03);
        FreshVerdict fresh = FreshAdversary.Verify(outcome.Game, new TrainerOptions { Epochs = 5, BatchSize = 256 });
        Assert.InRange(fresh.Information, -0.001, 0.003);
    }

    [Fact]
    [Trait("Speed", "Slow")]
    public void WithoutAdversary_TheBestIsReached()
    {
        PivotMeasures best = PivotReference.Best();
        PivotOptions options = new() { Lambda = 0, Iterations = 1, PretrainAdversary = 0 };
        PivotOutcome outcome = PivotTraining.Run(options with { TestRows = 200_000 });
        Assert.Equal(best.CrossEntropy, outcome.Measures.CrossEntropy, 0.003);
        Assert.Equal(best.Area, outcome.Measures.Area, 0.002);
        Assert.Equal(best.Distance, outcome.Measures.Distance, 0.03);
    }
}
