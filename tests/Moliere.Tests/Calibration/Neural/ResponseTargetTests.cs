using Moliere.Calibration.Neural;
using Moliere.Data.Objects;
using Moliere.Data.Tables;

namespace Moliere.Tests.Calibration.Neural;

public sealed class ResponseTargetTests
{
    private static readonly Table s_clusters = new(
    [
        new FloatColumn(ClusterColumns.EnergyEm, "GeV", "", [5, 20, 1]),
        new FloatColumn(ClusterColumns.EnergyDeposited, "GeV", "", [50, 10, 1]),
    ]);

    [Fact]
    public void Target_IsTheLogarithmOfReconstructedOverTrue() =>
        Assert.Equal([0f, -1f, (float)Math.Log10(2)], ResponseTarget.Of(s_clusters, [2, 0, 1], ResponseScale.Log10));

    [Fact]
    public void LinearTarget_IsTheRatioAndItsSigmaStays()
    {
        Assert.Equal([0.1f, 2f], ResponseTarget.Of(s_clusters, [0, 1], ResponseScale.Linear));
        Assert.Equal(2, ResponseTarget.ResponseOf(2, ResponseScale.Linear));
        Assert.Equal(0.3, ResponseTarget.SigmaOf(2, 0.3, ResponseScale.Linear));
        Assert.Equal(0.3 * 2 * Math.Log(10), ResponseTarget.SigmaOf(2, 0.3, ResponseScale.Log10), 1e-12);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(-0.5, 0.31622776601683794)]
    [InlineData(-3, 0.1)]
    [InlineData(40, 10)]
    [InlineData(double.NegativeInfinity, 0.1)]
    public void Response_IsClippedToTheRangeOfPredictions(double log10, double expected) =>
        Assert.Equal(expected, ResponseTarget.ResponseOf(log10, ResponseScale.Log10), 1e-12);
}
