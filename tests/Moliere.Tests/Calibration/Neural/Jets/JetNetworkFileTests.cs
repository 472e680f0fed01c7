using System.Text.Json.Nodes;
using Moliere.Calibration;
using Moliere.Calibration.Classical;
using Moliere.Calibration.Neural.Jets;
using Moliere.Data.Objects;
using Moliere.Formats.Bytes;
using Moliere.Learning.Models;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Calibration.Neural.Jets;

public sealed class JetNetworkFileTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private string Model => _folder.At("x.model");

    [Fact]
    public void WrittenCalibration_ComesBackAndPredictsTheSameBits()
    {
        JetNetworkFile.Write(TrainedJets.Gaussian, Model);
        JetNetworkCalibration back = JetNetworkFile.Read(Model, threads: 1);
        Assert.Null(JetNetworkFile.InputOf(Model));
        Predictions before = TrainedJets.Gaussian.Apply(TrainedJets.Jets), after = back.Apply(TrainedJets.Jets);
        Assert.Equal(before.Response, after.Response);
        Assert.Equal(before.SigmaSyst, after.SigmaSyst);
        Assert.Equal(before.Distribution!.Parameters, after.Distribution!.Parameters);
    }

    [Fact]
    public void EqualCalibrations_GiveEqualBytes()
    {
        JetNetworkFile.Write(TrainedJets.Gaussian, Model);
        JetNetworkFile.Write(JetNetworkFile.Read(Model, 1), _folder.At("y.model"));
        Assert.Equal(File.ReadAllBytes(Model), File.ReadAllBytes(_folder.At("y.model")));
    }

    [Fact]
    public void NetworkOnTopOfAnother_NeedsItByName()
    {
        ICalibration input = new EnergyScale();
        JetNetworkFile.Write(TrainedJets.Gaussian with { Input = input }, Model);
        Assert.Equal("em", JetNetworkFile.InputOf(Model));
        Assert.Same(input, JetNetworkFile.Read(Model, 1, input).Input);
        var error = Assert.Throws<InvalidFileException>(() => JetNetworkFile.Read(Model, 1));
        Assert.Contains("on top of the calibration 'em'", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"name": "x", "target": "E_EM/E_dep", "scale": "Log10", "central": "Mode", "features": {}}""")]
    [InlineData("""{"name": "x", "target": "pt/truth_pt", "central": "Mode", "inputs": 7}""")]
    public void NetworkOfAnotherPurpose_IsRefusedWithTheFilesName(string metadata)
    {
        ModelFile.Write(
            Model, TrainedJets.Gaussian.Options.Plan, TrainedJets.Gaussian.Network,
            (JsonObject)JsonNode.Parse(metadata)!);
        var error = Assert.Throws<InvalidFileException>(() => JetNetworkFile.Read(Model, 1));
        Assert.StartsWith(Model, error.Message);
        Assert.Contains("expected a jet calibration", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ClosureThatDoesNotRise_IsRefused()
    {
        JetNetworkFile.Write(TrainedJets.Gaussian, Model);
        (NetworkPlan plan, Network network, JsonObject metadata) = ModelFile.Read(Model);
        metadata["closure"]!["Curves"]![0]![0]!["LogStart"]![1] = -100;
        ModelFile.Write(Model, plan, network, metadata);
        Assert.Throws<InvalidFileException>(() => JetNetworkFile.Read(Model, 1));
    }

    public void Dispose() => _folder.Dispose();
}
