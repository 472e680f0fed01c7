using Moliere.Data.Objects;
using Moliere.Validation.Metrics;
using Moliere.Validation.Metrics.Taus;

namespace Moliere.Tests.Validation.Metrics.Taus;

public sealed class SigmaRanksTests
{
    private static readonly MethodSample s_method = new(
        "net",
        new Predictions
        {
            Response = [1, 2, 1, 1, 1, 1],
            SigmaSyst = [0.3f, 0.2f, 0.2f, 0.4f, 0.1f, 0.2f],
            Status =
            [
                CalibrationStatus.Calibrated, CalibrationStatus.Calibrated, CalibrationStatus.Calibrated,
                CalibrationStatus.Calibrated, CalibrationStatus.NotCalibrated, CalibrationStatus.Calibrated,
            ],
        });

    private static readonly ValidationSample s_sample = new()
    {
        Target = [1, 1, 1, float.NaN, 1, 1],
        Variables = new Dictionary<string, float[]> { [TauAxes.TruePt] = [15, 30, 30, 30, 30, 30] },
        Methods = [s_method],
    };

    [Fact]
    public void RelativeSigma_IsRankedWithoutUnknownTaus() =>
        Assert.Equal(
            [0.875f, 0.125f, 0.375f, float.NaN, float.NaN, 0.625f], SigmaRanks.Of(s_sample, s_method));

    [Fact]
    public void WithinBins_EveryBinHasItsOwnRanks()
    {
        float[] ranks = SigmaRanks.Within(s_sample, s_method, BinAxis.Ranges(TauAxes.TruePt, (10, 20), (20, 60)));
        Assert.Equal([0.5f, 1 / 6f, 0.5f, float.NaN, float.NaN, 5 / 6f], ranks);
    }

    [Fact]
    public void OutsideAllBins_HasNoRank() =>
        Assert.All(
            SigmaRanks.Within(s_sample, s_method, BinAxis.Ranges(TauAxes.TruePt, (100, 200))),
            rank => Assert.True(float.IsNaN(rank)));
}
