using Moliere.Formats.Root.Objects;

namespace Moliere.Formats.Root.Writing;

/// <summary>
/// The bytes of an object and of the objects inside it: byte counts, class tags, and references to objects already
/// written, which are their offsets counted from the start of the record's key.
/// </summary>
/// <param name="keySize">Bytes of the record's key.</param>
/// <source>ROOT, TBufferFile::WriteObjectClass, WriteClass and WriteVersion.</source>
internal sealed class ObjectBuffer(int keySize)
{
    /// <summary>Bit of objects that ROOT takes out of its lists when they die: trees and histograms.</summary>
    public const uint MustCleanup = 1 << 3;

    /// <summary>Bit of graphs that are drawn inside their frame only.</summary>
    public const uint ClipFrame = 1 << 10;

    /// <summary>Bit of lists that own what is in them.</summary>
    public const uint IsOwner = 1 << 14;

    private readonly Dictionary<string, int> _classes = [];

    public ByteBuffer Bytes { get; } = new();

    /// <summary>Begins a part with byte count and version; <see cref="End"/> takes what this gives.</summary>
    public int Begin(int version)
    {
        int start = Bytes.Length;
        Bytes.Int32(0);
        Bytes.Int16(version);
        return start;
    }

    /// <summary>Begins an object behind a pointer, its class named in front of it.</summary>
    public int BeginObject(string className)
    {
        int start = Bytes.Length;
        Bytes.Int32(0);
        if (_classes.TryGetValue(className, out int known))
        {
            Bytes.UInt32(ObjectMarks.KnownClass | (uint)known);
            return start;
        }

        _classes.Add(className, Reference(Bytes.Length));
        Bytes.UInt32(ObjectMarks.NewClass);
        Bytes.ZeroEnded(className);
        return start;
    }

    /// <summary>Ends what was begun: writes its byte count.</summary>
    public void End(int start) => Bytes.PatchUInt32(start, ObjectMarks.ByteCount | (uint)(Bytes.Length - start - 4));

    /// <summary>The number by which later bytes refer to an object that was begun there.</summary>
    public int Reference(int start) => start + keySize + ObjectMarks.ReferenceShift;

    /// <summary>A pointer to nothing.</summary>
    public void Null() => Bytes.Int32(0);

    /// <summary>TObject: version 1, an identifier, bits.</summary>
    public void Object(uint bits = 0, int number = 0)
    {
        Bytes.Int16(1);
        Bytes.Int32(number);
        Bytes.UInt32(bits);
    }

    /// <summary>TNamed.</summary>
    public void Named(string name, string title, uint bits = 0)
    {
        int start = Begin(1);
        Object(bits);
        Bytes.Text(name);
        Bytes.Text(title);
        End(start);
    }

    /// <summary>Begins a TObjArray of so many objects, which follow.</summary>
    public int BeginArray(int count, uint bits = 0)
    {
        int start = Begin(3);
        Object(bits);
        Bytes.Text("");
        Bytes.Int32(count);
        Bytes.Int32(0);
        return start;
    }

    /// <summary>Begins a TList of so many objects, which follow, each with its option.</summary>
    public int BeginList(int count)
    {
        int start = Begin(5);
        Object();
        Bytes.Text("");
        Bytes.Int32(count);
        return start;
    }

    /// <summary>A TList without objects.</summary>
    public void EmptyList() => End(BeginList(0));

    /// <summary>TAttLine, TAttFill and TAttMarker: solid and thin lines of a colour, small points.</summary>
    public void Attributes(short line = 602, short fill = 0)
    {
        int start = Begin(2);
        Shorts(line, 1, 1);
        End(start);
        Fill(fill);
        int marker = Begin(2);
        Shorts(1, 1);
        Bytes.Single(1);
        End(marker);
    }

    /// <summary>TAttFill: areas of one colour.</summary>
    public void Fill(short colour = 0)
    {
        int fill = Begin(2);
        Shorts(colour, 1001);
        End(fill);
    }

    private void Shorts(params ReadOnlySpan<short> values)
    {
        foreach (short value in values)
        {
            Bytes.Int16(value);
        }
    }
}
