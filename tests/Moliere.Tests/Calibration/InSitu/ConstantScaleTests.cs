using Moliere.Calibration.InSitu;
using Moliere.Data.Objects;
using Moliere.Data.Tables;

namespace Moliere.Tests.Calibration.InSitu;

public sealed class ConstantScaleTests
{
    [Fact]
    public void MedianResponse_IsTheScaleOfAllJets()
    {
        Table jets = ToyDijets.Make(4000, 1);
        ConstantScale scale = ConstantScale.Derive("input", jets, [.. Enumerable.Range(0, jets.RowCount)]);

        Predictions predictions = scale.Apply(jets);

        Assert.Equal(ToyDijets.MeanResponse, scale.Response, 0.005);
        Assert.All(predictions.Response, response => Assert.Equal((float)scale.Response, response));
        Assert.Equal(0, predictions.NotCalibratedCount);
    }

    [Fact]
    public void JetWithoutMomentum_IsNotCalibrated()
    {
        Table jets = new([new FloatColumn("pt", "GeV", "pt", [100, 0, -5, float.NaN])]);

        Predictions predictions = new ConstantScale("input", 0.8).Apply(jets);

        Assert.Equal(3, predictions.NotCalibratedCount);
        Assert.Equal([0.8f, 1f, 1f, 1f], predictions.Response);
    }

    [Fact]
    public void NoTruth_IsRefused()
    {
        Table jets = ToyDijets.Make(10, 1, hasTruth: false);

        ArgumentException error = Assert.Throws<ArgumentException>(() => ConstantScale.Derive("input", jets, [0, 1]));
        Assert.StartsWith("None of 2 jets has a true momentum", error.Message, StringComparison.Ordinal);
    }
}
