using Moliere.Formats.Root.Files;

namespace Moliere.Formats.Root.Objects;

/// <summary>
/// Reads the objects of one record. Objects and classes met once are referred to later by their offset in the record,
/// which counts from the start of its key.
/// </summary>
/// <param name="cursor">Where to read.</param>
/// <param name="catalog">Layouts of the classes.</param>
/// <param name="shift">Bytes before the cursor's first that offsets count as well: the size of the key.</param>
/// <source>ROOT, TBufferFile::ReadObjectAny, ReadClass.</source>
internal sealed class ObjectReader(RootCursor cursor, StreamerCatalog catalog, int shift)
{
    /// <summary>Objects inside each other; more is damage or malice.</summary>
    private const int DeepestNesting = 128;

    private const uint ByteCountMark = 0x4000_0000;
    private const uint NewClass = uint.MaxValue;
    private const uint KnownClass = 0x8000_0000;
    private const int ReferenceShift = 2; // Added so that no reference is 0 or 1.

    private readonly Dictionary<uint, RootObject> _objects = [];
    private readonly Dictionary<uint, string> _classes = [];
    private int _depth;

    public RootCursor Cursor => cursor;

    public StreamerCatalog Catalog => catalog;

    /// <summary>Reads the object of a record.</summary>
    /// <param name="record">The record, whose key names the class.</param>
    /// <param name="catalog">Layouts of the classes.</param>
    public static RootObject Read(RootRecord record, StreamerCatalog catalog) =>
        new ObjectReader(record.Open(), catalog, record.Key.KeySize).ReadObject(record.Key.ClassName);

    /// <summary>An object behind a pointer: a new one with its class, one that was read before, or null.</summary>
    public RootObject? ReadPointer()
    {
        uint start = Offset;
        uint tag = cursor.UInt32("an object");
        int end = -1;
        if ((tag & ByteCountMark) != 0 && tag != NewClass)
        {
            end = EndOf(tag & ~ByteCountMark);
            start = Offset;
            tag = cursor.UInt32("the class of an object");
            return (tag & KnownClass) == 0 ? Known(tag, end) : ReadNew(ClassOf(tag, start), start - 4, end);
        }

        return (tag & KnownClass) == 0 ? Known(tag, end) : ReadNew(ClassOf(tag, start), start, end);
    }

    /// <summary>An object of a known class where the cursor stands.</summary>
    public RootObject ReadObject(string className)
    {
        var result = new RootObject(className);
        ReadInto(result, className);
        return result;
    }

    /// <summary>Reads the members of a class, be it a base class, into an object.</summary>
    public void ReadInto(RootObject target, string className)
    {
        if (++_depth > DeepestNesting)
        {
            throw cursor.Wrong($"objects inside objects {_depth} deep", $"at most {DeepestNesting}");
        }

        if (BuiltInClasses.Find(className) is { } builtIn)
        {
            builtIn(this, target);
        }
        else
        {
            ReadMembers(target, className);
        }

        _depth--;
    }

    /// <summary>Marks an object as readable in part, and skips the rest of it.</summary>
    public void GiveUp(RootObject target, ObjectHeader header, string reason)
    {
        target.Obstacle = reason;
        cursor.Position = header.End >= 0 ? header.End : throw cursor.Wrong(
            $"{reason}, with no size to skip it by", "a class whose layout the file tells");
    }

    private void ReadMembers(RootObject target, string className)
    {
        ObjectHeader header = ObjectHeader.Read(cursor);
        target.Version = header.Version;
        if (catalog.Find(className, header.Version, header.Checksum) is not { } known)
        {
            GiveUp(target, header, $"class {className}, whose layout the file does not tell");
            return;
        }

        foreach (StreamerElement element in known.Elements)
        {
            if (!ElementValue.TryRead(this, target, element))
            {
                GiveUp(target, header, $"member {element.Name} of class {className}, of the unknown kind {element.Code}");
                return;
            }
        }

        header.Finish(cursor, className);
    }

    private uint Offset => (uint)(cursor.Position + shift);

    private int EndOf(uint size)
    {
        long end = cursor.Position + (long)size;
        return end <= cursor.Length ? (int)end : throw cursor.Wrong(
            $"an object of {size} bytes with {cursor.Remaining} left", "one that the record can hold");
    }

    private RootObject? Known(uint tag, int end)
    {
        if (end >= 0)
        {
            cursor.Position = end;
        }

        return _objects.GetValueOrDefault(tag);
    }

    private string ClassOf(uint tag, uint start)
    {
        if (tag == NewClass)
        {
            string name = cursor.ZeroEnded("a class name");
            _classes[start + ReferenceShift] = name;
            return name;
        }

        return _classes.TryGetValue(tag & ~KnownClass, out string? known) ? known : throw cursor.Wrong(
            $"a reference to a class at byte {tag & ~KnownClass}", "the place of a class named before");
    }

    private RootObject ReadNew(string className, uint start, int end)
    {
        var result = new RootObject(className);
        _objects[start + ReferenceShift] = result; // Before its members, which may point back.
        ReadInto(result, className);
        if (end >= 0)
        {
            cursor.Position = cursor.Position <= end ? end : throw cursor.Wrong(
                $"{cursor.Position - end} bytes read beyond the end of {className}", "its own members only");
        }

        return result;
    }
}
