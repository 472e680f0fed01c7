// covers: ShapeEstimate, WidthEstimate
using Moliere.Numerics.Random;
using Moliere.Validation.Metrics.Dijets;

namespace Moliere.Tests.Validation.Metrics.Dijets;

public sealed class AsymmetryFitTests
{
    private static readonly AsymmetryShape Radiation = new(0.04, 0.09, 0.4);

    [Fact]
    public void Gaussian_IsFoundWithItsError()
    {
        var rng = new Rng(3, "gaussian");
        float[] values = [.. Enumerable.Range(0, 20_000).Select(_ => (float)(0.1 * rng.NextGaussian()))];

        WidthEstimate width = AsymmetryFit.Gaussian(values);

        Assert.Equal(0.1, width.Value, 4 * width.Error);
        Assert.InRange(width.Error, 0.1 / Math.Sqrt(2 * 20_000), 3 * 0.1 / Math.Sqrt(2 * 20_000));
    }

    [Fact]
    public void Core_IsNotMovedByFarOutliers()
    {
        var rng = new Rng(4, "outliers");
        float[] values = [.. Enumerable.Range(0, 20_000).Select(i =>
            (float)(i % 20 == 0 ? 1.5 : 0.1 * rng.NextGaussian()))];

        Assert.Equal(0.1, AsymmetryFit.Gaussian(values).Value, 0.003);
    }

    [Fact]
    public void Shape_IsFoundWithItsErrors()
    {
        var rng = new Rng(5, "shape");
        float[] values = [.. Enumerable.Range(0, 30_000).Select(_ => (float)ToyDijets.Draw(Radiation, ref rng))];

        ShapeEstimate estimate = AsymmetryFit.Shape(values);

        Assert.Equal(Math.Log(Radiation.Width), estimate.Fit.Parameters[0], 4 * estimate.Fit.Error(0));
        Assert.Equal(Math.Log(Radiation.Tail), estimate.Fit.Parameters[1], 4 * estimate.Fit.Error(1));
        Assert.Equal(Math.Log(0.4 / 0.6), estimate.Fit.Parameters[2], 4 * estimate.Fit.Error(2));
        Assert.InRange(estimate.Fit.Error(0), 0.002, 0.08);
        Assert.InRange(estimate.Quality, 0.4, 1.8);
        Assert.Equal(30_000, estimate.Entries);
    }

    [Theory]
    [InlineData(0.035)]
    [InlineData(0.08)]
    public void Detector_IsFoundThroughRadiationTails(double resolution)
    {
        (BalancePair truth, BalancePair jets) = ToyDijets.Make(30_000, Radiation, resolution, (1800, 2400));
        ShapeEstimate shape = AsymmetryFit.Shape(ToyDijets.Asymmetries(truth));

        WidthEstimate detector = AsymmetryFit.Detector(ToyDijets.Asymmetries(jets), shape.Shape);
        WidthEstimate single = ProbeResolution.Central(detector);

        // The shape is that of the same events, so its error hardly adds to that of the fit.
        Assert.Equal(resolution, single.Value, 4 * single.Error);
        Assert.InRange(single.Error / single.Value, 0.002, 0.05);
    }

    [Fact]
    public void TwoTeraelectronvolts_GiveTheWidthsOfTheNotes()
    {
        // Truth 8.6 %, resolution 3.5 %: reconstructed 9.9 %, over root 2 7.0 % (physics notes section 2.5).
        AsymmetryShape radiation = new(0.086, 0.12, 0.97);
        (BalancePair truth, BalancePair jets) = ToyDijets.Make(40_000, radiation, 0.035, (1800, 2400), seed: 7);
        WidthEstimate whole = AsymmetryFit.Gaussian(ToyDijets.Asymmetries(jets));
        ShapeEstimate shape = AsymmetryFit.Shape(ToyDijets.Asymmetries(truth));

        Assert.Equal(0.099, whole.Value, 0.0015);
        Assert.Equal(0.070, ProbeResolution.Central(whole).Value, 0.001);
        Assert.Equal(0.086, shape.Core.Value, 0.0015);
        Assert.Equal(0.035, ProbeResolution.Central(ProbeResolution.Difference(whole, shape.Core)).Value, 0.0025);
        Assert.Equal(
            0.035, ProbeResolution.Central(AsymmetryFit.Detector(ToyDijets.Asymmetries(jets), shape.Shape)).Value,
            0.0025);
    }

    [Fact]
    public void AsymmetriesNarrowerThanTheirTruth_GiveNoResolution()
    {
        var rng = new Rng(6, "narrow");
        float[] values = [.. Enumerable.Range(0, 5_000).Select(_ => (float)(0.03 * rng.NextGaussian()))];

        Assert.Equal(0, AsymmetryFit.Detector(values, Radiation).Value);
    }

    [Fact]
    public void Weights_CountLikeRepeatedEvents()
    {
        var rng = new Rng(8, "weights");
        float[] values = [.. Enumerable.Range(0, 4_000).Select(_ => (float)ToyDijets.Draw(Radiation, ref rng))];
        float[] twice = [.. values.Concat(values.Where((_, i) => i % 2 == 0))];
        float[] weights = [.. values.Select((_, i) => i % 2 == 0 ? 2f : 1f)];

        Assert.Equal(AsymmetryFit.Gaussian(twice).Value, AsymmetryFit.Gaussian(values, weights).Value, 2e-3);
    }

    [Fact]
    public void Nothing_GivesNoWidth() => Assert.True(double.IsNaN(AsymmetryFit.Gaussian([]).Value));
}
