namespace Moliere.Cli.Recipes;

/// <summary>A recipe before it is bound to a record: a tree whose every node knows where it was written.</summary>
/// <param name="Place">Where the node begins.</param>
internal abstract record RecipeNode(RecipePlace Place)
{
    /// <summary>The node as an error message quotes it.</summary>
    public abstract string Found { get; }
}

/// <summary>A single value.</summary>
/// <param name="Text">The text as written, without quotes.</param>
/// <param name="IsQuoted">True for a quoted value, which is never <c>null</c>, a number or a truth value.</param>
/// <param name="Place">Where the value begins.</param>
internal sealed record RecipeScalar(string Text, bool IsQuoted, RecipePlace Place) : RecipeNode(Place)
{
    /// <summary>True for an empty value, <c>~</c> and <c>null</c>.</summary>
    public bool IsNull => !IsQuoted && Text is "" or "~" or "null" or "Null" or "NULL";

    /// <inheritdoc/>
    public override string Found => Text.Length == 0 ? "nothing" : $"'{Text}'";
}

/// <summary>A list of values, in order.</summary>
/// <param name="Items">The values.</param>
/// <param name="Place">Where the list begins.</param>
internal sealed record RecipeList(IReadOnlyList<RecipeNode> Items, RecipePlace Place) : RecipeNode(Place)
{
    /// <inheritdoc/>
    public override string Found => $"a list of {Items.Count}";
}

/// <summary>One key of a block with its value.</summary>
/// <param name="Key">The key as written.</param>
/// <param name="Value">Its value.</param>
/// <param name="Place">Where the key stands.</param>
internal sealed record RecipeEntry(string Key, RecipeNode Value, RecipePlace Place);

/// <summary>A block of keys, in the order written; keys are distinct.</summary>
/// <param name="Entries">The keys with their values.</param>
/// <param name="Place">Where the block begins.</param>
internal sealed record RecipeMap(IReadOnlyList<RecipeEntry> Entries, RecipePlace Place) : RecipeNode(Place)
{
    /// <inheritdoc/>
    public override string Found => "a block of keys";

    /// <summary>The entry of that key, or null.</summary>
    /// <param name="key">Compared exactly.</param>
    public RecipeEntry? Find(string key) => Entries.FirstOrDefault(entry => entry.Key == key);

    /// <summary>A copy in which that key has another value; a new key goes to the end.</summary>
    /// <param name="entry">The key and its value.</param>
    public RecipeMap With(RecipeEntry entry) => Find(entry.Key) is null
        ? this with { Entries = [.. Entries, entry] }
        : this with { Entries = [.. Entries.Select(old => old.Key == entry.Key ? entry : old)] };
}
