using Moliere.Formats.Root.Arrays;

namespace Moliere.Formats.Root.Writing;

/// <summary>A text in each entry: its length in one byte, or 255 and four bytes, then its bytes.</summary>
internal sealed class TextEncoder(RootBranchSpec spec) : EntryEncoder
{
    public override int FixedBytes => 0;

    public override void Check(RootArray array)
    {
        if (array is not TextArray)
        {
            throw new ArgumentException($"Branch '{spec.Name}' takes texts; found {FixedShape.Name(array)}.");
        }
    }

    public override long Size(RootArray array, int first, int count) => Bytes((TextArray)array, first, count);

    public override void Write(RootArray array, int first, int count, ByteBuffer to, List<int> ends)
    {
        var texts = (TextArray)array;
        for (int i = first; i < first + count; i++)
        {
            to.TextBytes(Text(texts, i));
            ends.Add(to.Length);
        }
    }

    internal static ReadOnlySpan<byte> Text(TextArray texts, int index) =>
        texts.Bytes.AsSpan(texts.Offsets[index]..texts.Offsets[index + 1]);

    internal static long Bytes(TextArray texts, int first, int count)
    {
        long sum = 0;
        for (int i = first; i < first + count; i++)
        {
            sum += ByteBuffer.TextSize(texts.Offsets[i + 1] - texts.Offsets[i]);
        }

        return sum;
    }
}
