using Moliere.Formats.Root.Arrays;
using Moliere.Formats.Root.Files;
using Moliere.Formats.Root.Objects;

namespace Moliere.Formats.Root.Columns;

/// <summary>Columns of classes that write themselves by code of their own.</summary>
internal static class BuiltInColumns
{
    private static readonly Dictionary<string, Func<ColumnBuilder>> Columns = new()
    {
        ["TObject"] = () => new TObjectColumn(),
        ["TRef"] = () => new TObjectColumn { IsReference = true },
        ["TDatime"] = () => new NumberColumn<uint>(),
        ["TArrayC"] = () => new ListColumn(new NumberColumn<sbyte>()),
        ["TArrayS"] = () => new ListColumn(new NumberColumn<short>()),
        ["TArrayI"] = () => new ListColumn(new NumberColumn<int>()),
        ["TArrayL"] = () => new ListColumn(new NumberColumn<long>()),
        ["TArrayL64"] = () => new ListColumn(new NumberColumn<long>()),
        ["TArrayF"] = () => new ListColumn(new NumberColumn<float>()),
        ["TArrayD"] = () => new ListColumn(new NumberColumn<double>()),
    };

    /// <summary>Makes columns of a class; null for a class that streamer information describes.</summary>
    public static Func<ColumnBuilder>? Find(string className) => Columns.GetValueOrDefault(className);
}

/// <summary>TObject, the root of ROOT's classes, and references to objects.</summary>
internal sealed class TObjectColumn : ColumnBuilder
{
    private readonly Growing<uint> _identities = new();
    private readonly Growing<uint> _bits = new();

    /// <summary>Whether it is a TRef, which names a process behind the identity.</summary>
    public bool IsReference { get; init; }

    public override void Read(RootCursor cursor, int count)
    {
        for (int i = 0; i < count; i++)
        {
            ObjectHeader header = ObjectHeader.Read(cursor);
            _identities.Add(cursor.UInt32("the identity of an object"));
            uint bits = cursor.UInt32("the bits of an object");
            _bits.Add(bits);
            cursor.Skip((bits & ObjectBits.IsReferenced) != 0 ? 2 : 0, "the process of an object");
            header.Finish(cursor, "TObject");
            ReadReference(cursor, bits);
        }
    }

    public override RootArray Build() => new RecordArray(
        _bits.Count,
        [
            new("fUniqueID", new NumberArray<uint>(_identities.Take())),
            new("fBits", new NumberArray<uint>(_bits.Take())),
        ]);

    private void ReadReference(RootCursor cursor, uint bits)
    {
        if (IsReference && (bits & ObjectBits.HasUuid) != 0)
        {
            cursor.TextBytes("the identity of a reference");
        }
        else if (IsReference)
        {
            cursor.Skip(2, "the process of a reference");
        }
    }
}
