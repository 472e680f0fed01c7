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
    public override void Read(RootCursor cursor, int count)
    {
        if (count == 0)
        {
            return;
        }

        ObjectHeader header = ObjectHeader.Read(cursor);
        if (header.IsMemberwise)
        {
            ClassColumn objects = content ?? throw cursor.Wrong(
                "a collection member by member of what has no members", "a collection of objects");
            objects.BeginByMember(ObjectHeader.ReadMemberClass(cursor), cursor);
            lists.Read(cursor, count);
            objects.EndByMember();
        }
        else
        {
            lists.Read(cursor, count);
        }

        header.Finish(cursor, "a collection");
    }

    public override RootArray Build() => lists.Build();
}
