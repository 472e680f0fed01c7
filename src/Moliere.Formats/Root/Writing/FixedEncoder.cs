using Moliere.Formats.Root.Arrays;

namespace Moliere.Formats.Root.Writing;

/// <summary>One value, or an array of fixed dimensions, in each entry.</summary>
internal sealed class FixedEncoder(RootBranchSpec spec) : EntryEncoder
{
    public override int FixedBytes { get; } = checked(spec.Width * spec.Facts.Size);

    public override void Check(RootArray array) => FixedShape.Numbers(array, spec);

    public override long Size(RootArray array, int first, int count) => (long)FixedBytes * count;

    public override void Write(RootArray array, int first, int count, ByteBuffer to, List<int> ends)
    {
        int start = FixedShape.Start(array, spec, first);
        LeafNumbers.Write(FixedShape.Inside(array, spec), start, count * spec.Width, to);
    }
}
