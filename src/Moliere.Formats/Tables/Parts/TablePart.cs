using System.Globalization;
using Moliere.Formats.Bytes;

namespace Moliere.Formats.Tables.Parts;

/// <summary>
/// What a table says about the production it belongs to: one row group per block of events, and which blocks it holds.
/// Only a table of all blocks leaves out by how many shards it was made, so that it does not depend on them.
/// </summary>
public sealed record TablePart
{
    private const string ProductionKey = "production", SeedKey = "seed", EventsKey = "events";
    private const string PerBlockKey = "events_per_block", BlocksKey = "blocks", ShardsKey = "shards";

    private readonly NumberRanges _held;

    /// <summary>The part of one shard.</summary>
    /// <param name="production">Hash of everything that decides the rows: recipe, inputs, version.</param>
    /// <param name="seed">Seed of the production.</param>
    /// <param name="events">Events of the whole production, at least 0.</param>
    /// <param name="eventsPerBlock">Events of a row group, at least 1.</param>
    /// <param name="shard">Which share.</param>
    public TablePart(string production, ulong seed, long events, int eventsPerBlock, Shard shard)
    {
        (Production, Seed, ShardCount) = (production, seed, shard.Count);
        (Events, EventsPerBlock) = (events, eventsPerBlock);
        BlockCount = checked((int)((events + eventsPerBlock - 1) / eventsPerBlock));
        (int first, int end) = shard.BlocksOf(BlockCount);
        _held = NumberRanges.Of(first, end);
    }

    private TablePart(TablePart like, NumberRanges held)
        : this(like.Production, like.Seed, like.Events, like.EventsPerBlock, new(1, like.ShardCount)) => _held = held;

    /// <summary>Hash of everything that decides the rows.</summary>
    public string Production { get; }

    /// <summary>Seed of the production.</summary>
    public ulong Seed { get; }

    /// <summary>Events of the whole production.</summary>
    public long Events { get; }

    /// <summary>Events of a row group; the last block may have fewer.</summary>
    public int EventsPerBlock { get; }

    /// <summary>Blocks of the whole production.</summary>
    public int BlockCount { get; }

    /// <summary>Number of shards the work was divided into; 1 for a whole table.</summary>
    public int ShardCount { get; private init; }

    /// <summary>Numbers of the blocks in the file, in the order of its row groups.</summary>
    public IReadOnlyList<int> Held => [.. _held.Numbers];

    /// <summary>The blocks in the file as text, such as <c>0-11,24-35</c>.</summary>
    public string HeldText => _held.ToString();

    /// <summary>Whether all blocks are there.</summary>
    public bool IsWhole => _held.Count == BlockCount;

    /// <summary>First of the events in the file; for a part of consecutive blocks.</summary>
    public long FirstEvent => _held.Ranges is [var range, ..] ? (long)range.First * EventsPerBlock : 0;

    /// <summary>Events in the file, those without rows included.</summary>
    public long HeldEvents => _held.Ranges.Sum(range =>
        Math.Min(Events, (range.Last + 1L) * EventsPerBlock) - ((long)range.First * EventsPerBlock));

    /// <summary>The same production with other blocks.</summary>
    internal TablePart With(NumberRanges held) => new(this, held);

    /// <summary>The metadata of the table file.</summary>
    public IReadOnlyDictionary<string, string> ToMetadata()
    {
        var metadata = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [ProductionKey] = Production,
            [SeedKey] = Seed.ToString(CultureInfo.InvariantCulture),
            [EventsKey] = Events.ToString(CultureInfo.InvariantCulture),
            [PerBlockKey] = EventsPerBlock.ToString(CultureInfo.InvariantCulture),
            [BlocksKey] = FormattableString.Invariant($"{HeldText}/{BlockCount}"),
        };
        if (!IsWhole)
        {
            metadata[ShardsKey] = ShardCount.ToString(CultureInfo.InvariantCulture);
        }

        return metadata;
    }

    /// <summary>What a table file says; null where it is not one of a production.</summary>
    /// <param name="metadata">Of the file.</param>
    public static TablePart? FromMetadata(IReadOnlyDictionary<string, string> metadata)
    {
        if (!metadata.TryGetValue(ProductionKey, out string? production)
            || !ulong.TryParse(metadata.GetValueOrDefault(SeedKey), NumberStyles.None, null, out ulong seed)
            || !long.TryParse(metadata.GetValueOrDefault(EventsKey), NumberStyles.None, null, out long events)
            || !int.TryParse(metadata.GetValueOrDefault(PerBlockKey), NumberStyles.None, null, out int perBlock)
            || perBlock < 1 || events > int.MaxValue * (long)perBlock
            || metadata.GetValueOrDefault(BlocksKey)?.Split('/') is not [var held, _]
            || NumberRanges.Parse(held) is not { } ranges
            || !int.TryParse(metadata.GetValueOrDefault(ShardsKey, "1"), NumberStyles.None, null, out int shards))
        {
            return null;
        }

        var part = new TablePart(production, seed, events, perBlock, new(1, Math.Max(shards, 1)));
        return ranges.Numbers.All(block => block < part.BlockCount) ? part.With(ranges) : null;
    }

    /// <summary>What a table file says about its production.</summary>
    /// <param name="path">A table file.</param>
    /// <exception cref="InvalidFileException">Not a table file, or not one of a production.</exception>
    public static TablePart Read(string path)
    {
        TableFileHeader header = TableFile.ReadHeader(path);
        return FromMetadata(header.Metadata) is { } part && part._held.Count == header.GroupCount
            ? part
            : throw new InvalidFileException(
                new(path), "a table that does not say which blocks of which production it holds",
                "a part that 'moliere simulate' wrote", "make it again with --shard");
    }
}
