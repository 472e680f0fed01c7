using System.Globalization;

namespace Moliere.Formats.Onnx;

/// <summary>
/// Writes models in the protocol-buffer wire format. Equal models give equal bytes: fields come in the order of their
/// numbers, lists in the order of the model, and nothing else is in the file.
/// </summary>
public static class OnnxWriter
{
    // AttributeProto.AttributeType.
    private const int IntegerAttribute = 2, IntegerListAttribute = 7;

    /// <summary>The bytes of a model file.</summary>
    /// <param name="model">What to write.</param>
    public static byte[] ToBytes(OnnxModel model)
    {
        var message = new ProtobufMessage();
        message.Number(1, model.IrVersion);
        message.Text(2, model.Producer);
        message.Text(3, model.ProducerVersion);
        message.Text(6, model.Description);
        message.Message(7, Graph(model.Graph));
        var operators = new ProtobufMessage();
        operators.Number(2, model.Opset);
        message.Message(8, operators);
        foreach ((string key, string value) in model.Metadata)
        {
            var entry = new ProtobufMessage();
            entry.Text(1, key);
            entry.Text(2, value);
            message.Message(14, entry);
        }

        return message.ToArray();
    }

    private static ProtobufMessage Graph(OnnxGraph graph)
    {
        var message = new ProtobufMessage();
        Each(message, 1, graph.Nodes, Node);
        message.Text(2, graph.Name);
        Each(message, 5, graph.Initialisers, Tensor);
        message.Text(10, graph.Description);
        Each(message, 11, graph.Inputs, Value);
        Each(message, 12, graph.Outputs, Value);
        return message;
    }

    private static ProtobufMessage Node(OnnxNode node)
    {
        var message = new ProtobufMessage();
        foreach (string input in node.Inputs)
        {
            message.Text(1, input);
        }

        foreach (string output in node.Outputs)
        {
            message.Text(2, output);
        }

        message.Text(3, node.Name);
        message.Text(4, node.Operator);
        Each(message, 5, node.Attributes, Attribute);
        return message;
    }

    private static ProtobufMessage Attribute(OnnxAttribute attribute)
    {
        var message = new ProtobufMessage();
        message.Text(1, attribute.Name);
        foreach (long integer in attribute.Integers)
        {
            message.Number(attribute.IsList ? 8 : 3, integer);
        }

        message.Number(20, attribute.IsList ? IntegerListAttribute : IntegerAttribute);
        return message;
    }

    private static ProtobufMessage Tensor(OnnxTensor tensor)
    {
        var message = new ProtobufMessage();
        foreach (long length in tensor.Shape)
        {
            message.Number(1, length);
        }

        message.Number(2, (long)tensor.Type);
        message.Text(8, tensor.Name);
        message.Bytes(9, tensor.Bytes);
        return message;
    }

    private static ProtobufMessage Value(OnnxValue value)
    {
        ProtobufMessage message = new(), type = new(), tensor = new(), shape = new();
        Each(shape, 1, value.Axes, Axis);
        tensor.Number(1, (long)value.Type);
        tensor.Message(2, shape);
        type.Message(1, tensor);
        message.Text(1, value.Name);
        message.Message(2, type);
        message.Text(3, value.Description);
        return message;
    }

    private static ProtobufMessage Axis(string axis)
    {
        var message = new ProtobufMessage();
        if (long.TryParse(axis, NumberStyles.None, CultureInfo.InvariantCulture, out long length))
        {
            message.Number(1, length);
        }
        else
        {
            message.Text(2, axis);
        }

        return message;
    }

    private static void Each<T>(
        ProtobufMessage message, int field, IReadOnlyList<T> items, Func<T, ProtobufMessage> write)
    {
        foreach (T item in items)
        {
            message.Message(field, write(item));
        }
    }
}
