using System.Text.Json.Nodes;
using Moliere.Formats.Bytes;
using Moliere.Learning.Models;
using Moliere.Numerics.Kernels;

namespace Moliere.Tests.Learning.Models;

public sealed class ModelFileTests : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void Network_SurvivesTheFile()
    {
        Mlp model = Write();
        (Mlp read, JsonObject metadata) = ModelFile.Read(_path);
        Assert.Equal(model.Parameters, read.Parameters);
        Assert.Equal(model.Options.Hidden, read.Options.Hidden);
        Assert.Equal(Activation.Silu, read.Options.Activation);
        Assert.Equal("log10 R", metadata["target"]!.GetValue<string>());
        Assert.False(File.Exists(_path + ".tmp"));
    }

    [Fact]
    public void SameNetwork_GivesSameBytes()
    {
        Write();
        byte[] first = File.ReadAllBytes(_path);
        Write();
        Assert.Equal(first, File.ReadAllBytes(_path));
    }

    [Fact]
    public void FileTruncatedAnywhere_IsRefusedWithItsName()
    {
        Write();
        byte[] whole = File.ReadAllBytes(_path);
        for (int length = 0; length < whole.Length; length += 7)
        {
            File.WriteAllBytes(_path, whole[..length]);
            var exception = Assert.Throws<InvalidFileException>(() => ModelFile.Read(_path));
            Assert.StartsWith($"{_path}: found ", exception.Message);
            Assert.Contains(", expected a usable model file; ", exception.Message);
        }
    }

    [Fact]
    public void FlippedBitAnywhere_IsRefused()
    {
        Write();
        byte[] whole = File.ReadAllBytes(_path);
        for (int position = 0; position < whole.Length; position += 5)
        {
            byte[] altered = [.. whole];
            altered[position] ^= 4;
            File.WriteAllBytes(_path, altered);
            Assert.Throws<InvalidFileException>(() => ModelFile.Read(_path));
        }
    }

    private Mlp Write()
    {
        var model = new Mlp(3, new MlpOptions { Hidden = [5, 4], Activation = Activation.Silu }, 2, seed: 9);
        ModelFile.Write(_path, model, new JsonObject { ["target"] = "log10 R" });
        return model;
    }
}
