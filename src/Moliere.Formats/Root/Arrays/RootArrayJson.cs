using System.Text.Json;

namespace Moliere.Formats.Root.Arrays;

/// <summary>
/// Writes single elements of a <see cref="RootArray"/> as JSON: lists as arrays, records as objects, numbers so that
/// they read back to the same value, and those that JSON does not know as the texts NaN, Infinity and -Infinity.
/// </summary>
public static class RootArrayJson
{
    /// <summary>Writes one element.</summary>
    /// <param name="writer">Takes one value.</param>
    /// <param name="array">Values of a field.</param>
    /// <param name="index">Element in [0, <see cref="RootArray.Length"/>).</param>
    public static void Write(Utf8JsonWriter writer, RootArray array, int index)
    {
        switch (array)
        {
            case TextArray texts:
                writer.WriteStringValue(texts[index]);
                break;
            case ListArray lists:
                WriteList(writer, lists, index);
                break;
            case RecordArray records:
                WriteRecord(writer, records, index);
                break;
            case VariantArray { Tags: var tags } when tags[index] == 0:
                writer.WriteNullValue();
                break;
            case VariantArray variants:
                Write(writer, variants.Alternatives[variants.Tags[index] - 1], variants.Indices[index]);
                break;
            default:
                WriteNumber(writer, array, index);
                break;
        }
    }

    private static void WriteList(Utf8JsonWriter writer, ListArray lists, int index)
    {
        writer.WriteStartArray();
        for (int i = lists.Offsets[index]; i < lists.Offsets[index + 1]; i++)
        {
            Write(writer, lists.Content, i);
        }

        writer.WriteEndArray();
    }

    private static void WriteRecord(Utf8JsonWriter writer, RecordArray records, int index)
    {
        writer.WriteStartObject();
        foreach (RootMember member in records.Members)
        {
            writer.WritePropertyName(member.Name);
            Write(writer, member.Values, index);
        }

        writer.WriteEndObject();
    }

    private static void WriteNumber(Utf8JsonWriter writer, RootArray array, int index)
    {
        switch (array)
        {
            case NumberArray<byte> { IsTruth: true } truths:
                writer.WriteBooleanValue(truths.Values[index] != 0);
                break;
            case NumberArray<float> reals when !float.IsFinite(reals.Values[index]):
                writer.WriteStringValue(Unusual(reals.Values[index]));
                break;
            case NumberArray<double> reals when !double.IsFinite(reals.Values[index]):
                writer.WriteStringValue(Unusual(reals.Values[index]));
                break;
            case NumberArray<float> reals:
                writer.WriteNumberValue(reals.Values[index]);
                break;
            case NumberArray<double> reals:
                writer.WriteNumberValue(reals.Values[index]);
                break;
            case NumberArray<ulong> large:
                writer.WriteNumberValue(large.Values[index]);
                break;
            default:
                writer.WriteNumberValue(Whole(array, index));
                break;
        }
    }

    private static string Unusual(double value) =>
        double.IsNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity";

    private static long Whole(RootArray array, int index) => array switch
    {
        NumberArray<sbyte> whole => whole.Values[index],
        NumberArray<byte> whole => whole.Values[index],
        NumberArray<short> whole => whole.Values[index],
        NumberArray<ushort> whole => whole.Values[index],
        NumberArray<int> whole => whole.Values[index],
        NumberArray<uint> whole => whole.Values[index],
        NumberArray<long> whole => whole.Values[index],
        _ => throw new ArgumentException($"A {array.GetType().Name} has no JSON form.", nameof(array)),
    };
}
