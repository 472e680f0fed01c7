using Moliere.Formats.Root.Arrays;

namespace Moliere.Formats.Root.Writing;

/// <summary>How the entries of a branch become the bytes of its baskets.</summary>
internal abstract class EntryEncoder
{
    /// <summary>Bytes of every entry where they are equal, else 0: then a basket needs entry offsets.</summary>
    public abstract int FixedBytes { get; }

    /// <summary>The way of a branch.</summary>
    public static EntryEncoder Of(RootBranchSpec spec) =>
        spec.Type == RootLeafType.Text && !spec.IsVector ? new TextEncoder(spec)
            : spec.IsVector ? new VectorEncoder(spec)
            : spec.Counter.Length > 0 ? new CountedEncoder(spec)
            : new FixedEncoder(spec);

    /// <summary>Refuses an array that the branch cannot hold.</summary>
    /// <exception cref="ArgumentException">The type or a dimension differs.</exception>
    public abstract void Check(RootArray array);

    /// <summary>Bytes of some entries of a checked array.</summary>
    public abstract long Size(RootArray array, int first, int count);

    /// <summary>Appends the bytes of some entries of a checked array.</summary>
    /// <param name="array">Entries.</param>
    /// <param name="first">First of them.</param>
    /// <param name="count">Number of them.</param>
    /// <param name="to">Takes the bytes.</param>
    /// <param name="ends">Takes the end of each entry in the bytes, where entries differ in size.</param>
    public abstract void Write(RootArray array, int first, int count, ByteBuffer to, List<int> ends);
}
