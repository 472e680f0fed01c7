namespace Moliere.Formats.Root.Writing;

/// <summary>A branch to write: its name, the type of its values and how many an entry has.</summary>
/// <param name="Name">Unique within its tree, without <c>/</c>, brackets and blanks.</param>
/// <param name="Type">Type of one value.</param>
public sealed record RootBranchSpec(string Name, RootLeafType Type)
{
    /// <summary>
    /// Fixed dimensions of an entry, or of an element of a list, each positive; empty for a single value.
    /// </summary>
    public IReadOnlyList<int> Shape { get; init; } = [];

    /// <summary>
    /// Name of the branch that counts the elements of each list, shared by all branches that name it; empty where there
    /// are no lists. A counter that is no branch of the tree itself is made, of type <c>int</c>.
    /// </summary>
    public string Counter { get; init; } = "";

    /// <summary>Whether an entry is a <c>std::vector</c>, which needs no counter.</summary>
    public bool IsVector { get; init; }

    internal LeafTypeFacts Facts => LeafTypeFacts.Of(Type);

    /// <summary>Values of an entry, or of an element of a list.</summary>
    internal int Width => Shape.Aggregate(1, (product, size) => checked(product * size));

    /// <summary>The leaf's title, which holds the dimensions: <c>x[nx][3]</c>.</summary>
    internal string LeafTitle =>
        Name + (Counter.Length > 0 ? $"[{Counter}]" : "") + string.Concat(Shape.Select(size => $"[{size}]"));

    /// <summary>Lists of any length with an own counter, <c>n</c> and the name.</summary>
    /// <param name="name">Name of the branch.</param>
    /// <param name="type">Type of one value.</param>
    /// <param name="counter">Name of the counter, <c>n</c> and the name if null.</param>
    public static RootBranchSpec Ragged(string name, RootLeafType type, string? counter = null) =>
        new(name, type) { Counter = counter ?? "n" + name };

    /// <summary>Arrays of fixed dimensions.</summary>
    /// <param name="name">Name of the branch.</param>
    /// <param name="type">Type of one value.</param>
    /// <param name="shape">Dimensions, outermost first, each positive.</param>
    public static RootBranchSpec Fixed(string name, RootLeafType type, params int[] shape) =>
        new(name, type) { Shape = shape };

    /// <summary>A <c>std::vector</c> in each entry.</summary>
    /// <param name="name">Name of the branch.</param>
    /// <param name="type">Type of one value.</param>
    public static RootBranchSpec Vector(string name, RootLeafType type) => new(name, type) { IsVector = true };
}
