using Moliere.Calibration.InSitu;
using Moliere.Calibration.Neural.Jets;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Learning.Models;
using Moliere.Learning.Training;
using Moliere.Tests.Calibration.Neural.Jets;

namespace Moliere.Tests.Calibration.InSitu;

public sealed class CalibrationNetworkTests
{
    [Theory]
    [InlineData(JetNetworkKind.Globals)]
    [InlineData(JetNetworkKind.ParticleFlow)]
    public void MeanOutput_IsTheLogarithmOfTheNetworksResponse(JetNetworkKind kind)
    {
        Table jets = ToyJets.Jets(400, seed: 3);
        JetNetworkCalibration calibration = TrainedFor(kind, jets);
        var network = new CalibrationNetwork(calibration);
        TrainingRows rows = network.RowsOf(jets);
        Assert.Equal((400, kind != JetNetworkKind.Globals), (rows.RowCount, rows.ListCount > 0));
        float[] means = network.Network.Predict(rows, network.Plan.Loss, threads: 1).Mean;
        Predictions predictions = calibration.Apply(jets);
        Assert.All(Enumerable.Range(0, 400), row =>
            Assert.Equal(predictions.Response[row], Math.Clamp(Math.Pow(10, means[row]), 0.1, 10), 1e-4));
        Assert.Same(calibration.Network, network.Network);
    }

    [Fact]
    public void NetworkOfTheResponseItself_IsRefused()
    {
        JetNetworkCalibration calibration = TrainedFor(JetNetworkKind.Globals, ToyJets.Jets(400, seed: 3));
        JetNetworkCalibration linear =
            calibration with { Options = calibration.Options with { Scale = ResponseScale.Linear } };
        Assert.Contains(
            "only a network of the logarithm of the response",
            Assert.Throws<ArgumentException>(() => new CalibrationNetwork(linear)).Message);
        JetNetworkCalibration truth = calibration with { Target = JetTarget.TrueMomentum };
        Assert.Contains(
            "predicts the true momentum",
            Assert.Throws<ArgumentException>(() => new CalibrationNetwork(truth)).Message);
    }

    private static JetNetworkCalibration TrainedFor(JetNetworkKind kind, Table jets)
    {
        var derivation = new JetNetworkDerivation(
            jets,
            [.. Enumerable.Range(0, 300)],
            [.. Enumerable.Range(300, 100)],
            new() { Kind = kind, Closure = null });
        var plan = new NetworkPlan
        {
            Loss = new Moliere.Learning.Losses.GaussianNll(),
            Shape = new() { Hidden = [8] },
            Sets = kind == JetNetworkKind.Globals ? null : new() { Point = [8], Object = [8] },
        };
        return derivation.Derive("toy", new() { Plan = plan }, new() { Epochs = 2, BatchSize = 100 }).Calibration;
    }
}
