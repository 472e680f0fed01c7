using Moliere.Formats.Root.Arrays;
using Moliere.Formats.Root.Files;
using Moliere.Formats.Root.Objects;

namespace Moliere.Formats.Root.Columns;

/// <summary>Objects of a class, each behind a header of size and version, or all member by member.</summary>
/// <param name="layout">The layout that the members follow.</param>
/// <param name="catalog">Layouts of the file, to see what a header means.</param>
/// <param name="members">Takes the members.</param>
internal sealed class ClassColumn(StreamerClass layout, StreamerCatalog catalog, RecordColumn members) : ColumnBuilder
{
    private (int Version, uint Checksum)? _accepted;
    private bool _isByMember;

    /// <summary>Whether objects have headers; the pairs of a map have none.</summary>
    public bool HasHeader { get; init; } = true;

    /// <summary>Members that have headers only as long as objects stand member by member.</summary>
    public CollectionColumn[] Collections { get; init; } = [];

    /// <summary>From here on the objects stand member by member.</summary>
    /// <param name="header">Version of the class as the collection says it.</param>
    /// <param name="cursor">For errors.</param>
    public void BeginByMember(ObjectHeader header, RootCursor cursor)
    {
        Require(header, cursor);
        _isByMember = true;
        Array.ForEach(Collections, collection => collection.IsBare = false);
    }

    /// <summary>From here on each object stands for itself.</summary>
    public void EndByMember()
    {
        _isByMember = false;
        Array.ForEach(Collections, collection => collection.IsBare = true);
    }

    public override void Read(RootCursor cursor, int count)
    {
        if (_isByMember && count > 0)
        {
            members.ReadByMember(cursor, count);
        }
        else if (!_isByMember)
        {
            ReadEach(cursor, count);
        }
    }

    private void ReadEach(RootCursor cursor, int count)
    {
        if (!HasHeader)
        {
            Array.ForEach(Collections, collection => collection.IsBare = true);
            members.Read(cursor, count);
            return;
        }

        for (int i = 0; i < count; i++)
        {
            ObjectHeader header = ObjectHeader.Read(cursor);
            Require(header, cursor);
            members.Read(cursor, 1);
            header.Finish(cursor, layout.Name);
        }
    }

    /// <summary>Reads member by member, without headers.</summary>
    public void ReadByMember(RootCursor cursor, int count) => members.ReadByMember(cursor, count);

    /// <summary>Refuses a version of the class other than the one that the columns were made for.</summary>
    private void Require(ObjectHeader header, RootCursor cursor)
    {
        if (_accepted == (header.Version, header.Checksum))
        {
            return;
        }

        StreamerClass? named = catalog.Find(layout.Name, header.Version, header.Checksum);
        if (named is not null && named != layout)
        {
            throw cursor.Wrong(
                $"class {layout.Name} in version {named.Version}",
                $"version {layout.Version} as in the entries before");
        }

        _accepted = (header.Version, header.Checksum);
    }

    /// <summary>A member that holds numbers; null without one of this name.</summary>
    public NumericColumn? Number(string name) => members.Number(name);

    public override RootArray Build() => members.Build();
}
