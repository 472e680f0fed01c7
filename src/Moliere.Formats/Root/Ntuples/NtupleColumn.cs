namespace Moliere.Formats.Root.Ntuples;

/// <summary>A series of elements of a simple type.</summary>
/// <param name="Id">Number in order of the file.</param>
/// <param name="Encoding">Type of its elements.</param>
/// <param name="Bits">Bits of an element.</param>
/// <source>ROOT, RNTuple binary format specification 1.0, section Column Description.</source>
internal sealed record NtupleColumn(int Id, NtupleEncoding Encoding, int Bits)
{
    private const int DeferredFlag = 1;
    private const int RangeFlag = 2;

    public required int Field { get; init; }

    /// <summary>A field can have several representations, of which each cluster has one.</summary>
    public required int Representation { get; init; }

    /// <summary>Whether it began after the first entry: what is missing before it is zero.</summary>
    public bool IsDeferred { get; init; }

    /// <summary>Whether it did not even count as zero before it began.</summary>
    public bool IsDeferredSuppressed { get; init; }

    /// <summary>Smallest value of a quantised number.</summary>
    public double Min { get; init; }

    /// <summary>Largest value of a quantised number.</summary>
    public double Max { get; init; }

    /// <summary>Reads a column record.</summary>
    /// <param name="cursor">Its frame.</param>
    /// <param name="id">Its number.</param>
    /// <param name="fieldCount">Number of fields so far.</param>
    public static NtupleColumn Read(NtupleCursor cursor, int id, int fieldCount)
    {
        int encoding = cursor.UInt16("the type of a column"), bits = cursor.UInt16("the bits of a column");
        uint field = cursor.UInt32("the field of a column");
        int flags = cursor.UInt16("the flags of a column"), representation = cursor.UInt16("a representation");
        if (field >= fieldCount)
        {
            throw cursor.Wrong($"a column of field {field}", $"one of the {fieldCount} fields");
        }

        long first = (flags & DeferredFlag) == 0 ? 0 : cursor.Int64("the first element of a column");
        bool hasRange = (flags & RangeFlag) != 0;
        var column = new NtupleColumn(id, (NtupleEncoding)encoding, bits)
        {
            Field = (int)field,
            Representation = representation,
            IsDeferred = first != 0,
            IsDeferredSuppressed = first < 0,
            Min = hasRange ? cursor.Double("the smallest value") : 0,
            Max = hasRange ? cursor.Double("the largest value") : 0,
        };
        return !NtupleEncodings.IsKnown(column.Encoding) || NtupleEncodings.HasBits(column.Encoding, bits)
            ? column
            : throw cursor.Wrong($"a column of type {column.Encoding} with {bits} bits", "the bits of its type");
    }
}
