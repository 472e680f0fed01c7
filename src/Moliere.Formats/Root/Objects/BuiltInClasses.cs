using Moliere.Formats.Root.Columns;
using Moliere.Formats.Root.Files;
using Moliere.Formats.Root.Trees;

namespace Moliere.Formats.Root.Objects;

/// <summary>Classes that write themselves by code of their own, which no streamer information describes.</summary>
internal static class BuiltInClasses
{
    private static readonly Dictionary<string, Action<ObjectReader, RootObject>> Readers = new()
    {
        ["TObject"] = ReadTObject,
        ["TNamed"] = ReadTNamed,
        ["TObjString"] = ReadTObjString,
        ["TString"] = (reader, target) => target["fString"] = reader.Cursor.Text("a TString"),
        ["TDatime"] = (reader, target) => target["fDatime"] = reader.Cursor.UInt32("a date"),
        ["TRef"] = ReadTRef,
        ["TRefArray"] = ReadTRefArray,
        ["TList"] = ObjectLists.ReadTList,
        ["THashList"] = ObjectLists.ReadTList,
        ["TObjArray"] = ObjectLists.ReadTObjArray,
        ["TMap"] = ObjectLists.ReadTMap,
        ["TClonesArray"] = ObjectLists.ReadTClonesArray,
        ["TBasket"] = EmbeddedBasket.Read,
        ["TStreamerInfo"] = StreamerRecord.ReadInfo,
        ["TArrayC"] = (reader, target) => ReadArray(reader, target, NumberKind.Int8),
        ["TArrayS"] = (reader, target) => ReadArray(reader, target, NumberKind.Int16),
        ["TArrayI"] = (reader, target) => ReadArray(reader, target, NumberKind.Int32),
        ["TArrayL"] = (reader, target) => ReadArray(reader, target, NumberKind.Int64),
        ["TArrayL64"] = (reader, target) => ReadArray(reader, target, NumberKind.Int64),
        ["TArrayF"] = (reader, target) => ReadArray(reader, target, NumberKind.Single),
        ["TArrayD"] = (reader, target) => ReadArray(reader, target, NumberKind.Double),
    };

    /// <summary>The reader of a class; null for a class that streamer information describes.</summary>
    public static Action<ObjectReader, RootObject>? Find(string className)
    {
        if (Readers.TryGetValue(className, out Action<ObjectReader, RootObject>? reader))
        {
            return reader;
        }

        return className.StartsWith("TStreamer", StringComparison.Ordinal)
            ? (objects, target) => StreamerRecord.ReadElement(objects, target, className) : null;
    }

    /// <summary>TObject: version, identity and bits; two more bytes where something refers to the object.</summary>
    public static void ReadTObject(ObjectReader reader, RootObject target)
    {
        RootCursor cursor = reader.Cursor;
        ObjectHeader header = ObjectHeader.Read(cursor);
        target["fUniqueID"] = cursor.UInt32("the identity of an object");
        uint bits = cursor.UInt32("the bits of an object");
        target["fBits"] = bits;
        if ((bits & ObjectBits.IsReferenced) != 0)
        {
            cursor.Skip(2, "the process of an object");
        }

        header.Finish(cursor, "TObject");
    }

    private static void ReadTNamed(ObjectReader reader, RootObject target)
    {
        ObjectHeader header = ObjectHeader.Read(reader.Cursor);
        ReadTObject(reader, target);
        target["fName"] = reader.Cursor.Text("a name");
        target["fTitle"] = reader.Cursor.Text("a title");
        header.Finish(reader.Cursor, "TNamed");
    }

    private static void ReadTObjString(ObjectReader reader, RootObject target)
    {
        ObjectHeader header = ObjectHeader.Read(reader.Cursor);
        ReadTObject(reader, target);
        target["fString"] = reader.Cursor.Text("a text");
        header.Finish(reader.Cursor, "TObjString");
    }

    private static void ReadTRef(ObjectReader reader, RootObject target)
    {
        ReadTObject(reader, target);
        if ((target.Integer("fBits") & ObjectBits.HasUuid) != 0)
        {
            target["fUUID"] = reader.Cursor.Text("the identity of a reference");
        }
        else
        {
            target["fPID"] = reader.Cursor.UInt16("the process of a reference");
        }
    }

    private static void ReadTRefArray(ObjectReader reader, RootObject target)
    {
        RootCursor cursor = reader.Cursor;
        ObjectHeader header = ObjectHeader.Read(cursor);
        ReadTObject(reader, target);
        target["fName"] = cursor.Text("a name");
        int count = cursor.Count(4, "references");
        cursor.Skip(6, "the first index and process of references");
        var column = new NumberColumn<uint>();
        column.Read(cursor, count);
        target["fUIDs"] = column.TakeValues();
        header.Finish(cursor, "TRefArray");
    }

    private static void ReadArray(ObjectReader reader, RootObject target, NumberKind kind)
    {
        int count = reader.Cursor.Count(1, "numbers of an array");
        NumericColumn column = NumberKinds.NewColumn(kind, PackedFloat.Plain);
        column.Read(reader.Cursor, count);
        target["fArray"] = column.TakeValues();
    }
}
