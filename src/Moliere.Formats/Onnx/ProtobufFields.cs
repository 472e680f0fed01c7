using System.Runtime.InteropServices;
using Google.Protobuf;

namespace Moliere.Formats.Onnx;

/// <summary>
/// The fields of one message by number; values keep their order. Whole numbers may stand one by one or packed.
/// </summary>
internal sealed class ProtobufFields
{
    private readonly ILookup<int, object> _fields;

    /// <summary>Takes a message apart; messages inside are bytes until asked for.</summary>
    /// <exception cref="InvalidProtocolBufferException">The bytes are no message.</exception>
    public ProtobufFields(byte[] bytes) => _fields = Read(bytes).ToLookup(field => field.Number, field => field.Value);

    /// <summary>The last whole number of a field; 0 where there is none.</summary>
    public long Number(int field) => _fields[field].OfType<long>().LastOrDefault();

    /// <summary>The last text of a field; empty where there is none.</summary>
    public string Text(int field) => Texts(field).LastOrDefault("");

    /// <summary>All texts of a field.</summary>
    public string[] Texts(int field) =>
        [.. _fields[field].OfType<byte[]>().Select(System.Text.Encoding.UTF8.GetString)];

    /// <summary>The bytes of a field; empty where there are none.</summary>
    public byte[] Bytes(int field) => _fields[field].OfType<byte[]>().LastOrDefault([]);

    /// <summary>The message of a field; an empty one where there is none.</summary>
    public ProtobufFields Message(int field) => new(Bytes(field));

    /// <summary>All messages of a field.</summary>
    public ProtobufFields[] Messages(int field) =>
        [.. _fields[field].OfType<byte[]>().Select(bytes => new ProtobufFields(bytes))];

    /// <summary>All whole numbers of a field.</summary>
    public long[] Numbers(int field) =>
        [.. _fields[field].SelectMany(value => value is byte[] packed ? Unpack(packed) : [(long)value])];

    /// <summary>Whether the field is there.</summary>
    public bool Has(int field) => _fields.Contains(field);

    private static IEnumerable<long> Unpack(byte[] packed)
    {
        var input = new CodedInputStream(packed);
        while (!input.IsAtEnd)
        {
            yield return input.ReadInt64();
        }
    }

    private static List<(int Number, object Value)> Read(byte[] bytes)
    {
        var fields = new List<(int, object)>();
        var input = new CodedInputStream(bytes);
        for (uint tag; (tag = input.ReadTag()) != 0;)
        {
            fields.Add((WireFormat.GetTagFieldNumber(tag), WireFormat.GetTagWireType(tag) switch
            {
                WireFormat.WireType.Varint => input.ReadInt64(),
                WireFormat.WireType.Fixed32 => (long)input.ReadFixed32(),
                WireFormat.WireType.Fixed64 => (long)input.ReadFixed64(),
                WireFormat.WireType.LengthDelimited => Content(input.ReadBytes()),
                _ => throw new GroupException(),
            }));
        }

        return fields;
    }

    private static byte[] Content(ByteString content) =>
        MemoryMarshal.TryGetArray(content.Memory, out ArraySegment<byte> whole) && whole.Array!.Length == whole.Count
            ? whole.Array
            : content.ToByteArray();

    private sealed class GroupException() : IOException("a group, which the format has given up");
}
