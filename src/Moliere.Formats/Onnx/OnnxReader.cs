using System.Globalization;
using Google.Protobuf;
using Moliere.Formats.Bytes;

namespace Moliere.Formats.Onnx;

/// <summary>
/// Reads model files, also those of other programs as far as this picture goes: sub-graphs, functions, operators of
/// foreign domains and settings other than whole numbers are passed over.
/// </summary>
public static class OnnxReader
{
    /// <summary>Reads a whole file.</summary>
    /// <param name="path">Where.</param>
    /// <exception cref="InvalidFileException">The file is cut, altered beyond reading, or no ONNX model.</exception>
    public static OnnxModel Read(string path)
    {
        using Stream stream = Bytes.InputFile.Open(path);
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        try
        {
            return Model(new ProtobufFields(memory.ToArray()));
        }
        catch (Exception error) when (error is IOException or InvalidDataException or OverflowException)
        {
            string found = error is InvalidDataException ? error.Message : "bytes in another form";
            throw new InvalidFileException(
                new(path), found, "an ONNX model", "export it again or restore it from a copy");
        }
    }

    private static OnnxModel Model(ProtobufFields message)
    {
        if (!message.Has(1) || !message.Has(7) || !message.Has(8))
        {
            throw new InvalidDataException("a file without graph, format version or operator set");
        }

        return new()
        {
            IrVersion = message.Number(1),
            Producer = message.Text(2),
            ProducerVersion = message.Text(3),
            Description = message.Text(6),
            Graph = Graph(message.Message(7)),
            Opset = message.Messages(8).Where(set => set.Text(1).Length == 0).Select(set => set.Number(2))
                .FirstOrDefault(),
            Metadata = [.. message.Messages(14).Select(entry => KeyValuePair.Create(entry.Text(1), entry.Text(2)))],
        };
    }

    private static OnnxGraph Graph(ProtobufFields message) => new()
    {
        Nodes = [.. message.Messages(1).Select(Node)],
        Name = message.Text(2),
        Initialisers = [.. message.Messages(5).Select(Tensor)],
        Description = message.Text(10),
        Inputs = [.. message.Messages(11).Select(Value)],
        Outputs = [.. message.Messages(12).Select(Value)],
    };

    private static OnnxNode Node(ProtobufFields message) => new(
        message.Text(4), message.Text(3), message.Texts(1), message.Texts(2),
        [.. message.Messages(5).Select(Attribute)]);

    private static OnnxAttribute Attribute(ProtobufFields message) => message.Has(3)
        ? OnnxAttribute.Of(message.Text(1), message.Number(3))
        : OnnxAttribute.List(message.Text(1), message.Numbers(8));

    private static OnnxTensor Tensor(ProtobufFields message) =>
        new(message.Text(8), (OnnxType)message.Number(2), message.Numbers(1), message.Bytes(9));

    private static OnnxValue Value(ProtobufFields message)
    {
        ProtobufFields tensor = message.Message(2).Message(1);
        return new(
            message.Text(1), (OnnxType)tensor.Number(1), [.. tensor.Message(2).Messages(1).Select(Axis)],
            message.Text(3));
    }

    private static string Axis(ProtobufFields message) =>
        message.Has(1) ? message.Number(1).ToString(CultureInfo.InvariantCulture) : message.Text(2);
}
