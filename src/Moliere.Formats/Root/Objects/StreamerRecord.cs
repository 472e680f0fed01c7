using Moliere.Formats.Root.Files;

namespace Moliere.Formats.Root.Objects;

/// <summary>Reads the layouts of a file's classes, which are themselves objects, by hand.</summary>
/// <source>ROOT, TStreamerInfo::Streamer and Streamer of the TStreamerElement family.</source>
internal static class StreamerRecord
{
    /// <summary>The layouts in a file; none where it has no such record.</summary>
    public static StreamerCatalog Read(RootFile file)
    {
        if (file.Header.StreamerPosition == 0 || file.Header.StreamerSize == 0)
        {
            return new([]);
        }

        RootRecord record = file.Read(file.Header.StreamerPosition, "streamer information");
        var reader = new ObjectReader(record.Open(), new([]));
        return new(reader.ReadObject("TList").Items.OfType<RootObject>()
            .Where(item => item.ClassName == "TStreamerInfo").Select(ToClass));
    }

    /// <summary>TStreamerInfo: name, checksum, version, elements.</summary>
    public static void ReadInfo(ObjectReader reader, RootObject target)
    {
        RootCursor cursor = reader.Cursor;
        ObjectHeader header = ObjectHeader.Read(cursor);
        reader.ReadInto(target, "TNamed");
        target["fCheckSum"] = cursor.UInt32("a checksum");
        target["fClassVersion"] = cursor.Int32("the version of a class");
        target["fElements"] = reader.ReadPointer();
        header.Finish(cursor, "TStreamerInfo");
    }

    /// <summary>A class derived from TStreamerElement: its base, then up to three fields of its own.</summary>
    public static void ReadElement(ObjectReader reader, RootObject target, string className)
    {
        RootCursor cursor = reader.Cursor;
        ObjectHeader header = ObjectHeader.Read(cursor);
        switch (className)
        {
            case "TStreamerElement":
                ReadFields(reader, target, header);
                break;
            case "TStreamerSTLstring":
                ReadElement(reader, target, "TStreamerSTL");
                break;
            default:
                ReadElement(reader, target, "TStreamerElement");
                ReadOwnFields(cursor, target, className, header);
                break;
        }

        header.Finish(cursor, className);
    }

    private static void ReadFields(ObjectReader reader, RootObject target, ObjectHeader header)
    {
        RootCursor cursor = reader.Cursor;
        reader.ReadInto(target, "TNamed");
        target["fType"] = cursor.Int32("the kind of a member");
        cursor.Skip(4, "the size of a member");
        target["fArrayLength"] = cursor.Int32("the length of an array");
        int dimensions = cursor.Int32("the number of dimensions");
        int stored = header.Version == 1 ? cursor.Count(4, "dimensions") : 5;
        var lengths = new int[stored];
        for (int i = 0; i < stored; i++)
        {
            lengths[i] = cursor.Int32("a dimension");
        }

        target["fMaxIndex"] = lengths[..Math.Clamp(dimensions, 0, stored)];
        target["fTypeName"] = cursor.Text("the type of a member");
    }

    private static void ReadOwnFields(RootCursor cursor, RootObject target, string className, ObjectHeader header)
    {
        switch (className)
        {
            case "TStreamerBase" when header.Version > 2:
                target["fBaseVersion"] = cursor.Int32("the version of a base class");
                break;
            case "TStreamerBasicPointer" or "TStreamerLoop":
                cursor.Skip(4, "the version of a counter's class");
                target["fCountName"] = cursor.Text("a counter");
                break;
            case "TStreamerSTL":
                cursor.Skip(8, "the kinds of a collection and its elements");
                break;
            default:
                break; // The others have none.
        }
    }

    private static StreamerClass ToClass(RootObject info) => new(
        info.Text("fName"), (int)info.Integer("fClassVersion"), (uint)info.Integer("fCheckSum"),
        [.. info.List("fElements").OfType<RootObject>().Select(ToElement)]);

    private static StreamerElement ToElement(RootObject element) => new()
    {
        Kind = element.ClassName,
        Name = element.Text("fName"),
        Title = element.Text("fTitle"),
        Code = (int)element.Integer("fType"),
        ArrayLength = (int)element.Integer("fArrayLength"),
        Dimensions = element["fMaxIndex"] as int[] ?? [],
        TypeName = element.Text("fTypeName"),
        ClassVersion = element.Has("fBaseVersion") ? (int)element.Integer("fBaseVersion") : -1,
        CountName = element.Text("fCountName"),
    };
}
