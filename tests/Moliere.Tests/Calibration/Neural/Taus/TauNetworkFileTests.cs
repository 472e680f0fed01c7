using System.Text.Json.Nodes;
using Moliere.Calibration.Neural.Taus;
using Moliere.Data.Objects;
using Moliere.Formats.Bytes;
using Moliere.Learning.Models;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Calibration.Neural.Taus;

public sealed class TauNetworkFileTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private string Model => _folder.At("x.model");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void WrittenCalibration_ComesBackAndPredictsTheSameBits(bool isEnsemble)
    {
        TauNetworkCalibration calibration = isEnsemble ? TrainedTaus.Ensemble : TrainedTaus.Mixture;
        TauNetworkFile.Write(calibration, Model);
        TauNetworkCalibration back = TauNetworkFile.Read(Model, threads: 1, ToyTaus.Scales);
        Predictions before = calibration.Apply(TrainedTaus.Taus), after = back.Apply(TrainedTaus.Taus);
        Assert.Equal(before.Response, after.Response);
        Assert.Equal(before.SigmaSyst, after.SigmaSyst);
        Assert.Equal(before.SigmaStat, after.SigmaStat);
        Assert.Equal(before.Distribution!.Parameters, after.Distribution!.Parameters);
        Assert.Equal(calibration.MomentsOf(TrainedTaus.Taus).Sigma, back.MomentsOf(TrainedTaus.Taus).Sigma);
    }

    [Fact]
    public void EqualCalibrations_GiveEqualBytes()
    {
        TauNetworkFile.Write(TrainedTaus.Mixture with { Target = TauTarget.Ratio }, Model);
        TauNetworkFile.Write(TauNetworkFile.Read(Model, 1, ToyTaus.Scales), _folder.At("y.model"));
        Assert.Equal(File.ReadAllBytes(Model), File.ReadAllBytes(_folder.At("y.model")));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"name": "x", "target": "pt/truth_pt", "central": "Mode", "inputs": {}}""")]
    [InlineData("""{"name": "x", "target": "pt_combined/truth_pt", "learns": "Logarithm", "central": "Mode"}""")]
    public void NetworkOfAnotherPurpose_IsRefusedWithTheFilesName(string metadata)
    {
        ModelFile.Write(
            Model, TrainedTaus.Mixture.Options.Plan, TrainedTaus.Mixture.Network,
            (JsonObject)JsonNode.Parse(metadata)!);
        var error = Assert.Throws<InvalidFileException>(() => TauNetworkFile.Read(Model, 1, ToyTaus.Scales));
        Assert.StartsWith(Model, error.Message);
        Assert.Contains("expected a tau calibration", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ratio", """{"Mean": 1, "Sigma": 0}""", "a ratio of mean 1 and spread 0")]
    [InlineData("inputs", """{"Features": []}""", "inputs without a mean and a spread each")]
    [InlineData("closure", """{"EtaEdges": [0, 1], "Curves": [[null]]}""", "closure")]
    [InlineData("spread", """{"LogPt": [1, 2], "Factors": [1]}""", "factor per knot")]
    public void InconsistentParts_AreRefusedWithASentence(string part, string json, string expected)
    {
        TauNetworkFile.Write(TrainedTaus.Mixture, Model);
        (NetworkPlan plan, Network network, JsonObject metadata) = ModelFile.Read(Model);
        metadata[part] = JsonNode.Parse(json);
        ModelFile.Write(Model, plan, network, metadata);
        var error = Assert.Throws<InvalidFileException>(() => TauNetworkFile.Read(Model, 1, ToyTaus.Scales));
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();
}
