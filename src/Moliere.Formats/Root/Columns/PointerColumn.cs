using Moliere.Formats.Root.Arrays;
using Moliere.Formats.Root.Files;
using Moliere.Formats.Root.Objects;

namespace Moliere.Formats.Root.Columns;

/// <summary>Objects behind pointers that can be null: lists of none or one object.</summary>
/// <param name="className">The class that the columns are made for.</param>
/// <param name="content">Takes the objects; null where the class has no reader, so that only nulls are read.</param>
internal sealed class PointerColumn(string className, ColumnBuilder? content) : ColumnBuilder
{
    private readonly Growing<int> _offsets = new();
    private int _total;

    public override void Read(RootCursor cursor, int count)
    {
        for (int i = 0; i < count; i++)
        {
            _offsets.Add(_total);
            var tag = ObjectTag.Read(cursor);
            if (tag.ClassName is null)
            {
                RequireNull(cursor, tag);
                continue;
            }

            if (content is null || CppType.Canonical(tag.ClassName) != className)
            {
                throw cursor.Wrong($"an object of class '{tag.ClassName}' behind a pointer to '{className}'",
                    "null, or an object of that class with a known layout", "leave this branch out");
            }

            content.Read(cursor, 1);
            cursor.Position = tag.End < 0 ? cursor.Position : tag.End;
            _total++;
        }
    }

    private void RequireNull(RootCursor cursor, ObjectTag tag)
    {
        if (tag.Reference != 0)
        {
            throw cursor.Wrong($"a pointer to the object at byte {tag.Reference}, which another one points to as well",
                $"null, or a '{className}' of its own", "leave this branch out");
        }
    }

    public override RootArray Build()
    {
        _offsets.Add(_total);
        return new ListArray(_offsets.Take(), content?.Build() ?? new RecordArray(0, []));
    }
}
