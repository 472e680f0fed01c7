using System.Globalization;
using Moliere.Formats.Root.Columns;
using Moliere.Formats.Root.Objects;

namespace Moliere.Formats.Root.Trees;

/// <summary>Dimensions of leaves.</summary>
internal static class LeafShape
{
    /// <summary>Elements of one array; more no basket holds.</summary>
    private const int LargestArray = 1 << 27;

    /// <summary>
    /// The fixed dimensions in the title of a leaf, such as 3 and 4 in <c>x[n][3][4]</c>; its length as one dimension
    /// where the title does not agree with it; none for a length of 1.
    /// </summary>
    public static int[] Of(RootObject leaf)
    {
        int length = (int)Math.Clamp(leaf.Integer("fLen"), 1, int.MaxValue);
        string title = leaf.Text("fTitle");
        var dimensions = new List<int>();
        for (int open = title.IndexOf('['); open >= 0; open = title.IndexOf('[', open + 1))
        {
            int close = Math.Max(title.IndexOf(']', open), open + 1);
            string inside = title[(open + 1)..close];
            if (int.TryParse(inside, CultureInfo.InvariantCulture, out int dimension) && dimension > 0)
            {
                dimensions.Add(dimension);
            }
        }

        long product = dimensions.Aggregate(1L, (all, one) => Math.Min(all * one, int.MaxValue));
        return Checked(product == length ? [.. dimensions] : length == 1 ? [] : [length]);
    }

    /// <summary>Dimensions that a basket can hold.</summary>
    public static int[] Checked(int[] dimensions)
    {
        double product = dimensions.Aggregate(1.0, (all, one) => all * one);
        return product is > 0 and <= LargestArray && Array.TrueForAll(dimensions, length => length > 0)
            ? dimensions : throw new UnreadableTypeException($"an array of {product} elements");
    }

    /// <summary>A type in words: <c>float[nJet][3]</c>.</summary>
    public static string Name(NumberKind kind, string counter, int[] dimensions) => NumberKinds.NameOf(kind)
        + (counter.Length > 0 ? $"[{counter}]" : "") + string.Concat(dimensions.Select(length => $"[{length}]"));
}
