namespace Moliere.Formats.Tables.Parts;

/// <summary>A share of the work that one of several processes does: the i-th of N consecutive parts.</summary>
/// <param name="Number">Counted from 1.</param>
/// <param name="Count">Number of shards, at least 1.</param>
public readonly record struct Shard(int Number, int Count)
{
    /// <summary>The only shard: all of the work.</summary>
    public static Shard Whole { get; } = new(1, 1);

    /// <summary>The blocks [First, End) of this shard; those of all shards differ by one block at most.</summary>
    /// <param name="blocks">Number of blocks of the whole, at least 0.</param>
    public (int First, int End) BlocksOf(int blocks) =>
        ((int)((long)blocks * (Number - 1) / Count), (int)((long)blocks * Number / Count));

    /// <summary>Reads text such as <c>2/8</c>; null where it is none.</summary>
    /// <param name="text">Number and count with a slash between them.</param>
    public static Shard? Parse(string text) =>
        text.Split('/') is [var number, var count]
        && NumberRanges.Parse(number) is { Count: 1 } i && NumberRanges.Parse(count) is { Count: 1 } n
        && i.Ranges[0].First >= 1 && i.Ranges[0].First <= n.Ranges[0].First
            ? new(i.Ranges[0].First, n.Ranges[0].First)
            : null;

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{Number}/{Count}");
}
