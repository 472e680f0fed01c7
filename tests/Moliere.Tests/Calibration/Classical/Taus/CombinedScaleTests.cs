// covers: ModeScale, TauMomenta
using Moliere.Calibration.Classical.Taus;
using Moliere.Calibration.Closure;
using Moliere.Data.Objects;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Calibration.Classical.Taus;

public sealed class CombinedScaleTests
{
    private static readonly ClosureSpline s_unity = new([0, 2.7], []);
    private static readonly CombinedScale s_scale = new(
        [.. TauColumns.Modes.Select(_ => new ModeScale(s_unity, s_unity, [new([3], [0.1], [0.05], [0])]))]);

    [Theory]
    [InlineData(10, 12, 0.015, 1.04)] // the calorimeter tells nothing there
    [InlineData(20, 30, 0.01, 0.98)]
    [InlineData(30, 60, 0.01, 0.98)]
    [InlineData(60, 200, 0.01, 0.98)]
    public void Median_ClosesAndTheResolutionIsBetterThanEitherPart(
        double lowest, double highest, double limit, double gain)
    {
        double[] ratios = ToyScales.Ratios(ToyScales.Scales.Of("combined"), lowest, highest);
        double resolution = ToyScales.Resolution(ToyScales.Scales.Of("combined"), lowest, highest);

        Assert.Equal(1, ToyScales.Median(ratios), limit);
        Assert.InRange(
            resolution, 0, gain * ToyScales.Resolution(ToyScales.Scales.Of("calorimeter"), lowest, highest));
        Assert.InRange(
            resolution, 0, gain * ToyScales.Resolution(ToyScales.Scales.Of("substructure"), lowest, highest));
    }

    [Fact]
    public void Resolution_IsThatOfTheBestMeanOfTheToy()
    {
        // What a mean with the true widths of the true decay mode reaches at 50 GeV.
        double best = 0;
        double c = ToyTauScales.CalorimeterWidth(50), rho = ToyTauScales.Correlation;
        double[] shares = [0.19, 0.4, 0.16, 0.17, 0.08];
        foreach ((TauDecayMode mode, double share) in Enum.GetValues<TauDecayMode>().Zip(shares))
        {
            double s = ToyTauScales.SubstructureWidth(50, mode), covariance = rho * c * s;
            double difference = (c * c) + (s * s) - (2 * covariance);
            best += share * Math.Sqrt(((c * c * s * s) - (covariance * covariance)) / difference);
        }

        double found = ToyScales.Resolution(ToyScales.Scales.Of("combined"), 45, 55);
        Assert.InRange(found, 0.85 * best, 1.1 * best);
    }

    [Theory]
    [InlineData(50, 52, 0.8)]
    [InlineData(50, 65, 0.8)]
    [InlineData(50, 75, 0)] // 25 GeV apart, 3.33 widths of 5.59 GeV are 18.6
    [InlineData(50, 31, 0)]
    public void Contradiction_LeavesTheCalorimeter(double calorimeter, double substructure, double share)
    {
        double expected = calorimeter + (share * (substructure - calorimeter));
        Assert.Equal(expected, At(calorimeter, calorimeter, substructure), 1e-6);
    }

    [Fact]
    public void MissingSubstructure_LeavesTheCalorimeter()
    {
        Assert.Equal(50, At(50, 50, double.NaN), 1e-9);
        Assert.Equal(50, At(50, 50, 0), 1e-9);
        Assert.True(double.IsNaN(At(50, double.NaN, 50)));
    }

    [Fact]
    public void HighMomentum_LeavesTheCalorimeterGradually()
    {
        Assert.Equal(0.5 * (250 + (0.2 * 250) + (0.8 * 240)), At(250, 250, 240), 1e-9);
        Assert.Equal(1000, At(1000, 1000, 999), 1e-9);
        Assert.Equal(104, At(100, 100, 105), 1e-3);
    }

    [Theory]
    [InlineData(0, 3.809)]
    [InlineData(100, 2.851)]
    [InlineData(1000, 0)]
    public void Tolerance_FallsToZero(double pt, double expected) =>
        Assert.Equal(expected, CombinedScale.ToleranceAt(pt), 1e-9);

    private static double At(double local, double calorimeter, double substructure) =>
        s_scale.At(new(local, calorimeter, substructure, 1), TauDecayMode.OneProng);
}
