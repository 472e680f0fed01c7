// covers: JetNetworkOptions, JetInputs
using Moliere.Calibration;
using Moliere.Calibration.Neural;
using Moliere.Calibration.Neural.Jets;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Learning.Losses;
using Moliere.Learning.Training;
using Moliere.Numerics.Fits;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Calibration.Neural.Jets;

public sealed class JetNetworkDerivationTests
{
    private static readonly Table s_fresh = ToyJets.Jets(20_000, seed: 2);

    [Fact]
    public void Network_RemovesWhatItsInputsExplainAndKnowsTheRest()
    {
        double[] closure = TrainedJets.Closure(TrainedJets.Gaussian, s_fresh);
        Assert.Equal(1, CentralFit.Of([.. closure.Select(r => (float)r)], []).Mean, 0.01);
        Predictions predictions = TrainedJets.Gaussian.Apply(s_fresh);
        double[] relative = [.. predictions.SigmaSyst!.Select((s, row) => (double)s / predictions.Response[row])];
        Assert.Equal(ToyJets.Spread, Math.Sqrt(closure.Average(r => Math.Pow(Math.Log(r), 2))), 0.012);
        Assert.Equal(ToyJets.Spread, relative.Average(), 0.012);
    }

    [Fact]
    public void Threads_DoNotChangeABit() => Assert.Equal(
        TrainedJets.Train(TrainedJets.Shared, "n", epochs: 2).Apply(s_fresh).Response,
        TrainedJets.Train(TrainedJets.Shared, "n", epochs: 2, threads: 2).Apply(s_fresh).Response);

    [Fact]
    public void InterruptedAndResumed_GivesTheSameBits()
    {
        using TempFolder folder = new();
        string checkpoint = folder.At("checkpoint");
        using var stop = new CancellationTokenSource();
        var halfway = new Progress(epoch => epoch == 2, stop);
        TrainerOptions options = TrainedJets.Options(4);
        (_, TrainingResult first) =
            TrainedJets.Shared.Derive("n", TrainedJets.Head, options, checkpoint, halfway, stop.Token);
        Assert.Equal(TrainingStatus.Interrupted, first.Status);
        (JetNetworkCalibration resumed, _) = TrainedJets.Shared.Derive("n", TrainedJets.Head, options, checkpoint);
        Assert.Equal(
            TrainedJets.Train(TrainedJets.Shared, "n", epochs: 4).Apply(s_fresh).Response,
            resumed.Apply(s_fresh).Response);
    }

    [Fact]
    public void MissingInput_IsImputedWithAFlagWhereTheTrainingHadIt()
    {
        Table jets = TrainedJets.Jets.WithValue("f_lar1", 5, JetFeatures.Sentinel).WithValue("f_lar1", 7, float.NaN);
        JetNetworkDerivation derivation = TrainedJets.Derivation(jets);
        int position = JetColumns.Globals.ToList().IndexOf("f_lar1");
        Assert.Equal([position], derivation.Inputs.Flagged);
        JetMatrix inputs = derivation.Inputs.Apply(new(jets, null));
        int width = derivation.Inputs.Width;
        Assert.Equal((0f, 1f), (inputs.Features[(5 * width) + position], inputs.Features[(6 * width) - 1]));
        Assert.Equal(0f, inputs.Features[(7 * width) - 1]);
        Assert.True(inputs.IsUsable[5]);

        // One that no training jet lacked is foreign to the network.
        Assert.False(derivation.Inputs.Apply(new(jets.WithValue("mu", 5, float.NaN), null)).IsUsable[5]);
    }

    [Fact]
    public void MissingInput_IsRefusedWhereAskedAndCounted()
    {
        Table jets = TrainedJets.Jets.WithValue("f_lar1", 5, JetFeatures.Sentinel);
        JetNetworkDerivation derivation = TrainedJets.Derivation(jets, new() { Missing = MissingInputs.Refuse });
        Assert.Empty(derivation.Inputs.Flagged);
        Assert.Equal(1, derivation.TrainingCounts.Incomplete);
        Assert.False(derivation.Inputs.Apply(new(jets, null)).IsUsable[5]);
    }

    [Fact]
    public void TableWithoutSomeColumns_IsLearntFromWithoutThem()
    {
        Table jets = new([.. TrainedJets.Jets.Columns.Where(c => c.Name is not ("rho" or "w_track"))]);
        Assert.Equal(["w_track", "ambient_over_pt"], TrainedJets.Derivation(jets).AbsentFeatures);
    }

    [Fact]
    public void TooFewJetsOrALinearTarget_AreRefused()
    {
        Table few = ToyJets.Jets(60, seed: 3);
        Assert.Contains("45 usable training jets", Assert.Throws<ArgumentException>(
            () => TrainedJets.Derivation(few)).Message, StringComparison.Ordinal);
        NetworkOptions linear = TrainedJets.Head with { Scale = ResponseScale.Linear };
        Assert.Contains("logarithm", Assert.Throws<ArgumentException>(
            () => TrainedJets.Train(TrainedJets.Shared, "n", 1, head: linear)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TrueMomentumAsTarget_GivesTheSameKindOfResponse()
    {
        JetNetworkDerivation derivation =
            TrainedJets.Derivation(TrainedJets.Jets, new() { Target = JetTarget.TrueMomentum });
        JetNetworkCalibration calibration = TrainedJets.Train(derivation, "truth", epochs: 15);
        double[] closure = TrainedJets.Closure(calibration, s_fresh);
        Assert.Equal(1, CentralFit.Of([.. closure.Select(r => (float)r)], []).Mean, 0.02);
        Assert.InRange(Math.Sqrt(closure.Average(r => Math.Pow(Math.Log(r), 2))), 0.1, 0.2);
        Predictions predictions = calibration.Apply(s_fresh);
        Assert.Equal(Math.Log10(predictions.Response[3]), predictions.Distribution!.Of(3)[1], 1e-5);
        using TempFolder folder = new();
        JetNetworkFile.Write(calibration, folder.At("x.model"));
        Assert.Equal(predictions.Response, JetNetworkFile.Read(folder.At("x.model"), 1).Apply(s_fresh).Response);
    }

    [Fact]
    public void EveryHead_IsLearntStandardisedAndSpeaksOfTheTargetItself()
    {
        Loss[] heads = [new MixtureNll(2), new MeanSquaredError(), new QuantileLoss([0.16, 0.5, 0.84])];
        foreach (Loss loss in heads)
        {
            NetworkOptions head = TrainedJets.Head with { Plan = TrainedJets.Head.Plan with { Loss = loss } };
            JetNetworkCalibration calibration = TrainedJets.Train(TrainedJets.Shared, "n", epochs: 15, head: head);
            double[] closure = TrainedJets.Closure(calibration, s_fresh);
            Assert.InRange(Math.Sqrt(closure.Average(r => Math.Pow(Math.Log(r), 2))), 0.11, 0.15);
            Predictions predictions = calibration.Apply(s_fresh);
            Assert.Equal(loss.HasSpread, predictions.HasUncertainty);
            if (predictions.SigmaSyst is { } sigma)
            {
                Assert.Equal(ToyJets.Spread, sigma.Zip(predictions.Response, (s, r) => s / r).Average(), 0.02);
            }
        }
    }

    private sealed class Progress(Func<int, bool> stops, CancellationTokenSource source) : IProgress<EpochReport>
    {
        public void Report(EpochReport value)
        {
            if (stops(value.Record.Epoch))
            {
                source.Cancel();
            }
        }
    }
}
