using Moliere.Data.Objects;
using Moliere.Validation.Metrics;

namespace Moliere.Tests.Validation.Metrics;

public sealed class ResponseLossTests
{
    [Fact]
    public void Resolution_IsRelativeAndIgnoresInvalidTargets()
    {
        ValidationSample sample = SyntheticSample.LogNormal(20000, scale: 0.8, sigma: 0.1);
        double known = Math.Sinh(0.1); // (e^0.1 - e^-0.1) / 2
        Assert.Equal(known, ResponseLoss.Resolution(sample.Target, sample.Methods[0].Predictions), 0.003);
        float[] broken = [.. sample.Target.Select((value, row) => row % 50 == 0 ? float.NaN : value)];
        Assert.Equal(known, ResponseLoss.Resolution(broken, sample.Methods[1].Predictions), 0.003);
    }

    [Fact]
    public void RowsThatAreNotCalibrated_DoNotCount()
    {
        ValidationSample sample = SyntheticSample.LogNormal(20000, scale: 0.8, sigma: 0.1);
        Predictions all = sample.Methods[0].Predictions;
        Predictions some = all with
        {
            Response = [.. all.Response.Select((value, row) => row % 2 == 0 ? value : 1000)],
            Status = [.. all.Status.Select((status, row) => row % 2 == 0 ? status : CalibrationStatus.NotCalibrated)],
        };
        Assert.Equal(Math.Sinh(0.1), ResponseLoss.Resolution(sample.Target, some), 0.005);
    }
}
