namespace Moliere.Formats.Root.Writing;

/// <summary>A branch inside the record of its tree: what it is and where its baskets are.</summary>
/// <source>ROOT 6, classes TBranch, version 13, and TBranchElement, version 10.</source>
internal static class BranchRecord
{
    private const uint NoBufferMap = 1 << 22; // Numbers hold no references to objects.
    private const int OffsetTable = 1000;
    private const int LeastBaskets = 10;
    private const int LeastBasketSize = 32_000;

    // The version that ROOT 6 gives to STL collections.
    private const int VectorVersion = 6;

    /// <summary>Writes a branch with its leaf.</summary>
    /// <returns>The number by which later bytes refer to the leaf.</returns>
    public static int Write(
        ObjectBuffer to, BranchWriter branch, Dictionary<string, int> leaves, RootCompression compression)
    {
        RootBranchSpec spec = branch.Spec;
        int pointer = to.BeginObject(spec.IsVector ? "TBranchElement" : "TBranch");
        int element = spec.IsVector ? to.Begin(10) : -1, start = to.Begin(13);
        to.Named(spec.Name, spec.IsVector ? spec.Name : $"{spec.LeafTitle}/{spec.Facts.Letter}", NoBufferMap);
        to.Fill();
        WriteNumbers(to, branch, compression);
        to.End(to.BeginArray(0)); // Branches inside this one.
        int leaf = LeafRecord.Write(to, branch, leaves);
        WriteBasketsInMemory(to, branch.Written.Count);
        WriteBaskets(to.Bytes, branch);
        to.Bytes.Text(""); // File of the baskets: this one.
        to.End(start);
        if (spec.IsVector)
        {
            WriteVector(to, $"vector<{spec.Facts.CppName}>");
            to.End(element);
        }

        to.End(pointer);
        return leaf;
    }

    /// <summary>TIOFeatures without any; a foreign class, whose version is its checksum.</summary>
    public static void Features(ObjectBuffer to)
    {
        int start = to.Begin(0);
        to.Bytes.UInt32(LayoutTable.Classes["ROOT::TIOFeatures"].Checksum);
        to.Bytes.Byte(0);
        to.End(start);
    }

    /// <summary>Classes of objects in the record of a branch.</summary>
    public static IEnumerable<string> Classes(RootBranchSpec spec) =>
        spec.IsVector ? ["TBranchElement", "TLeafElement"] : ["TBranch", spec.Facts.LeafClass];

    public static long TotalBytes(BranchWriter branch) => branch.Written.Sum(key => (long)key.Size + key.UnpackedSize);

    public static long StoredBytes(BranchWriter branch) => branch.Written.Sum(key => (long)key.RecordSize);

    private static void WriteNumbers(ObjectBuffer to, BranchWriter branch, RootCompression compression)
    {
        ByteBuffer bytes = to.Bytes;
        bytes.Int32(compression.Setting);
        bytes.Int32(Math.Max(LeastBasketSize, branch.LargestBasket));
        bytes.Int32(branch.HasOffsets ? OffsetTable : 0);
        bytes.Int32(branch.Written.Count);
        bytes.Int64(branch.Entries);
        Features(to);
        bytes.Int32(0); // Offset inside an object.
        bytes.Int32(Slots(branch));
        bytes.Int32(0); // Split level.
        bytes.Int64(branch.Entries);
        bytes.Int64(0); // First entry.
        bytes.Int64(TotalBytes(branch));
        bytes.Int64(StoredBytes(branch));
    }

    // ROOT's tables have at least ten places, and one behind the last basket, which says where the next would begin.
    private static int Slots(BranchWriter branch) => Math.Max(LeastBaskets, branch.Written.Count + 1);

    // None is in memory any more; ROOT keeps a place for each, and for the one to come.
    private static void WriteBasketsInMemory(ObjectBuffer to, int written)
    {
        int array = to.BeginArray(written + 1);
        to.Bytes.Zeros(4 * (written + 1));
        to.End(array);
    }

    private static void WriteBaskets(ByteBuffer to, BranchWriter branch)
    {
        int unused = Slots(branch) - branch.Written.Count;
        to.Byte(1);
        branch.Written.ForEach(key => to.Int32(key.RecordSize));
        to.Zeros(4 * unused);
        to.Byte(1);
        branch.FirstEntries.ForEach(to.Int64);
        to.Int64(branch.Entries);
        to.Zeros(8 * (unused - 1));
        to.Byte(1);
        branch.Written.ForEach(key => to.Int64(key.Position));
        to.Zeros(8 * unused);
    }

    private static void WriteVector(ObjectBuffer to, string className)
    {
        to.Bytes.Text(className);
        to.Bytes.Text(""); // Parent class.
        to.Bytes.Text(""); // Class in a TClonesArray.
        to.Bytes.UInt32(NameChecksum(className));
        to.Bytes.Int16(VectorVersion);
        to.Bytes.Int32(-1); // Not a member of a class.
        to.Bytes.Int32(0); // A leaf of the tree.
        to.Bytes.Int32(-1); // Streamer type: none, as it is no member.
        to.Bytes.Int32(0);
        to.Null();
        to.Null();
    }

    // TClass::GetCheckSum of a class without members known to ROOT: its name alone.
    private static uint NameChecksum(string name) =>
        name.Aggregate(0u, (sum, letter) => unchecked((sum * 3) + letter));
}
