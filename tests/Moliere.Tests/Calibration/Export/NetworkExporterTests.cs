using System.Text.Json.Nodes;
using Moliere.Calibration.Export;
using Moliere.Calibration.Neural;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Formats.Onnx;
using Moliere.Learning.Export;
using Moliere.Learning.Losses;
using Moliere.Learning.Models;
using Moliere.Numerics.Kernels;
using Moliere.Tests.Calibration.Neural;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Calibration.Export;

public sealed class NetworkExporterTests
{
    private static readonly Table s_clusters = ToyFeatures.Clusters(40, seed: 9)
        .WithValue(ClusterColumns.Lateral, 3, float.NaN).WithValue(ClusterColumns.EnergyEm, 7, float.PositiveInfinity);

    [Theory]
    [InlineData(CentralValue.Mode, ResponseScale.Log10)]
    [InlineData(CentralValue.Median, ResponseScale.Log10)]
    [InlineData(CentralValue.Mean, ResponseScale.Log10)]
    [InlineData(CentralValue.Mode, ResponseScale.Linear)]
    public void Graph_PredictsWhatTheCalibrationPredicts(CentralValue central, ResponseScale scale)
    {
        NetworkCalibration trained = TrainedToys.Mixture;
        var calibration = new NetworkCalibration
        {
            Name = "mdn",
            Options = trained.Options with { Central = central, Scale = scale },
            Features = trained.Features,
            Network = trained.Network,
        };
        AssertSame(
            calibration, NetworkExporter.Export(calibration, "1", []), "response", "sigma_syst", "mus", "sigmas",
            "alphas");
    }

    [Fact]
    public void PointNetwork_HasTheResponseAlone() => AssertSame(
        TrainedToys.Regression, NetworkExporter.Export(TrainedToys.Regression, "1", []), "response");

    [Theory]
    [InlineData(NetworkFamily.Bayesian, 5, 0)]
    [InlineData(NetworkFamily.Bayesian, 1, 0)]
    [InlineData(NetworkFamily.DeepEnsemble, 0, 3)]
    [InlineData(NetworkFamily.RepulsiveEnsemble, 0, 2)]
    public void FamilyOfNetworks_PredictsAsTheCalibration(NetworkFamily family, int draws, int members)
    {
        foreach (Loss loss in new Loss[] { new MixtureNll(2), new MeanSquaredError() })
        {
            NetworkCalibration calibration = Toy(family, loss, draws, members);
            string[] names = loss.HasSpread
                ? ["response", "sigma_stat", "sigma_syst", "mus", "sigmas", "alphas"]
                : ["response", "sigma_stat"];
            AssertSame(calibration, NetworkExporter.Export(calibration, "1", []), names);
        }
    }

    [Theory]
    [InlineData(Activation.Relu)]
    [InlineData(Activation.Tanh)]
    public void OnePass_PredictsAsTheNetworkInOnePass(Activation activation)
    {
        NetworkCalibration calibration = Toy(NetworkFamily.Bayesian, new MixtureNll(2), 2, 0, activation);
        AssertSame(
            OnePassNetwork.Of(calibration), NetworkExporter.Export(calibration, "1", [], BayesianForm.OnePass),
            "response", "sigma_stat", "sigma_syst", "mus", "sigmas", "alphas");
    }

    [Fact]
    public void Family_IsInTheMetadata()
    {
        NetworkCalibration bayesian = Toy(NetworkFamily.Bayesian, new MixtureNll(2), 5, 0);
        Dictionary<string, string> notes = new(NetworkExporter.Export(bayesian, "1", []).Metadata);
        Assert.Equal(("Bayesian", "5", "1"), (notes["network"], notes["draws"], notes["draw_seed"]));
        notes = new(NetworkExporter.Export(bayesian, "1", [], BayesianForm.OnePass).Metadata);
        Assert.StartsWith("one pass", notes["form"], StringComparison.Ordinal);
        NetworkCalibration ensemble = Toy(NetworkFamily.DeepEnsemble, new MixtureNll(2), 0, 3);
        notes = new(NetworkExporter.Export(ensemble, "1", []).Metadata);
        Assert.Equal("3", notes["members"]);
    }

    [Fact]
    public void EqualCalibrations_GiveEqualBytes() => Assert.Equal(
        OnnxWriter.ToBytes(NetworkExporter.Export(TrainedToys.Mixture, "1", [])),
        OnnxWriter.ToBytes(NetworkExporter.Export(TrainedToys.Mixture, "1", [])));

    [Fact]
    public void Metadata_SayHowToUseTheFile()
    {
        OnnxModel model = NetworkExporter.Export(TrainedToys.Mixture, "1.2", [new("training_seed", "4")]);
        Assert.Equal(("moliere", "1.2"), (model.Producer, model.ProducerVersion));
        Assert.Equal((13, 7), (model.Opset, model.IrVersion));
        Dictionary<string, string> notes = new(model.Metadata);
        Assert.Equal("R = E_EM / E_dep", notes["target"]);
        Assert.StartsWith("reconstructed over true", notes["target_direction"]);
        Assert.Equal("4", notes["training_seed"]);
        Assert.Equal(ClusterFeatures.All.Select(feature => feature.Name), notes["feature_order"].Split(','));
        JsonNode energy = JsonNode.Parse(notes["features"])![0]!;
        Assert.Equal(("GeV", "Log10"), ((string)energy["unit"]!, (string)energy["transform"]!));
        Assert.Equal(1e-3, (double)energy["floor"]!);
        Assert.Equal(TrainedToys.Mixture.Features.Features[0].Mean, (double)energy["mean"]!);
        Assert.Contains("rho [GeV/mm³]", model.Graph.Inputs[0].Description, StringComparison.Ordinal);
    }

    [Fact]
    public void Structure_IsAsAgreed() => Golden.AssertMatches(
        "onnx/mixture.txt", Structure(NetworkExporter.Export(TrainedToys.Mixture, "1", [])));

    /// <summary>The graph against the calibration, on clusters of which two are not finite.</summary>
    internal static void AssertSame(NetworkCalibration calibration, OnnxModel model, params string[] names)
    {
        Dictionary<string, OnnxTensorValue> found = OnnxEvaluator.Run(
            model, s_clusters.Raw([.. ClusterFeatures.All.Select(feature => feature.Name)]), ClusterFeatures.All.Count);
        Assert.Equal(names, found.Keys);
        Dictionary<string, float[]> expected = GraphOutputs.Of(calibration.Apply(s_clusters));
        Assert.Equal(names.Order(), expected.Keys.Order());
        foreach (string name in names)
        {
            Assert.Equal(expected[name].Length, found[name].Data.Length);
            Assert.All(expected[name].Zip(found[name].Data), pair => Assert.True(
                IsSame(pair.First, pair.Second), $"{name}: {pair.Second}, expected {pair.First}"));
        }

        Assert.Equal((1, 1), (found["response"].Data[3], found["response"].Data[7]));
    }

    // Not trained: starting weights differ among members, and draws surround them.
    private static NetworkCalibration Toy(
        NetworkFamily family, Loss loss, int draws, int members, Activation activation = Activation.Relu)
    {
        var plan = new NetworkPlan
        {
            Family = family,
            Shape = new() { Hidden = [6, 5], Activation = activation },
            Loss = loss,
            Bayesian = new() { Draws = Math.Max(draws, 1), InitialLogVariance = -5 },
            Ensemble = new() { Members = Math.Max(members, 2) },
        };
        Network network = plan.Create(ClusterFeatures.All.Count, seed: 7);
        var start = new float[loss.OutputCount];
        loss.StartingOutputs(-0.2, 0.01, start);
        if (loss is MixtureNll)
        {
            // Two equal components at ± one sigma have a flat peak, whose place hangs on the last bit.
            start[loss.Components] -= 2;
        }

        network.SetOutputBias(start);
        return new()
        {
            Name = "toy",
            Options = new() { Plan = plan },
            Features = TrainedToys.Mixture.Features,
            Network = network,
        };
    }

    private static bool IsSame(double expected, double found) => double.IsNaN(expected)
        ? double.IsNaN(found)
        : Math.Abs(expected - found) < 1e-5 * Math.Max(Math.Abs(expected), 0.01);

    private static string Structure(OnnxModel model)
    {
        IEnumerable<string> lines =
        [
            .. model.Graph.Inputs.Select(value => $"input {value}: {value.Description}"),
            .. model.Graph.Outputs.Select(value => $"output {value}: {value.Description}"),
            .. model.Graph.Initialisers.Select(tensor =>
                $"constant {tensor.Name} {tensor.Type} [{string.Join(", ", tensor.Shape)}]"),
            .. model.Graph.Nodes.Select(node => $"{string.Join(", ", node.Outputs)} = {node.Operator}("
                + string.Join(", ", node.Inputs) + ")" + string.Concat(node.Attributes.Select(
                    attribute => $" {attribute.Name}={string.Join(",", attribute.Integers)}"))),
        ];
        return string.Join("\n", lines) + "\n";
    }
}
