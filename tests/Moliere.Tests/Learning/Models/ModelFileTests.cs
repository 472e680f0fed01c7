using System.Text.Json.Nodes;
using Moliere.Formats.Bytes;
using Moliere.Learning.Losses;
using Moliere.Learning.Models;
using Moliere.Numerics.Kernels;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Learning.Models;

public sealed class ModelFileTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private string ModelPath => _folder.At("file");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Network_SurvivesTheFile()
    {
        Network model = Write();
        (NetworkPlan plan, Network read, JsonObject metadata) = ModelFile.Read(ModelPath);
        Assert.Equal(model.Parameters, read.Parameters);
        Assert.Equal([5, 4], plan.Shape.Hidden);
        Assert.Equal(Activation.Silu, plan.Shape.Activation);
        Assert.Equal(new GaussianNll(), plan.Loss);
        Assert.Equal("log10 R", metadata["target"]!.GetValue<string>());
        Assert.False(File.Exists(ModelPath + ".tmp"));
    }

    [Fact]
    public void SameNetwork_GivesSameBytes()
    {
        Write();
        byte[] first = File.ReadAllBytes(ModelPath);
        Write();
        Assert.Equal(first, File.ReadAllBytes(ModelPath));
    }

    [Fact]
    public void FileTruncatedAnywhere_IsRefusedWithItsName()
    {
        Write();
        byte[] whole = File.ReadAllBytes(ModelPath);
        for (int length = 0; length < whole.Length; length += 7)
        {
            File.WriteAllBytes(ModelPath, whole[..length]);
            var exception = Assert.Throws<InvalidFileException>(() => ModelFile.Read(ModelPath));
            Assert.StartsWith($"{ModelPath}: found ", exception.Message);
            Assert.Contains(", expected a usable model file; ", exception.Message);
        }
    }

    [Fact]
    public void FlippedBitAnywhere_IsRefused()
    {
        Write();
        byte[] whole = File.ReadAllBytes(ModelPath);
        for (int position = 0; position < whole.Length; position += 5)
        {
            byte[] altered = [.. whole];
            altered[position] ^= 4;
            File.WriteAllBytes(ModelPath, altered);
            Assert.Throws<InvalidFileException>(() => ModelFile.Read(ModelPath));
        }
    }

    private Network Write()
    {
        var plan = new NetworkPlan
        {
            Shape = new() { Hidden = [5, 4], Activation = Activation.Silu },
            Loss = new GaussianNll(),
        };
        Network model = plan.Create(3, seed: 9);
        ModelFile.Write(ModelPath, plan, model, new JsonObject { ["target"] = "log10 R" });
        return model;
    }
}
