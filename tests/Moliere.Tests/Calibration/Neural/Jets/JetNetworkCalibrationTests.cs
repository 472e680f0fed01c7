using Moliere.Calibration;
using Moliere.Calibration.Neural.Jets;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Learning.Models;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Calibration.Neural.Jets;

public sealed class JetNetworkCalibrationTests : CalibrationContract
{
    protected override ICalibration Calibration => TrainedJets.Gaussian;

    protected override string Name => "mlp";

    protected override Table Clusters { get; } = ToyJets.Jets(60, seed: 4);

    protected override IReadOnlyList<string> Needed { get; } =
        [.. JetColumns.Globals, JetColumns.Energy, JetColumns.Eta, JetColumns.Density, JetColumns.Area];

    [Fact]
    public void Threads_DoNotChangeABit()
    {
        Predictions one = TrainedJets.Gaussian.Apply(TrainedJets.Jets);
        Predictions two = (TrainedJets.Gaussian with { Threads = 2 }).Apply(TrainedJets.Jets);
        Assert.Equal(one.Response, two.Response);
        Assert.Equal(one.SigmaSyst, two.SigmaSyst);
    }

    [Fact]
    public void ResponseOfAllSteps_IsTheirProduct()
    {
        JetNetworkCalibration whole =
            TrainedJets.Gaussian with { Input = new HalfScale(), Closure = null, Spread = null };
        StartingScale start = new(Clusters, whole.Input);
        Assert.Equal(2 * Clusters.Floats(JetColumns.Pt)[7], start.Pt[7]);
        NetworkPrediction network = whole.Network.Predict(
            whole.Inputs.Apply(start).Features, Clusters.RowCount, whole.Options.Plan.Loss, threads: 1);
        Predictions both = whole.Apply(Clusters);
        for (int row = 0; row < Clusters.RowCount; row++)
        {
            Assert.Equal(0.5 * Math.Pow(10, network.Mean[row]), both.Response[row], 1e-5);
            Assert.Equal(Math.Log(10) * network.SigmaSyst![row] * both.Response[row], both.SigmaSyst![row], 1e-5);
        }
    }

    [Fact]
    public void Distribution_HasItsCentreAtTheResponseAndItsWidthAtSigma()
    {
        Predictions predictions = TrainedJets.Gaussian.Apply(Clusters);
        for (int row = 0; row < Clusters.RowCount; row++)
        {
            ReadOnlySpan<float> normal = predictions.Distribution!.Of(row);
            Assert.Equal(Math.Log10(predictions.Response[row]), normal[1], 1e-5);
            Assert.Equal(
                predictions.SigmaSyst![row], Math.Log(10) * predictions.Response[row] * normal[2], 1e-5);
        }
    }

    [Fact]
    public void ResponseOutsideTheAllowedRange_IsClippedAndCounted()
    {
        float[] kept = [.. TrainedJets.Gaussian.Network.Parameters];
        try
        {
            TrainedJets.Gaussian.Network.SetOutputBias([5, -4]);
            Predictions predictions = (TrainedJets.Gaussian with { Closure = null }).Apply(Clusters);
            Assert.Equal(Clusters.RowCount, predictions.ClippedCount);
            Assert.All(predictions.Response, response => Assert.Equal(10f, response));
        }
        finally
        {
            kept.CopyTo(TrainedJets.Gaussian.Network.Parameters, 0);
        }
    }

    [Theory]
    [InlineData(0f)]
    [InlineData(-3f)]
    [InlineData(float.NaN)]
    public void JetWithoutMomentum_KeepsItsScale(float pt)
    {
        Predictions predictions = TrainedJets.Gaussian.Apply(Clusters.WithValue(JetColumns.Pt, 2, pt));
        Assert.Equal(CalibrationStatus.NotCalibrated, predictions.Status[2]);
        Assert.Equal(1f, predictions.Response[2]);
    }

    private sealed class HalfScale : ICalibration
    {
        public string Name => "half";

        public Predictions Apply(Table objects) => new()
        {
            Response = [.. Enumerable.Repeat(0.5f, objects.RowCount)],
            Status = new CalibrationStatus[objects.RowCount],
        };
    }
}
