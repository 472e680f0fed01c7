using Moliere.Formats.Root.Arrays;
using Moliere.Formats.Root.Objects;

namespace Moliere.Formats.Root.Writing;

/// <summary>A <c>std::vector</c> of numbers or strings in each entry: byte count, version, size, elements.</summary>
/// <source>ROOT, TStreamerInfoActions for collections at the top of a branch.</source>
internal sealed class VectorEncoder(RootBranchSpec spec) : EntryEncoder
{
    private const int VersionAndSize = 6;
    private const int HeaderBytes = 4 + VersionAndSize;

    // What ROOT 6 writes for every vector.
    private const int Version = 9;

    public override int FixedBytes => 0;

    public override void Check(RootArray array)
    {
        RootArray content = CountedEncoder.List(array, spec).Content;
        if (spec.Type != RootLeafType.Text)
        {
            FixedShape.Numbers(content, spec);
        }
        else if (content is not TextArray)
        {
            throw new ArgumentException($"Branch '{spec.Name}' takes lists of texts; found {FixedShape.Name(array)}.");
        }
    }

    public override long Size(RootArray array, int first, int count)
    {
        var list = (ListArray)array;
        int begin = list.Offsets[first], end = list.Offsets[first + count];
        return ((long)HeaderBytes * count) + ElementBytes(list.Content, begin, end - begin);
    }

    public override void Write(RootArray array, int first, int count, ByteBuffer to, List<int> ends)
    {
        var list = (ListArray)array;
        for (int i = first; i < first + count; i++)
        {
            int begin = list.Offsets[i], elements = list.Offsets[i + 1] - begin;
            to.UInt32(ObjectMarks.ByteCount | (uint)(VersionAndSize + ElementBytes(list.Content, begin, elements)));
            to.Int16(Version);
            to.Int32(elements);
            WriteElements(list.Content, begin, elements, to);
            ends.Add(to.Length);
        }
    }

    private long ElementBytes(RootArray content, int first, int count) => content is TextArray texts
        ? TextEncoder.Bytes(texts, first, count) : (long)count * spec.Facts.Size;

    private static void WriteElements(RootArray content, int first, int count, ByteBuffer to)
    {
        if (content is not TextArray texts)
        {
            LeafNumbers.Write(content, first, count, to);
            return;
        }

        for (int i = first; i < first + count; i++)
        {
            to.TextBytes(TextEncoder.Text(texts, i));
        }
    }
}
