using Moliere.Formats.Root.Files;

namespace Moliere.Formats.Root.Objects;

/// <summary>
/// Reads the objects of one record. Objects and classes met once are referred to later by their offset in the record,
/// which counts from the start of its key.
/// </summary>
/// <param name="cursor">Where to read.</param>
/// <param name="catalog">Layouts of the classes.</param>
internal sealed class ObjectReader(RootCursor cursor, StreamerCatalog catalog)
{
    /// <summary>Objects inside each other; more is damage or malice.</summary>
    private const int DeepestNesting = 128;

    private readonly Dictionary<uint, RootObject> _objects = [];
    private int _depth;

    public RootCursor Cursor => cursor;

    public StreamerCatalog Catalog => catalog;

    /// <summary>Reads the object of a record.</summary>
    /// <param name="record">The record, whose key names the class.</param>
    /// <param name="catalog">Layouts of the classes.</param>
    public static RootObject Read(RootRecord record, StreamerCatalog catalog) =>
        new ObjectReader(record.Open(), catalog).ReadObject(record.Key.ClassName);

    /// <summary>An object behind a pointer: a new one with its class, one that was read before, or null.</summary>
    public RootObject? ReadPointer()
    {
        var tag = ObjectTag.Read(cursor);
        return tag.ClassName is null ? _objects.GetValueOrDefault(tag.Reference) : ReadNew(tag);
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
                GiveUp(
                    target, header, $"member {element.Name} of class {className}, of the unknown kind {element.Code}");
                return;
            }
        }

        header.Finish(cursor, className);
    }

    private RootObject ReadNew(ObjectTag tag)
    {
        var result = new RootObject(tag.ClassName!);
        _objects[tag.Key] = result; // Before its members, which may point back.
        ReadInto(result, result.ClassName);
        if (tag.End >= 0)
        {
            cursor.Position = cursor.Position <= tag.End ? tag.End : throw cursor.Wrong(
                $"{cursor.Position - tag.End} bytes read beyond the end of {result.ClassName}", "its own members only");
        }

        return result;
    }
}
