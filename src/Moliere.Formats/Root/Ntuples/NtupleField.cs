namespace Moliere.Formats.Root.Ntuples;

/// <summary>What a field is made of.</summary>
internal enum NtupleRole
{
    /// <summary>Numbers, texts; also wrappers of one field, as atomics and enumerations.</summary>
    Leaf,

    /// <summary>Lists of its one subfield.</summary>
    Collection,

    /// <summary>Objects of its subfields.</summary>
    Record,

    /// <summary>Of its subfields one at a time.</summary>
    Variant,

    /// <summary>Bytes of the old streamers.</summary>
    Streamer,
}

/// <summary>A field of an ntuple, at any depth.</summary>
/// <param name="Id">Number in order of the file.</param>
/// <param name="Parent">Number of the field around it; its own at the top.</param>
/// <param name="Role">What it is made of; unknown values stay as they are.</param>
/// <source>ROOT, RNTuple binary format specification 1.0, section Field Description.</source>
internal sealed record NtupleField(int Id, int Parent, NtupleRole Role)
{
    private const int RepetitiveFlag = 1;
    private const int ProjectedFlag = 2;

    public required string Name { get; init; }

    /// <summary>Type in C++ words; empty for untyped records and collections.</summary>
    public required string Type { get; init; }

    public required string Description { get; init; }

    /// <summary>Copies in each element; null where the field is no array.</summary>
    public long? ArraySize { get; init; }

    /// <summary>Whether it shows the columns of another field.</summary>
    public bool IsProjected { get; init; }

    public bool IsTop => Parent == Id;

    /// <summary>Reads a field record.</summary>
    /// <param name="cursor">Its frame.</param>
    /// <param name="id">Its number.</param>
    public static NtupleField Read(NtupleCursor cursor, int id)
    {
        cursor.UInt32("the version of a field");
        cursor.UInt32("the version of a type");
        uint parent = cursor.UInt32("the parent of a field");
        if (parent > id)
        {
            throw cursor.Wrong($"field {id} inside field {parent}", "a field inside an earlier one");
        }

        var role = (NtupleRole)cursor.UInt16("the role of a field");
        int flags = cursor.UInt16("the flags of a field");
        string name = cursor.Text("the name of a field"), type = cursor.Text("the type of a field");
        cursor.Text("the alias of a type");
        return new(id, (int)parent, role)
        {
            Name = name,
            Type = type,
            Description = cursor.Text("the description of a field"),
            ArraySize = (flags & RepetitiveFlag) == 0 ? null : SizeOf(cursor),
            IsProjected = (flags & ProjectedFlag) != 0,
        };
    }

    private static long SizeOf(NtupleCursor cursor)
    {
        long size = cursor.Int64("the size of an array");
        return size >= 0 ? size : throw cursor.Wrong($"an array of {size} elements", "0 or more");
    }
}
