using System.Globalization;
using Moliere.Formats.Root.Files;

namespace Moliere.Formats.Root.Objects;

/// <summary>ROOT's own lists of objects.</summary>
/// <source>ROOT, Streamer of TList, TObjArray, TMap, TClonesArray.</source>
internal static class ObjectLists
{
    public static void ReadTList(ObjectReader reader, RootObject target)
    {
        RootCursor cursor = reader.Cursor;
        ObjectHeader header = ObjectHeader.Read(cursor);
        BuiltInClasses.ReadTObject(reader, target);
        target["fName"] = cursor.Text("the name of a list");
        int count = cursor.Count(5, "objects of a list");
        var items = new List<RootObject?>(count);
        for (int i = 0; i < count; i++)
        {
            items.Add(reader.ReadPointer());
            cursor.TextBytes("the option of an object in a list");
        }

        target.Items = items;
        header.Finish(cursor, "TList");
    }

    public static void ReadTObjArray(ObjectReader reader, RootObject target)
    {
        RootCursor cursor = reader.Cursor;
        ObjectHeader header = ReadStart(reader, target);
        int count = cursor.Count(4, "objects of an array");
        target["fLowerBound"] = cursor.Int32("the first index of an array");
        target.Items = ReadPointers(reader, count);
        header.Finish(cursor, "TObjArray");
    }

    public static void ReadTMap(ObjectReader reader, RootObject target)
    {
        ObjectHeader header = ReadStart(reader, target);
        target.Items = ReadPointers(reader, 2 * reader.Cursor.Count(8, "pairs of a map"));
        header.Finish(reader.Cursor, "TMap");
    }

    public static void ReadTClonesArray(ObjectReader reader, RootObject target)
    {
        RootCursor cursor = reader.Cursor;
        ObjectHeader header = ReadStart(reader, target);
        string[] classAndVersion = cursor.Text("the class of an array").Split(';');
        int count = cursor.Count(0, "objects of an array");
        target["fLowerBound"] = cursor.Int32("the first index of an array");
        target["fClass"] = classAndVersion[0];
        bool isByMember = (target.Integer("fBits") & ObjectBits.BypassesStreamer) != 0;
        if (isByMember && classAndVersion.Length == 2
            && int.TryParse(classAndVersion[1], CultureInfo.InvariantCulture, out int version)
            && reader.Catalog.Find(classAndVersion[0], version) is { } known)
        {
            target.Items = ReadByMember(reader, known, count);
        }
        else if (!isByMember)
        {
            target.Items = ReadMarked(reader, classAndVersion[0], count);
        }

        header.Finish(cursor, "TClonesArray");
    }

    private static ObjectHeader ReadStart(ObjectReader reader, RootObject target)
    {
        ObjectHeader header = ObjectHeader.Read(reader.Cursor);
        if (header.Version > 2)
        {
            BuiltInClasses.ReadTObject(reader, target);
        }

        target["fName"] = header.Version > 1 ? reader.Cursor.Text("the name of an array") : "";
        return header;
    }

    private static List<RootObject?> ReadPointers(ObjectReader reader, int count)
    {
        var items = new List<RootObject?>(count);
        for (int i = 0; i < count; i++)
        {
            items.Add(reader.ReadPointer());
        }

        return items;
    }

    private static List<RootObject?> ReadMarked(ObjectReader reader, string className, int count)
    {
        var items = new List<RootObject?>();
        for (int i = 0; i < count; i++)
        {
            items.Add(reader.Cursor.Byte("the mark of an object") == 0 ? null : reader.ReadObject(className));
        }

        return items;
    }

    private static RootObject[] ReadByMember(ObjectReader reader, StreamerClass known, int count)
    {
        if (count > reader.Cursor.Remaining)
        {
            throw reader.Cursor.Wrong($"{count} objects with {reader.Cursor.Remaining} bytes left", "a byte for each");
        }

        var items = new RootObject[count];
        for (int i = 0; i < count; i++)
        {
            items[i] = new(known.Name) { Version = known.Version };
        }

        foreach (StreamerElement element in known.Elements)
        {
            if (!Array.TrueForAll(items, item => ElementValue.TryRead(reader, item, element)))
            {
                break;
            }
        }

        return items;
    }
}
