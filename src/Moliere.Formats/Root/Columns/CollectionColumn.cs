using Moliere.Formats.Root.Arrays;
using Moliere.Formats.Root.Files;
using Moliere.Formats.Root.Objects;

namespace Moliere.Formats.Root.Columns;

/// <summary>
/// Collections of the standard library as members or branches of their own: a header, then one or more collections. The
/// header tells whether objects stand one after the other or member by member.
/// </summary>
/// <param name="lists">Takes collection after collection.</param>
/// <param name="content">The objects inside where they can stand member by member; else null.</param>
internal sealed class CollectionColumn(ColumnBuilder lists, ClassColumn? content) : ColumnBuilder
{
    /// <summary>Whether there is no header, as in the pairs of a map.</summary>
    public bool IsBare { get; set; }

    public override void Read(RootCursor cursor, int count)
    {
        if (IsBare)
        {
            lists.Read(cursor, count);
        }
        else if (cursor.Length == 0 && lists is ListColumn empty)
        {
            empty.ReadNothing(count); // Old versions of ROOT write no bytes for collections they know nothing of.
        }
        else if (count > 0)
        {
            ObjectHeader header = Begin(cursor);
            lists.Read(cursor, count);
            End(header, cursor);
        }
    }

    /// <summary>Reads the collections of all elements of a split collection, which share one header.</summary>
    public override int ReadToEnd(RootCursor cursor)
    {
        if (cursor.Remaining == 0)
        {
            return 0;
        }

        ObjectHeader header = Begin(cursor);
        int elements = ReadListsUpTo(cursor, header.End < 0 ? cursor.Length : header.End);
        End(header, cursor);
        return elements;
    }

    private int ReadListsUpTo(RootCursor cursor, int end)
    {
        int elements = 0;
        while (cursor.Position < end)
        {
            int before = cursor.Position;
            lists.Read(cursor, 1);
            elements++;
            if (cursor.Position == before)
            {
                throw cursor.Wrong("lists without a byte", "lists of one byte or more");
            }
        }

        return elements;
    }

    private ObjectHeader Begin(RootCursor cursor)
    {
        ObjectHeader header = ObjectHeader.Read(cursor);
        if (header.IsMemberwise)
        {
            ClassColumn objects = Objects ?? throw cursor.Wrong(
                "a collection member by member of what has no members", "a collection of objects");
            objects.BeginByMember(ObjectHeader.ReadMemberClass(cursor), cursor);
        }

        return header;
    }

    private void End(ObjectHeader header, RootCursor cursor)
    {
        if (header.IsMemberwise)
        {
            Objects?.EndByMember();
        }

        header.Finish(cursor, "a collection");
    }

    // Those of the class around them are made only now that they are needed.
    private ClassColumn? Objects => content ?? (lists as ListColumn)?.Recursive?.Objects();

    public override RootArray Build() => lists.Build();
}
