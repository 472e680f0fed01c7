using System.Text.Json.Nodes;
using Moliere.Calibration.Neural;
using Moliere.Formats.Bytes;
using Moliere.Learning.Models;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Calibration.Neural;

public sealed class NetworkFileTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private string Model => _folder.At("x.model");

    [Fact]
    public void WrittenCalibration_ComesBackAndPredictsTheSameBits()
    {
        NetworkFile.Write(TrainedToys.Mixture, Model);
        NetworkCalibration back = NetworkFile.Read(Model, threads: 1);
        Assert.Equal(("Mixture", TrainedToys.Mixture.Options.Plan.Loss), (back.Name, back.Options.Plan.Loss));
        Assert.Equal(TrainedToys.Mixture.Features.Features, back.Features.Features);
        Assert.Equal(
            TrainedToys.Mixture.Apply(TrainedToys.Clusters).Response, back.Apply(TrainedToys.Clusters).Response);
    }

    [Fact]
    public void EqualCalibrations_GiveEqualBytes()
    {
        NetworkFile.Write(TrainedToys.Mixture, Model);
        NetworkFile.Write(NetworkFile.Read(Model, 1), _folder.At("y.model"));
        Assert.Equal(File.ReadAllBytes(Model), File.ReadAllBytes(_folder.At("y.model")));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(20)]
    [InlineData(-1)]
    public void AlteredByte_IsRefusedWithTheFilesName(int position)
    {
        NetworkFile.Write(TrainedToys.Regression, Model);
        byte[] bytes = File.ReadAllBytes(Model);
        bytes[position < 0 ? ^1 : position] ^= 1;
        File.WriteAllBytes(Model, bytes);
        Assert.StartsWith(Model, Assert.Throws<InvalidFileException>(() => NetworkFile.Read(Model, 1)).Message);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"name": "x", "target": "Fortune"}""")]
    [InlineData("""{"name": 3, "target": "E_EM/E_dep", "scale": "Log10", "central": "Mode", "features": {}}""")]
    [InlineData("""{"name": "x", "target": "E_EM/E_dep", "scale": "Log10", "central": "Mode", "features": 7}""")]
    [InlineData("""{"name": "x", "target": "E_EM/E_dep", "scale": "Log10", "central": "Mode"}""")]
    public void NetworkOfAnotherPurpose_IsRefusedWithTheFilesName(string metadata)
    {
        ModelFile.Write(
            Model, TrainedToys.Mixture.Options.Plan, TrainedToys.Mixture.Network,
            (JsonObject)JsonNode.Parse(metadata)!);
        var error = Assert.Throws<InvalidFileException>(() => NetworkFile.Read(Model, 1));
        Assert.StartsWith(Model, error.Message);
        Assert.Contains("expected a cluster calibration", error.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();
}
