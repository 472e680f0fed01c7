using Moliere.Formats.Root.Files;

namespace Moliere.Formats.Root.Objects;

/// <summary>
/// What stands before the members of an object: its size, marked by bit 30, and the version of its class.
/// </summary>
/// <param name="Version">Version of the class; 0 or less for classes without one.</param>
/// <param name="Checksum">Checksum of the class where the version tells nothing; else 0.</param>
/// <param name="End">Position behind the object; -1 where its size was not written.</param>
/// <param name="IsMemberwise">Whether a collection holds all first members, then all second members, and so on.</param>
/// <source>ROOT, TBufferFile::ReadVersion.</source>
internal readonly record struct ObjectHeader(int Version, uint Checksum, int End, bool IsMemberwise)
{
    private const int MemberwiseMark = 1 << 14;

    /// <summary>Reads a header; the size may be absent, as in old files.</summary>
    public static ObjectHeader Read(RootCursor cursor)
    {
        int end = ReadEnd(cursor);
        int version = cursor.Int16("the version of a class");
        bool isMemberwise = end >= 0 && version > 0 && (version & MemberwiseMark) != 0;
        if (isMemberwise)
        {
            version &= ~MemberwiseMark;
        }

        uint checksum = version <= 0 && end >= cursor.Position + 4 ? cursor.UInt32("the checksum of a class") : 0;
        return new(version, checksum, end, isMemberwise);
    }

    /// <summary>The class behind a memberwise collection's header: its version, or 0 and its checksum.</summary>
    public static ObjectHeader ReadMemberClass(RootCursor cursor)
    {
        int version = cursor.Int16("the version of the elements' class");
        return new(version, version <= 0 ? cursor.UInt32("the checksum of the elements' class") : 0, -1, true);
    }

    /// <summary>Moves behind the object; members that this house knows nothing of are skipped.</summary>
    public void Finish(RootCursor cursor, string what)
    {
        if (End < 0)
        {
            return;
        }

        if (cursor.Position > End)
        {
            throw cursor.Wrong($"{cursor.Position - End} bytes read beyond the end of {what}", "its own members only");
        }

        cursor.Position = End;
    }

    private static int ReadEnd(RootCursor cursor)
    {
        uint size = cursor.PeekUInt32();
        if ((size & ObjectMarks.ByteCount) == 0 || size == uint.MaxValue)
        {
            return -1;
        }

        cursor.Skip(4, "the size of an object");
        long end = cursor.Position + (size & ~ObjectMarks.ByteCount);
        return end >= cursor.Position + 2 && end <= cursor.Length ? (int)end : throw cursor.Wrong(
            $"an object of {size & ~ObjectMarks.ByteCount} bytes with {cursor.Remaining} left",
            "one that the record can hold");
    }
}
