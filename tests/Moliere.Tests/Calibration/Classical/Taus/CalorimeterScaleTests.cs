// covers: ProngScale
using Moliere.Calibration.Classical.Taus;
using Moliere.Calibration.Closure;
using Moliere.Data.Objects;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Calibration.Classical.Taus;

public sealed class CalorimeterScaleTests
{
    private static readonly CalorimeterScale s_scale = ToyScales.Scales.Calorimeter!;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Slopes_AreThoseOfTheToy(bool isOneProng)
    {
        double[] slopes = (isOneProng ? s_scale.OneProng : s_scale.MultiProng).Slopes;
        double[] centres = [0.15, 0.55, 1.05, 1.45, 2];
        for (int bin = 0; bin < slopes.Length; bin++)
        {
            Assert.Equal(ToyTauScales.Slope(centres[bin], isOneProng), slopes[bin], 0.05); // 0.02 of statistics
        }

        Assert.Equal(ToyTauScales.MeanVertices, s_scale.MeanVertices, 0.3);
    }

    [Theory]
    [InlineData(12, 18, 0.015)]
    [InlineData(20, 30, 0.01)]
    [InlineData(30, 60, 0.01)]
    [InlineData(60, 200, 0.01)]
    public void Median_ClosesForEachProngAndAmountOfPileup(double lowest, double highest, double limit)
    {
        float[] tracks = ToyScales.Test.Floats(TauColumns.TrackCount);
        float[] vertices = ToyScales.Test.Floats(TauColumns.VertexCount);
        double MedianOf(Func<int, bool> isTaken) =>
            ToyScales.Median(ToyScales.Ratios(ToyScales.Scales.Of("calorimeter"), lowest, highest, isTaken));

        Assert.Equal(1, MedianOf(row => tracks[row] == 1), limit);
        Assert.Equal(1, MedianOf(row => tracks[row] == 3), 2 * limit);
        Assert.Equal(1, MedianOf(row => vertices[row] > 30), 3 * limit);
        Assert.Equal(1, MedianOf(row => vertices[row] < 20), 3 * limit);
    }

    [Fact]
    public void OfPureTau_TheResponseIsThatOfTheToy()
    {
        foreach (double pt in (double[])[20, 50, 150])
        {
            double measured = pt * ToyTauScales.Response(pt, isOneProng: true);
            Assert.Equal(pt, s_scale.At(measured, 1, 1, s_scale.MeanVertices), 0.015 * pt);
        }
    }

    [Fact]
    public void TauOfNothingButPileup_KeepsATenth()
    {
        ClosureSpline unity = new([0, 2.7], []);
        var scale = new CalorimeterScale(20, new([0.5], unity), new([0.5], unity));
        Assert.Equal(1, scale.At(10, 0, 1, 60));
        Assert.Equal(5, scale.At(10, 0, 1, 30));
        Assert.True(double.IsNaN(scale.At(10, 0, 1, double.NaN)));
        Assert.True(double.IsNaN(scale.At(10, double.NaN, 1, 20)));
    }
}
