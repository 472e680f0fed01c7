using Google.Protobuf;

namespace Moliere.Formats.Onnx;

/// <summary>One message of the wire format under construction; fields are written in the order of the calls.</summary>
internal sealed class ProtobufMessage
{
    private readonly MemoryStream _bytes = new();
    private readonly CodedOutputStream _output;

    public ProtobufMessage() => _output = new CodedOutputStream(_bytes, leaveOpen: true);

    /// <summary>A whole number.</summary>
    public void Number(int field, long value)
    {
        _output.WriteTag(field, WireFormat.WireType.Varint);
        _output.WriteInt64(value);
    }

    /// <summary>Text; nothing is written for the empty one, as the format's own writers do.</summary>
    public void Text(int field, string value)
    {
        if (value.Length > 0)
        {
            _output.WriteTag(field, WireFormat.WireType.LengthDelimited);
            _output.WriteString(value);
        }
    }

    /// <summary>Bytes as they are.</summary>
    public void Bytes(int field, ReadOnlySpan<byte> value)
    {
        _output.WriteTag(field, WireFormat.WireType.LengthDelimited);
        _output.WriteBytes(ByteString.CopyFrom(value));
    }

    /// <summary>A message inside this one.</summary>
    public void Message(int field, ProtobufMessage inner) => Bytes(field, inner.ToArray());

    /// <summary>The message so far.</summary>
    public byte[] ToArray()
    {
        _output.Flush();
        return _bytes.ToArray();
    }
}
