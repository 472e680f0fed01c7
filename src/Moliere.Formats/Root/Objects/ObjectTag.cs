using Moliere.Formats.Root.Files;

namespace Moliere.Formats.Root.Objects;

/// <summary>
/// What stands before an object behind a pointer: its size and class, or a reference to one read before.
/// </summary>
/// <param name="ClassName">Class of a new object; null for a null pointer or a reference.</param>
/// <param name="Reference">Offset of an object read before; 0 for others.</param>
/// <param name="Key">Offset under which later references know a new object.</param>
/// <param name="End">Position behind the object; -1 where its size was not written.</param>
/// <source>ROOT, TBufferFile::ReadObjectAny, ReadClass.</source>
internal readonly record struct ObjectTag(string? ClassName, uint Reference, uint Key, int End)
{
    /// <summary>Reads the tag; offsets of classes are kept with the cursor.</summary>
    public static ObjectTag Read(RootCursor cursor)
    {
        uint start = Offset(cursor), place = start;
        uint tag = cursor.UInt32("an object");
        int end = -1;
        if ((tag & ObjectMarks.ByteCount) != 0 && tag != ObjectMarks.NewClass)
        {
            end = EndOf(cursor, tag & ~ObjectMarks.ByteCount);
            place = Offset(cursor);
            tag = cursor.UInt32("the class of an object");
        }

        if ((tag & ObjectMarks.KnownClass) != 0)
        {
            return new(ClassOf(cursor, tag, place), 0, start + ObjectMarks.ReferenceShift, end);
        }

        cursor.Position = end < 0 ? cursor.Position : end;
        return new(null, tag, 0, end);
    }

    private static uint Offset(RootCursor cursor) => (uint)(cursor.Position + cursor.Shift);

    private static int EndOf(RootCursor cursor, uint size)
    {
        long end = cursor.Position + (long)size;
        return end <= cursor.Length ? (int)end : throw cursor.Wrong(
            $"an object of {size} bytes with {cursor.Remaining} left", "one that the record can hold");
    }

    private static string ClassOf(RootCursor cursor, uint tag, uint place)
    {
        if (tag == ObjectMarks.NewClass)
        {
            return cursor.ClassNames[place + ObjectMarks.ReferenceShift] = cursor.ZeroEnded("a class name");
        }

        uint offset = tag & ~ObjectMarks.KnownClass;
        return cursor.ClassNames.TryGetValue(offset, out string? known) ? known : throw cursor.Wrong(
            $"a reference to a class at byte {offset}", "the place of a class named before");
    }
}
