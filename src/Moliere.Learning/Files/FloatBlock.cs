using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Moliere.Learning.Files;

/// <summary>A run of float32 numbers in little-endian order, whatever the machine.</summary>
internal static class FloatBlock
{
    /// <summary>Writes the numbers without a count.</summary>
    public static void Write(BinaryWriter writer, ReadOnlySpan<float> values)
    {
        if (BitConverter.IsLittleEndian)
        {
            writer.Write(MemoryMarshal.AsBytes(values));
            return;
        }

        foreach (float value in values)
        {
            writer.Write(value);
        }
    }

    /// <summary>Fills the numbers; a stream that ends early throws <see cref="EndOfStreamException"/>.</summary>
    public static void Read(BinaryReader reader, Span<float> values)
    {
        Span<byte> bytes = MemoryMarshal.AsBytes(values);
        reader.BaseStream.ReadExactly(bytes);
        if (!BitConverter.IsLittleEndian)
        {
            Span<int> words = MemoryMarshal.Cast<float, int>(values);
            BinaryPrimitives.ReverseEndianness(words, words);
        }
    }
}
