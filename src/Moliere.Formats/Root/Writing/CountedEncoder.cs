using Moliere.Formats.Root.Arrays;

namespace Moliere.Formats.Root.Writing;

/// <summary>A list in each entry, its length in the counter's branch.</summary>
internal sealed class CountedEncoder(RootBranchSpec spec) : EntryEncoder
{
    private readonly int _elementBytes = checked(spec.Width * spec.Facts.Size);

    public override int FixedBytes => 0;

    public override void Check(RootArray array) => FixedShape.Numbers(List(array, spec).Content, spec);

    public override long Size(RootArray array, int first, int count)
    {
        int[] offsets = ((ListArray)array).Offsets;
        return (long)_elementBytes * (offsets[first + count] - offsets[first]);
    }

    public override void Write(RootArray array, int first, int count, ByteBuffer to, List<int> ends)
    {
        var list = (ListArray)array;
        int begin = list.Offsets[first], zero = to.Length;
        for (int i = 1; i <= count; i++)
        {
            ends.Add(zero + (_elementBytes * (list.Offsets[first + i] - begin)));
        }

        int start = FixedShape.Start(list.Content, spec, begin);
        int values = (list.Offsets[first + count] - begin) * spec.Width;
        LeafNumbers.Write(FixedShape.Inside(list.Content, spec), start, values, to);
    }

    /// <summary>The lists of a branch.</summary>
    /// <exception cref="ArgumentException">The array has none.</exception>
    internal static ListArray List(RootArray array, RootBranchSpec spec) => array as ListArray
        ?? throw new ArgumentException($"Branch '{spec.Name}' takes lists; found {FixedShape.Name(array)}.");
}
