using Moliere.Calibration;
using Moliere.Calibration.Neural;
using Moliere.Calibration.Neural.Taus;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Learning.Losses;
using Moliere.Learning.Models;
using Moliere.Learning.Training;
using Moliere.Numerics.Special;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Calibration.Neural.Taus;

public sealed class TauNetworkDerivationTests
{
    private static readonly TauNetworkOptions s_open = new() { Closure = null, ScaleSpread = false };

    [Fact]
    [Trait("Speed", "Slow")]
    public void KnownMixture_IsRecovered()
    {
        Table taus = ToyTaus.Taus(60000, seed: 21), fresh = ToyTaus.Taus(300, seed: 22);
        TrainerOptions calm = TrainedTaus.Options(20) with { LearningRate = 5e-3, BatchSize = 256 };
        (TauNetworkCalibration calibration, _) =
            TrainedTaus.Derivation(taus, s_open).Derive("mdn", TrainedTaus.Head, calm);
        PredictedDistribution found = RelativeToCombined(calibration, fresh);
        float[] mode = fresh.Floats(TauColumns.Modes[0]), asymmetry = fresh.Floats(TauColumns.PionAsymmetry);
        double[] errors = new double[5];
        for (int row = 0; row < fresh.RowCount; row++)
        {
            ReadOnlySpan<float> own = found.Of(row);
            (int narrow, int wide) = own[4] < own[5] ? (0, 1) : (1, 0);
            (double share, double mean, double width, double wideMean, double wideWidth) =
                ToyTaus.Law(mode[row], asymmetry[row]);
            double[] difference =
            [
                own[narrow] - share,
                Natural(-own[2 + narrow]) - mean, Natural(own[4 + narrow]) - width,
                Natural(-own[2 + wide]) - wideMean, Natural(own[4 + wide]) - wideWidth,
            ];
            for (int i = 0; i < errors.Length; i++)
            {
                errors[i] += difference[i] * difference[i] / fresh.RowCount;
            }
        }

        // Root mean square errors of a density's share, mean and width; the share ranges over 0.6, the means over 0.36.
        double[] allowed = [0.055, 0.008, 0.006, 0.025, 0.02];
        Assert.All(errors.Zip(allowed), pair => Assert.InRange(Math.Sqrt(pair.First), 0, pair.Second));
    }

    [Fact]
    public void GlobalMoments_AreThoseOfTheKnownLaw()
    {
        Table fresh = ToyTaus.Taus(2000, seed: 23);
        TauNetworkDerivation derivation = TrainedTaus.Derivation(TrainedTaus.Taus, s_open);
        PredictedDistribution found = RelativeToCombined(TrainedTaus.Train(derivation, TrainedTaus.Head), fresh);
        float[] mode = fresh.Floats(TauColumns.Modes[0]), asymmetry = fresh.Floats(TauColumns.PionAsymmetry);
        double mean = 0, sigma = 0;
        for (int row = 0; row < fresh.RowCount; row++)
        {
            (double expectedMean, double expectedSigma) = ToyTaus.Moments(mode[row], asymmetry[row]);
            var mixture = new NormalMixture(found.Of(row));
            mean += Math.Pow(Natural(-mixture.Mean()) - expectedMean, 2) / fresh.RowCount;
            sigma += Math.Pow(Natural(Math.Sqrt(mixture.Variance())) - expectedSigma, 2) / fresh.RowCount;
        }

        Assert.InRange(Math.Sqrt(mean), 0, 0.025);
        Assert.InRange(Math.Sqrt(sigma), 0, 0.025);
    }

    [Fact]
    public void Mixture_IsLikelierThanASingleNormalDensity()
    {
        Table fresh = ToyTaus.Taus(4000, seed: 24);
        var gaussian = TrainedTaus.Head with { Plan = TrainedTaus.Head.Plan with { Loss = new GaussianNll() } };
        double[] one = LossesOf(TrainedTaus.Train(TrainedTaus.Shared, gaussian), fresh);
        double[] two = LossesOf(TrainedTaus.Mixture, fresh);
        double[] gains = [.. one.Zip(two, (a, b) => a - b)];
        double gain = gains.Average(), error = Math.Sqrt(gains.Average(g => (g - gain) * (g - gain)) / gains.Length);
        Assert.True(gain > 5 * error, $"gain {gain} +- {error}");
    }

    [Theory]
    [InlineData(TauTarget.Ratio)]
    [InlineData(TauTarget.Logarithm)]
    public void EitherTarget_GivesMedianAndMomentsOfTheLaw(TauTarget target)
    {
        Table taus = TrainedTaus.Taus;
        TauNetworkDerivation derivation = TrainedTaus.Derivation(taus, s_open with { Target = target });
        TauNetworkCalibration calibration = TrainedTaus.Train(derivation, TrainedTaus.Head);
        double[] closure = [.. TrainedTaus.Closure(calibration, taus).Order()];
        Assert.Equal(1, closure[closure.Length / 2], 0.02);
        RatioMoments moments = calibration.MomentsOf(taus);
        float[] truth = taus.Floats(TauColumns.TruthPt), combined = taus.Floats(TauColumns.PtCombined);
        double mean = 0, chi = 0;
        for (int row = 0; row < truth.Length; row++)
        {
            double standard = ((truth[row] / combined[row]) - calibration.Ratio.Mean) / calibration.Ratio.Sigma;
            double pull = (standard - moments.Mu[row]) / moments.Sigma[row];
            (mean, chi) = (mean + (pull / truth.Length), chi + (pull * pull / truth.Length));
        }

        Assert.Equal(0, mean, 0.1);
        Assert.Equal(1, chi, 0.15);
    }

    [Fact]
    public void EqualTargets_DoNotCollapseADensity()
    {
        Table taus = ToyTaus.Taus(4000, seed: 25);
        float[] combined = taus.Floats(TauColumns.PtCombined);
        taus = ToyTaus.With(
            taus, TauColumns.TruthPt, truth => [.. truth.Select((t, row) => row % 3 != 0 ? combined[row] : t)]);
        TauNetworkDerivation derivation = TrainedTaus.Derivation(taus, s_open with { LeastWidth = 0.05 });
        (TauNetworkCalibration calibration, TrainingResult result) =
            derivation.Derive("mdn", TrainedTaus.Head, TrainedTaus.Options(20));
        Assert.Equal(TrainingStatus.Completed, result.Status);
        MixtureHealth health = derivation.HealthOf(calibration);
        Assert.InRange(health.AtFloor, 0.5, 1);
        Assert.False(health.HasDied());
        PredictedDistribution found = calibration.Apply(taus).Distribution!;
        float floor = (float)((MixtureNll)calibration.Options.Plan.Loss).LeastSigma!.Value;
        for (int row = 0; row < taus.RowCount; row++)
        {
            Assert.True(found.Of(row)[4] >= 0.999f * floor && found.Of(row)[5] >= 0.999f * floor);
        }
    }

    [Fact]
    public void DivergedTraining_IsAResultWithAUsableNetwork()
    {
        TauNetworkDerivation derivation = TrainedTaus.Derivation(ToyTaus.Taus(2000, seed: 26), s_open);
        TrainerOptions wild =
            TrainedTaus.Options(5) with { LearningRate = 1e30, ClipNorm = 0, Optimizer = new() { Beta1 = 0 } };
        (TauNetworkCalibration calibration, TrainingResult result) = derivation.Derive("mdn", TrainedTaus.Head, wild);
        Assert.Equal(TrainingStatus.Diverged, result.Status);
        Predictions predictions = calibration.Apply(ToyTaus.Taus(100, seed: 27));
        Assert.All(predictions.Response, response => Assert.True(float.IsFinite(response) && response > 0));
    }

    [Fact]
    public void InterruptedAndResumed_EqualsUninterruptedForAnyThreads()
    {
        using var folder = new TempFolder();
        Table taus = ToyTaus.Taus(1500, seed: 28);
        TauNetworkDerivation derivation = TrainedTaus.Derivation(taus);
        float[] whole = Train(null, 3, 1).Network.Parameters;
        using var stop = new CancellationTokenSource();
        var afterOne = new Progress(stop);
        derivation.Derive("mdn", TrainedTaus.Head, TrainedTaus.Options(3), folder.At("x.ckpt"), afterOne, stop.Token);
        Assert.Equal(whole, Train(folder.At("x.ckpt"), 3, 2).Network.Parameters);

        TauNetworkCalibration Train(string? path, int epochs, int threads) =>
            derivation.Derive("mdn", TrainedTaus.Head, TrainedTaus.Options(epochs, threads), path).Calibration;
    }

    [Fact]
    [Trait("Speed", "Slow")]
    public void StatisticalPart_ShrinksWithTheSample()
    {
        double few = Stat(2000), many = Stat(32000);
        Assert.InRange(many / few, 0.1, 0.7);

        static double Stat(int count)
        {
            TauNetworkDerivation derivation = TrainedTaus.Derivation(ToyTaus.Taus(count, seed: 29), s_open);
            Predictions predictions = TrainedTaus.Train(derivation, TrainedTaus.EnsembleOf(4), epochs: 8)
                .Apply(ToyTaus.Taus(1000, seed: 30));
            return predictions.SigmaStat!.Average();
        }
    }

    [Fact]
    public void UnusableTaus_AreLeftOutAndCounted()
    {
        Table taus = ToyTaus.With(ToyTaus.Taus(1000, seed: 31), TauColumns.TrackCount, v => [0, 7, .. v[2..]]);
        taus = ToyTaus.With(taus, TauColumns.TruthPt, values => [.. values[..2], float.NaN, .. values[3..]]);
        taus = ToyTaus.With(taus, TauColumns.Density, values => [.. values[..3], -999, .. values[4..]]);
        taus = new([.. taus.Columns.Where(c => c.Name != TauColumns.EmProbability)]);
        TauNetworkDerivation derivation = TrainedTaus.Derivation(taus, s_open);
        Assert.Equal(2, derivation.TrainingCounts.WithoutTracks);
        Assert.Equal(1, derivation.TrainingCounts.WithoutTruth);
        Assert.Equal(1, derivation.Incomplete);
        Assert.Equal(1, derivation.TrainingCounts.WithoutInput);
        Assert.Equal(derivation.TrainingCounts.Candidates - 4, derivation.TrainingCounts.Used);
        Assert.Equal([TauColumns.EmProbability], derivation.AbsentFeatures);
        Assert.Equal(19, derivation.Features.Features.Count);
    }

    [Fact]
    public void TooFewTaus_AreRefusedBeforeTheTraining()
    {
        Table taus = ToyTaus.Taus(40, seed: 32);
        var error = Assert.Throws<ArgumentException>(() => TrainedTaus.Derivation(taus));
        Assert.Contains("30 usable training taus are fewer than the 50", error.Message, StringComparison.Ordinal);
        error = Assert.Throws<ArgumentException>(() => TrainedTaus.Derivation(ToyTaus.Taus(400, seed: 32)));
        Assert.Contains("one knot of the closure needs", error.Message, StringComparison.Ordinal);
    }

    private static double Natural(double decimalLogarithm) => Math.Log(10) * decimalLogarithm;

    // The distribution of log10 of combined over true momentum.
    private static PredictedDistribution RelativeToCombined(TauNetworkCalibration calibration, Table taus)
    {
        float[] pt = taus.Floats(TauColumns.Pt), combined = taus.Floats(TauColumns.PtCombined);
        PredictedDistribution found = calibration.Apply(taus).Distribution!;
        for (int row = 0; row < pt.Length; row++)
        {
            foreach (ref float mean in found.Parameters.AsSpan((row * 6) + 2, 2))
            {
                mean -= MathF.Log10(pt[row] / combined[row]);
            }
        }

        return found;
    }

    private static double[] LossesOf(TauNetworkCalibration calibration, Table taus)
    {
        float[] pt = taus.Floats(TauColumns.Pt), truth = taus.Floats(TauColumns.TruthPt);
        PredictedDistribution found = calibration.Apply(taus).Distribution!;
        return
        [
            .. pt.Select((p, row) => -new NormalMixture(found.Of(row)).LogDensity(Math.Log10((double)p / truth[row]))),
        ];
    }

    private sealed class Progress(CancellationTokenSource stop) : IProgress<EpochReport>
    {
        public void Report(EpochReport value) => stop.Cancel();
    }
}
