// covers: TreeCalibrationDerivation, TreeCalibrationOptions
using Moliere.Calibration.Classical.Taus;
using Moliere.Calibration.Closure;
using Moliere.Calibration.Taus;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Learning.Trees;
using Moliere.Numerics.Fits;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Calibration.Classical.Taus;

public sealed class TreeCalibrationTests
{
    [Theory]
    [InlineData(22, 30, 0.015)]
    [InlineData(30, 60, 0.01)]
    [InlineData(60, 200, 0.01)]
    public void Median_ClosesAndTheResolutionIsBetterThanTheCombinedScales(double lowest, double highest, double limit)
    {
        Assert.Equal(1, ToyScales.Median(ToyScales.Ratios(ToyTrees.Calibration, lowest, highest)), limit);
        Assert.InRange(
            ToyScales.Resolution(ToyTrees.Calibration, lowest, highest), 0,
            0.97 * ToyScales.Resolution(ToyScales.Scales.Of("combined"), lowest, highest));
    }

    [Fact]
    public void Derivation_StopsByTheValidationPartAndUsesTheTwentyFeatures()
    {
        Assert.Equal(TauFeatures.All.Select(feature => feature.Name), ToyTrees.Calibration.Trees.Features);
        Assert.NotNull(ToyTrees.Calibration.Closure);
        Assert.Null(ToyTrees.Calibration.Spread);
        Assert.All(ToyTrees.Result.Training.History, round => Assert.True(double.IsFinite(round.ValidationLoss)));
    }

    [Fact]
    public void RatioAsTarget_GivesNearlyTheSameMomenta()
    {
        TreeCalibration ratio = ToyTrees.Derivation(ToyTrees.Options with { Target = TreeTarget.Ratio })
            .Derive("brt").Calibration;
        Assert.Equal(1, ToyScales.Median(ToyScales.Ratios(ratio, 30, 60)), 0.01);
        double logarithm = ToyScales.Resolution(ToyTrees.Calibration, 30, 60);
        Assert.InRange(ToyScales.Resolution(ratio, 30, 60), 0.95 * logarithm, 1.05 * logarithm);
    }

    [Fact]
    public void MissingFeature_IsCalibratedMissingScaleIsNot()
    {
        Table taus = ToyTauScales.Make(20, seed: 7);
        taus.Floats(TauColumns.CenterLambda)[3] = -1111;
        taus.Floats(TauColumns.PtSubstructure)[4] = float.NaN;
        taus.Floats(TauColumns.VertexCount)[5] = -999;
        taus.Floats(TauColumns.TrackCount)[6] = 0;
        Predictions predictions = ToyTrees.Calibration.Apply(taus);
        Assert.Equal(
            [5, 6],
            Enumerable.Range(0, 20).Where(row => predictions.Status[row] == CalibrationStatus.NotCalibrated));
    }

    [Fact]
    public void FeatureThatATableLacks_IsLeftOut()
    {
        Table taus = DecayModeClassifierTests.Without(ToyScales.Training, TauColumns.SecondLambda, TauColumns.Density)
            .Slice(0, 4000);
        TreeCalibration calibration = ToyTrees.Derivation(ToyTrees.Options, taus).Derive("brt").Calibration;
        Assert.Equal(18, calibration.Trees.Features.Count);
        Assert.Equal(0, calibration.Apply(taus).NotCalibratedCount);
        Assert.Contains(TauColumns.Mu, Assert.Throws<MissingColumnException>(
            () => calibration.Apply(DecayModeClassifierTests.Without(taus, TauColumns.Mu))).Message);
    }

    [Fact]
    public void AbsurdTrees_AreClippedAndCounted()
    {
        TreeCalibration absurd = ToyTrees.Calibration with { Trees = Constant(50), Closure = null };
        Predictions predictions = absurd.Apply(ToyTauScales.Make(20, seed: 7));
        Assert.Equal(20, predictions.ClippedCount);
        absurd = absurd with { Trees = Constant(-1), Target = TreeTarget.Ratio };
        Assert.Equal(20, absurd.Apply(ToyTauScales.Make(20, seed: 7)).ClippedCount);
    }

    [Fact]
    public void MeanAndWidth_GiveANormalLawOfTheLogarithm()
    {
        TreeCalibration normal = ToyTrees.Calibration with
        {
            Trees = Constant(0.2f, (float)Math.Log(0.1)) with { Objective = TreeObjective.Gaussian },
            Closure = new([0, 2.7], [[new([0, 10], [0.1, 10.1])]]),
        };
        Table taus = ToyScales.Scales.Complete(ToyTauScales.Make(5, seed: 7));
        Predictions predictions = normal.Apply(taus);
        for (int row = 0; row < 5; row++)
        {
            double response = taus.Floats(TauColumns.Pt)[row] / taus.Floats(TauColumns.PtCombined)[row] / Math.Exp(0.3);
            Assert.Equal(response, predictions.Response[row], 1e-4 * response);
            Assert.Equal(0.1 * response, predictions.SigmaTotal(row), 1e-3 * response);
            Assert.Equal(1, predictions.Distribution!.Of(row)[0]);
            Assert.Equal(Math.Log10(response), predictions.Distribution.Of(row)[1], 1e-4);
            Assert.Equal(0.1 / Math.Log(10), predictions.Distribution.Of(row)[2], 1e-4);
        }
    }

    [Fact]
    public void TreesOfMeanAndWidth_KnowHowSureTheyAre()
    {
        TreeCalibrationOptions options = ToyTrees.Options with
        {
            Boosting = ToyTrees.Options.Boosting with
            {
                Objective = TreeObjective.Gaussian,
                MaxDepth = 4,
                LearningRate = 0.1,
            },
        };
        TreeCalibration normal = ToyTrees.Derivation(options).Derive("brt_gaussian").Calibration;
        Predictions predictions = normal.Apply(ToyScales.Test);
        float[] pt = ToyScales.Test.Floats(TauColumns.Pt), truth = ToyScales.Test.Floats(TauColumns.TruthPt);
        int[] rows = [.. Enumerable.Range(0, pt.Length).Where(row => truth[row] is > 20 and < 250)];
        double Ratio(int row) => pt[row] / predictions.Response[row] / truth[row];
        double Relative(int row) => predictions.SigmaTotal(row) / predictions.Response[row];

        double pulls = CentralWidth.Of([.. rows.Select(row => (Ratio(row) - 1) / Relative(row))]);
        int[] sorted = [.. rows.OrderBy(Relative)];
        double better = CentralWidth.Of([.. sorted.Take(sorted.Length / 2).Select(Ratio)]);
        double worse = CentralWidth.Of([.. sorted.Skip(sorted.Length / 2).Select(Ratio)]);

        Assert.NotNull(normal.Spread);
        Assert.InRange(pulls, 0.9, 1.1);
        Assert.InRange(better, 0, 0.75 * worse);
    }

    [Fact]
    public void PartWithoutUsableTaus_IsRefusedWithTheReasons()
    {
        Table taus = ToyScales.Training.Slice(0, 100);
        taus.Floats(TauColumns.TrackCount).AsSpan().Clear();
        Assert.Contains(
            "75 of the training part: 0 without momentum, 75 without one to five tracks",
            Assert.Throws<InvalidDataException>(() => ToyTrees.Derivation(ToyTrees.Options, taus)).Message);
    }

    private static BoostedTrees Constant(params float[] start) => new()
    {
        Trees = [],
        Objective = TreeObjective.Squared,
        Start = start,
        Features = [TauColumns.Mu],
    };
}
