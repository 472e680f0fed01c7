// covers: OnnxWriter, OnnxReader, OnnxModel, OnnxGraph, OnnxNode, OnnxAttribute, OnnxValue, OnnxTensor
using Moliere.Formats.Bytes;
using Moliere.Formats.Onnx;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Formats.Onnx;

public sealed class OnnxFileTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public void Fields_StandWhereTheStandardPutsThem()
    {
        OnnxModel model = new()
        {
            Graph = new()
            {
                Name = "g",
                Nodes = [new("Cast", "n", ["a"], ["b"], [OnnxAttribute.Of("to", 11)])],
                Initialisers = [OnnxTensor.Of("a", (ReadOnlySpan<float>)[1], 1)],
                Inputs = [],
                Outputs = [new("b", OnnxType.Double, ["N"], "")],
            },
        };
        // Written down by hand from onnx.proto: tag, length, content.
        string node = "0A0161" + "120162" + "1A016E" + "220443617374" + "2A09" + "0A02746F" + "180B" + "A00102";
        string tensor = "0801" + "1001" + "420161" + "4A040000803F";
        string value = "0A0162" + "120B" + "0A09" + "080B" + "1205" + "0A03" + "12014E";
        string graph = $"0A1A{node}" + "120167" + $"2A0D{tensor}" + $"6210{value}";
        string expected = "0807" + $"3A{graph.Length / 2:X2}{graph}" + "4202" + "100D";
        Assert.Equal(expected, Convert.ToHexString(OnnxWriter.ToBytes(model)));
    }

    [Fact]
    public void WrittenModel_ComesBackAndGivesEqualBytes()
    {
        byte[] bytes = OnnxWriter.ToBytes(Example());
        OnnxModel back = OnnxReader.Read(_folder.Write("a.onnx", bytes));
        Assert.Equal(bytes, OnnxWriter.ToBytes(back));
        Assert.Equal((7, 13, "p", "1.2"), (back.IrVersion, back.Opset, back.Producer, back.ProducerVersion));
        Assert.Equal("x float [N, 3]", back.Graph.Inputs.Single().ToString());
        Assert.Equal([KeyValuePair.Create("unit", "GeV²")], back.Metadata);
        Assert.Equal([1, -2.5, 3], back.Graph.Initialisers[0].ToDoubles());
        OnnxAttribute attribute = back.Graph.Nodes[1].Attributes.Single();
        Assert.Equal(("axis", -1L), (attribute.Name, attribute.Integers.Single()));
    }

    [Fact]
    public void CutFile_IsRefusedWithItsName()
    {
        byte[] bytes = OnnxWriter.ToBytes(Example() with { Metadata = [] });
        for (int length = 0; length < bytes.Length; length++)
        {
            string path = _folder.Write("cut.onnx", bytes[..length]);
            Assert.StartsWith(path, Assert.Throws<InvalidFileException>(() => OnnxReader.Read(path)).Message);
        }
    }

    [Fact]
    public void OtherFile_IsRefusedWithWhatWasExpected()
    {
        string path = _folder.Write("notes.onnx", "Dear reader, this is a letter.");
        var error = Assert.Throws<InvalidFileException>(() => OnnxReader.Read(path));
        Assert.Contains("expected an ONNX model", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Tensor_RefusesAShapeThatDoesNotFit()
    {
        var error = Assert.Throws<ArgumentException>(() => OnnxTensor.Of("w", (ReadOnlySpan<float>)[1, 2, 3], 2, 2));
        Assert.Equal("'w' got 3 numbers for the shape [2, 2].", error.Message);
    }

    public void Dispose() => _folder.Dispose();

    private static OnnxModel Example()
    {
        var graph = new OnnxBuilder();
        OnnxSymbol x = graph.Input(new("x", OnnxType.Float, ["N", "3"], "numbers"));
        OnnxSymbol sum = (x * graph.Constant(OnnxTensor.Of("w", (ReadOnlySpan<float>)[1, -2.5f, 3], 3)));
        OnnxSymbol shares = graph.Node("Softmax", OnnxType.Float, [sum], OnnxAttribute.Of("axis", -1));
        graph.Output(shares.Reduce("ReduceMax", 1), new("y", OnnxType.Float, ["N"], ""));
        return new()
        {
            Graph = graph.Build("g", "an example"),
            Producer = "p",
            ProducerVersion = "1.2",
            Description = "d",
            Metadata = [new("unit", "GeV²")],
        };
    }
}
