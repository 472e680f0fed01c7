namespace Moliere.Formats.Root.Writing;

/// <summary>How a tree is cut into baskets; the bytes do not depend on threads or on the chunks handed in.</summary>
public sealed record RootTreeOptions
{
    /// <summary>A basket ends with the entry that brings it to so many bytes; at least 1.</summary>
    public int BasketBytes { get; init; } = 1 << 18;

    /// <summary>
    /// All baskets end with the entry that brings the branches together to so many bytes, which bounds the memory. At
    /// least 1.
    /// </summary>
    public int ClusterBytes { get; init; } = 1 << 24;

    /// <summary>Threads that pack baskets, at least 1.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;
}
