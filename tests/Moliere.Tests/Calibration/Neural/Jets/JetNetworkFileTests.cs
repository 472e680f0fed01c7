using System.Text.Json.Nodes;
using Moliere.Calibration;
using Moliere.Calibration.Classical;
using Moliere.Calibration.Closure;
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

    public static TheoryData<string, string> Defects => new()
    {
        { "closure/EtaEdges/2=0.1", "a closure without one curve per bin" },
        { "closure/Curves/0/1=null", "a closure without one curve per bin" },
        { "closure/Curves/1=[]", "a closure without one curve per bin" },
        { "spread/Factors=[1]", "a scale of the uncertainty without one positive factor per knot" },
        { "spread/Factors/0=-1", "a scale of the uncertainty without one positive factor per knot" },
        { "inputs/Flagged=[99]", "flags of the inputs [99]" },
        { "inputs/Flagged=[2]", "inputs of a jet and 0 of a constituent for a network" },
        { "inputs/Jet/Features/1/Sigma=0", "inputs without a mean and a spread each" },
        { "inputs/Jet/Features/1/Feature/Expression=\"pt +\"", "metadata are not those of a jet calibration" },
        { "inputs/Kind=\"ParticleFlow\"", "inputs of constituents that are not those of the kind ParticleFlow" },
        { "inputs/Constituents=[{\"Name\":\"share\",\"Mean\":0,\"Sigma\":1}]", "not those of the kind Globals" },
        { "inputs/Constituents=null", "not those of the kind Globals" },
    };

    [Theory]
    [MemberData(nameof(Defects))]
    public void InconsistentParts_AreRefusedWithASentence(string change, string expected)
    {
        var spread = new SpreadScale([2, 3], [1, 1.1]);
        JetNetworkFile.Write(TrainedJets.Gaussian with { Spread = spread }, Model);
        (NetworkPlan plan, Network network, JsonObject metadata) = ModelFile.Read(Model);
        Change(metadata, change);
        ModelFile.Write(Model, plan, network, metadata);
        var error = Assert.Throws<InvalidFileException>(() => JetNetworkFile.Read(Model, 1));
        Assert.StartsWith(Model, error.Message);
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    private static void Change(JsonObject metadata, string change)
    {
        string[] sides = change.Split('=', 2), path = sides[0].Split('/');
        JsonNode node = path[..^1].Aggregate((JsonNode)metadata, (at, name) =>
            int.TryParse(name, out int index) ? at[index]! : at[name]!);
        JsonNode? value = JsonNode.Parse(sides[1]);
        if (int.TryParse(path[^1], out int last))
        {
            node[last] = value;
        }
        else
        {
            node[path[^1]] = value;
        }
    }

    public void Dispose() => _folder.Dispose();
}
