// covers: InSituOptions, InSituResult, InSituMonitor, MonitorLimits, IJetNetwork
using Moliere.Calibration;
using Moliere.Calibration.InSitu;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Formats.Bytes;
using Moliere.Learning.Losses;
using Moliere.Learning.Models;
using Moliere.Learning.Training;
using Moliere.Numerics.Kernels;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Calibration.InSitu;

public sealed class InSituDerivationTests : IDisposable
{
    private static readonly Table Train = ToyDijets.Make(8000, 1), Validation = ToyDijets.Make(6000, 2);

    private static readonly InSituOptions Options = new()
    {
        Training = new() { Epochs = 60, BatchSize = 1024, LearningRate = 3e-3, Patience = 0 },
        EventsPerWidth = 500,
    };

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void WithoutTruth_AsymmetryAndTrueWidthFallWhileTheScaleStays()
    {
        Table blind = ToyDijets.Make(8000, 1, hasTruth: false);
        (ICalibration calibration, InSituResult result) = Derive(blind, Validation, KnownResponse.Mean, Options);
        Assert.Null(result.Complaint);
        Assert.True(result.Kept.Asymmetry < 0.90 * result.Initial.Asymmetry);
        Assert.True(result.Kept.TrueWidth < 0.75 * result.Initial.TrueWidth);
        Assert.InRange(result.Kept.BinShift, -0.01, 0.01);
        Assert.InRange(result.Kept.Shuffled / result.Initial.Shuffled, 0.98, 1.01);
        Assert.InRange(result.Kept.SlopeOfPairs, 0.98, 1.02);
        InSituMonitor test = Watch(calibration, ToyDijets.Make(6000, 3));
        Assert.True(test.TrueWidth < 0.75 * result.Initial.TrueWidth);
    }

    [Fact]
    [Trait("Speed", "Slow")]
    public void OnDataOfAnotherDetector_TuningBeatsWhatSimulationTaught()
    {
        (ICalibration simulated, InSituResult pretrained) = InSituDerivation.Derive(
            "simulated", Train, Validation, KnownResponse.Mean, Network(ToyDijets.WithMomentum), KnownResponse.Mean,
            Options.With(InSituMode.NllOnly));
        Assert.True(pretrained.Kept.TrueWidth < 0.75 * pretrained.Initial.TrueWidth);
        Table data = ToyDijets.Make(8000, 3, isData: true, hasTruth: false);
        Table judge = ToyDijets.Make(6000, 4, isData: true), test = ToyDijets.Make(6000, 5, isData: true);
        (ICalibration tuned, InSituResult result) = InSituDerivation.Derive(
            "tuned", data, judge, simulated, ((InSituCalibration)simulated).Tuned, KnownResponse.Mean, Options);
        Assert.Null(result.Complaint);
        InSituMonitor before = Watch(simulated, test), after = Watch(tuned, test);
        Assert.True(after.Asymmetry < 0.92 * before.Asymmetry);
        Assert.True(after.TrueWidth < 0.80 * before.TrueWidth);
        Assert.InRange(after.BinShift, -0.012, 0.012);
    }

    [Theory]
    [Trait("Speed", "Slow")]
    [InlineData(InSituMode.NoConstraint, "collapse inside the bins")]
    [InlineData(InSituMode.BatchMean, "collapse inside the bins")]
    [InlineData(InSituMode.Naive, "absurd")]
    public void FailureModes_AreReproducedAndRecognised(InSituMode mode, string complaint)
    {
        (_, InSituResult result) = Derive(Train, Validation, KnownResponse.Mean, Options.With(mode));
        Assert.Equal(TrainingStatus.Completed, result.Training.Status);
        Assert.Contains(complaint, result.Complaint);
        Assert.NotNull(result.FirstComplaint);
        bool isCollapse = mode != InSituMode.Naive;
        Assert.Equal(isCollapse, result.Kept.Asymmetry < 0.5 * result.Initial.Asymmetry);
        Assert.True(result.Kept.TrueWidth > result.Initial.TrueWidth);
    }

    [Fact]
    public void Monitors_StopACollapseAndKeepTheLastHealthyNetwork()
    {
        InSituOptions free = Options.With(InSituMode.NoConstraint) with { Limits = new() { Patience = 3 } };
        (ICalibration calibration, InSituResult result) = Derive(Train, Validation, KnownResponse.Mean, free);
        Assert.Equal(TrainingStatus.Unhealthy, result.Training.Status);
        Assert.Null(result.Complaint);
        Assert.All(result.History.TakeLast(3), entry => Assert.NotNull(entry.Complaint));
        Assert.InRange(Watch(calibration, Validation).SlopeInBins, 0.5, 1.1);
    }

    [Fact]
    [Trait("Speed", "Slow")]
    public void Correlation_AlsoNarrowsTheTrueWidth()
    {
        InSituOptions options = Options with { Objective = InSituObjective.Correlation };
        (_, InSituResult result) = Derive(Train, Validation, KnownResponse.Mean, options);
        Assert.Null(result.Complaint);
        Assert.True(result.Kept.TrueWidth < 0.80 * result.Initial.TrueWidth);
    }

    [Fact]
    public void InterruptedAndResumed_HasTheSameBitsForAnyThreads()
    {
        InSituOptions options = Options with { Training = Options.Training with { Epochs = 5 } };
        (ICalibration whole, InSituResult expected) = Derive(Train, Validation, KnownResponse.Mean, options);
        using var source = new CancellationTokenSource();
        InSituDerivation.Derive(
            "toy", Train, Validation, KnownResponse.Mean, Network(ToyDijets.Features), KnownResponse.Mean, options,
            _folder.At("state"), new Canceller(source), source.Token);
        InSituOptions threads = options with { Training = options.Training with { Threads = 2 } };
        (ICalibration resumed, InSituResult result) = InSituDerivation.Derive(
            "toy", Train, Validation, KnownResponse.Mean, Network(ToyDijets.Features), KnownResponse.Mean, threads,
            _folder.At("state"));
        Assert.Equal(expected.History, result.History);
        Assert.Equal(whole.Apply(Validation).Response, resumed.Apply(Validation).Response);
        InSituOptions other = options with { ConstraintWeight = 4 };
        Assert.Throws<InvalidFileException>(() => InSituDerivation.Derive(
            "toy", Train, Validation, KnownResponse.Mean, Network(ToyDijets.Features), KnownResponse.Mean, other,
            _folder.At("state")));
    }

    [Fact]
    public void WhatCannotBeDone_IsRefusedWithItsReason()
    {
        Table blind = ToyDijets.Make(8000, 1, hasTruth: false);
        AssertRefused("dijets of the selection", ToyDijets.Make(200, 1), Options);
        AssertRefused("true momentum", blind, Options.With(InSituMode.NllOnly));
        AssertRefused("must be even", Train, Options with { Training = Options.Training with { BatchSize = 999 } });
        AssertRefused("no logarithm", Train, Options with { Output = MomentumOutput.Raw });
        AssertRefused("no logarithm to correlate", Train, Options with
        {
            Output = MomentumOutput.Raw,
            Objective = InSituObjective.Correlation,
            Constraint = ScaleConstraint.Free,
        });
        InSituOptions correlated = Options with { Objective = InSituObjective.Correlation };
        Assert.Equal(InSituObjective.AsymmetryWidth, correlated.With(InSituMode.Naive).Objective);
    }

    [Fact]
    public void Watch_OfTheInitialCalibrationItself_ShowsNoShift()
    {
        InSituMonitor monitor = Watch(KnownResponse.Mean, Validation);
        Assert.Equal((0, 0), (monitor.MeanShift, monitor.BinShift));
        Assert.Equal(1, monitor.SlopeInBins, 1e-9);
        Assert.Throws<ArgumentException>(() => Watch(KnownResponse.Mean, ToyDijets.Make(1, 1)));
    }

    private static void AssertRefused(string words, Table training, InSituOptions options) => Assert.Contains(
        words,
        Assert.Throws<ArgumentException>(() => Derive(training, Validation, KnownResponse.Mean, options)).Message);

    private static InSituMonitor Watch(ICalibration calibration, Table jets) =>
        InSituDerivation.Watch(jets, calibration, KnownResponse.Mean, Options);

    private static CorrectionNetwork Network(IReadOnlyList<Moliere.Data.Features.Feature> features) => new(
        Train, features, new MlpOptions { Hidden = [16, 16], Activation = Activation.Silu }, 3, new GaussianNll());

    private static (ICalibration Calibration, InSituResult Result) Derive(
        Table training, Table validation, ICalibration start, InSituOptions options)
    {
        bool isFree = options.Constraint is ScaleConstraint.Free or ScaleConstraint.BatchMean;
        CorrectionNetwork network = Network(isFree ? ToyDijets.WithMomentum : ToyDijets.Features);
        return InSituDerivation.Derive("toy", training, validation, start, network, start, options);
    }

    private sealed class Canceller(CancellationTokenSource source) : IProgress<EpochReport>
    {
        public void Report(EpochReport value)
        {
            if (value.Record.Epoch == 2)
            {
                source.Cancel();
            }
        }
    }
}
