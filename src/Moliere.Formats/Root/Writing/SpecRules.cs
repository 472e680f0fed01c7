namespace Moliere.Formats.Root.Writing;

/// <summary>What branches may be declared.</summary>
internal static class SpecRules
{
    // Three bytes for each character, name and title together: a key's own size has 15 bits.
    private const int LongestName = 1000, LongestTitle = 8000;

    /// <summary>Refuses branches that no reader would understand.</summary>
    /// <exception cref="ArgumentException">A name, shape or counter cannot be, or a name stands twice.</exception>
    public static void Require(IReadOnlyList<RootBranchSpec> specs, string tree)
    {
        var byName = new Dictionary<string, RootBranchSpec>(StringComparer.Ordinal);
        foreach (RootBranchSpec spec in specs)
        {
            RequireName(spec.Name, "branch");
            if (!byName.TryAdd(spec.Name, spec))
            {
                throw new ArgumentException($"Tree '{tree}' has two branches called '{spec.Name}'.");
            }

            RequireForm(spec);
        }

        foreach (RootBranchSpec spec in specs.Where(spec => byName.ContainsKey(spec.Counter)))
        {
            RequireCounter(spec, specs, byName[spec.Counter]);
        }
    }

    /// <summary>Refuses a name that cannot be found again or has another meaning in a title.</summary>
    public static void RequireName(string name, string what)
    {
        if (name.Length is 0 or > LongestName || name.AsSpan().IndexOfAny("/[]; \t\0") >= 0)
        {
            throw new ArgumentException(
                $"'{name}' cannot be the name of a {what}: it needs 1 to {LongestName} characters without blanks, "
                + "slashes, brackets and semicolons.");
        }
    }

    /// <summary>Refuses a title that does not fit into a key.</summary>
    public static void RequireTitle(string title)
    {
        if (title.Length > LongestTitle)
        {
            throw new ArgumentException(
                $"'{title[..40]}...' is a title of {title.Length} characters; it can have up to {LongestTitle}.");
        }
    }

    private static void RequireForm(RootBranchSpec spec)
    {
        bool isText = spec.Type == RootLeafType.Text;
        if (spec.Shape.Any(size => size < 1) || (spec.IsVector && (spec.Counter.Length > 0 || spec.Shape.Count > 0))
            || (isText && (spec.Counter.Length > 0 || spec.Shape.Count > 0)))
        {
            throw new ArgumentException(
                $"Branch '{spec.Name}' is declared as what cannot be: dimensions are positive, and neither vectors nor "
                + "texts have dimensions or a counter.");
        }

        if (spec.Counter.Length > 0)
        {
            RequireName(spec.Counter, "counter");
        }
    }

    private static void RequireCounter(RootBranchSpec spec, IReadOnlyList<RootBranchSpec> specs, RootBranchSpec counter)
    {
        bool isPlain = counter.Shape.Count == 0 && counter.Counter.Length == 0 && !counter.IsVector;
        bool isBefore = specs.ToList().IndexOf(counter) < specs.ToList().IndexOf(spec);
        if (!isPlain || !isBefore || counter.Type is not (RootLeafType.Int32 or RootLeafType.UInt32))
        {
            throw new ArgumentException(
                $"Branch '{counter.Name}' cannot count the elements of '{spec.Name}': a counter is declared before "
                + "what it counts, has one value per entry and is of type Int32 or UInt32.");
        }
    }
}
