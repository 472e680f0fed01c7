using Moliere.Formats.Root.Arrays;

namespace Moliere.Formats.Root.Ntuples;

/// <summary>Which alternatives a range of variants has, and the range of values that each alternative needs.</summary>
internal sealed class NtupleVariants
{
    private readonly VariantSwitch[] _switches;
    private readonly long[] _first;
    private readonly int[] _count;

    private NtupleVariants(VariantSwitch[] switches, int alternatives)
    {
        (_switches, _first, _count) = (switches, new long[alternatives], new int[alternatives]);
    }

    /// <summary>Reads and checks them.</summary>
    public static NtupleVariants Read(
        NtupleColumnReader reader, NtupleColumn column, long first, int count, int alternatives)
    {
        if (column.Encoding != NtupleEncoding.Switch)
        {
            throw reader.Wrong(column, $"a column of type {column.Encoding}", "one that tells alternatives");
        }

        var variants = new NtupleVariants(
            reader.Read<VariantSwitch>(column, first, count, PageDecoding.Switch), alternatives);
        return variants.FindRanges()
            ? variants
            : throw reader.Wrong(column, "alternatives that are none of its own", "values one behind the other");
    }

    /// <summary>First value of an alternative, counted in the cluster.</summary>
    public long First(int alternative) => _first[alternative];

    /// <summary>Number of values of an alternative.</summary>
    public int Count(int alternative) => _count[alternative];

    /// <summary>Joins them with the values of the alternatives.</summary>
    public VariantArray With(IReadOnlyList<RootArray> values) => new(
        Array.ConvertAll(_switches, one => (byte)one.Tag),
        Array.ConvertAll(_switches, one => one.Tag == 0 ? 0 : (int)(one.Index - _first[one.Tag - 1])), values);

    // Values of an alternative follow each other without gaps, so each index is one more than the last.
    private bool FindRanges()
    {
        foreach (VariantSwitch one in _switches.Where(one => one.Tag != 0))
        {
            if (one.Tag > Math.Min(_first.Length, byte.MaxValue) || one.Index < 0)
            {
                return false;
            }

            uint tag = one.Tag - 1;
            _first[tag] = _count[tag] == 0 ? one.Index : _first[tag];
            if (one.Index != _first[tag] + _count[tag]++)
            {
                return false;
            }
        }

        return true;
    }
}
