using Moliere.Formats.Root.Arrays;
using Moliere.Formats.Root.Columns;
using Moliere.Formats.Root.Files;

namespace Moliere.Formats.Root.Objects;

/// <summary>Reads one member of an object by its element.</summary>
/// <source>ROOT, TStreamerInfo::ReadBuffer.</source>
internal static class ElementValue
{
    /// <summary>Reads a member into its object; false where the kind of member is unknown.</summary>
    public static bool TryRead(ObjectReader reader, RootObject target, StreamerElement element)
    {
        RootCursor cursor = reader.Cursor;
        switch (element.Code)
        {
            case StreamerCode.BaseClass or StreamerCode.TObject or StreamerCode.TNamed when element.IsBase:
                reader.ReadInto(target, element.Name);
                return true;
            case StreamerCode.CharStar:
                target[element.Name] = Texts.Decode(cursor.Bytes(cursor.Int32("a text's length"), element.Name));
                return true;
            case StreamerCode.Text:
                target[element.Name] = cursor.Text(element.Name);
                return true;
            case StreamerCode.Object or StreamerCode.AnyClass or StreamerCode.TObject or StreamerCode.TNamed
                or StreamerCode.ObjectNeverNull or StreamerCode.AnyNeverNull:
                target[element.Name] = Plain(reader.ReadObject(ClassOf(element)));
                return true;
            case StreamerCode.ObjectPointer or StreamerCode.AnyPointer or StreamerCode.AnyPointerNoVirtual:
                target[element.Name] = Plain(reader.ReadPointer());
                return true;
            default:
                return StreamerCode.IsNumeric(element.Code)
                    ? TryReadNumbers(cursor, target, element) : TryReadColumn(reader, target, element);
        }
    }

    // TArray objects are the numbers that they hold.
    private static object? Plain(RootObject? value) =>
        value is not null && value.ClassName.StartsWith("TArray", StringComparison.Ordinal) ? value["fArray"] : value;

    private static string ClassOf(StreamerElement element) => element.TypeName.TrimEnd('*', ' ');

    private static bool TryReadNumbers(RootCursor cursor, RootObject target, StreamerElement element)
    {
        if (NumberKinds.FromCode(element.Code % 20) is not { } kind)
        {
            return false;
        }

        var packing = PackedFloat.Parse(element.Title);
        int length = 1;
        if (element.Code > StreamerCode.CountedArray)
        {
            length = cursor.Byte("the mark of an array") == 0
                ? 0 : cursor.Claimed(target.Integer(element.CountName), $"values of {element.Name}");
        }
        else if (element.Code > StreamerCode.FixedArray)
        {
            length = element.ArrayLength;
        }

        NumericColumn column = NumberKinds.NewColumn(kind, packing);
        column.Read(cursor, length);
        Array values = column.TakeValues();
        target[element.Name] = element.Code < StreamerCode.FixedArray ? values.GetValue(0) : values;
        return true;
    }

    private static bool TryReadColumn(ObjectReader reader, RootObject target, StreamerElement element)
    {
        try
        {
            ColumnBuilder column = new ColumnCompiler(reader.Catalog).Member(element)();
            column.Read(reader.Cursor, 1);
            RootArray read = column.Build();
            target[element.Name] = read is TextArray { Length: 1 } text ? text[0] : read;
            return true;
        }
        catch (UnreadableTypeException)
        {
            return false;
        }
    }
}
