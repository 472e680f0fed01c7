namespace Moliere.Formats.Root.Writing;

/// <summary>The leaf of a branch: how many values an entry has, of which type.</summary>
/// <source>ROOT 6, classes TLeaf, version 2, and TLeafO to TLeafC, version 1; TLeafElement, version 1.</source>
internal static class LeafRecord
{
    /// <summary>Writes the list of the one leaf.</summary>
    /// <returns>The number by which later bytes refer to it.</returns>
    public static int Write(ObjectBuffer to, BranchWriter branch, Dictionary<string, int> leaves)
    {
        RootBranchSpec spec = branch.Spec;
        int list = to.BeginArray(1);
        int pointer = to.BeginObject(spec.IsVector ? "TLeafElement" : spec.Facts.LeafClass), start = to.Begin(1);
        WriteLeaf(to, branch, spec.Counter.Length > 0 ? leaves[spec.Counter] : 0);
        if (spec.IsVector)
        {
            to.Bytes.Int32(-1);
            to.Bytes.Int32(-1);
        }
        else
        {
            WriteRange(to.Bytes, branch);
        }

        to.End(start);
        to.End(pointer);
        to.End(list);
        return to.Reference(pointer);
    }

    private static void WriteLeaf(ObjectBuffer to, BranchWriter branch, int counter)
    {
        RootBranchSpec spec = branch.Spec;
        int start = to.Begin(2);
        to.Named(spec.Name, spec.LeafTitle);
        to.Bytes.Int32(spec.Type == RootLeafType.Text && !spec.IsVector ? Math.Max(1, branch.Maximum) : spec.Width);
        to.Bytes.Int32(spec.IsVector ? 0 : spec.Facts.Size);
        to.Bytes.Int32(0); // Offset inside an object.
        to.Bytes.Byte(branch.IsCounter ? 1 : 0);
        to.Bytes.Byte(!spec.IsVector && spec.Facts.IsUnsigned ? 1 : 0);
        to.Bytes.Int32(counter);
        to.End(start);
    }

    // Least and largest value, of which readers need that of counters, to size their buffers.
    private static void WriteRange(ByteBuffer to, BranchWriter branch)
    {
        int size = branch.Spec.Type == RootLeafType.Text ? 4 : branch.Spec.Facts.Size;
        to.Zeros(size);
        if (size == 4)
        {
            to.Int32(branch.Spec.Type == RootLeafType.Float32 ? 0 : branch.Maximum);
        }
        else
        {
            to.Zeros(size);
        }
    }
}
