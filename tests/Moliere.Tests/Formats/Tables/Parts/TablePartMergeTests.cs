// covers: Shard, TablePart
using Moliere.Data.Tables;
using Moliere.Formats.Bytes;
using Moliere.Formats.Tables;
using Moliere.Formats.Tables.Parts;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Formats.Tables.Parts;

public sealed class TablePartMergeTests : IDisposable
{
    private const int Events = 23, PerBlock = 4; // Six blocks, the last with three events.

    private readonly TempFolder _files = new();

    public void Dispose() => _files.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(9)]
    public void AllShardsInAnyOrder_GiveTheBytesOfTheWhole(int count)
    {
        byte[] whole = File.ReadAllBytes(Write(Shard.Whole));
        string[] parts = [.. Enumerable.Range(1, count).Select(i => Write(new(i, count)))];
        foreach (string[] order in (string[][])[parts, [.. parts.Reverse()], [.. parts[1..], parts[0]]])
        {
            TablePart merged = TablePartMerge.Merge(order, _files.At("merged.table"));
            Assert.True(merged.IsWhole);
            Assert.Equal(whole, File.ReadAllBytes(_files.At("merged.table")));
        }
    }

    [Fact]
    public void MergesOfMerges_GiveTheSameBytesHoweverTheyAreGrouped()
    {
        byte[] whole = File.ReadAllBytes(Write(Shard.Whole));
        string[] p = [.. Enumerable.Range(1, 4).Select(i => Write(new(i, 4)))];
        string ac = Merge("ac", p[0], p[2]), bd = Merge("bd", p[3], p[1]), bcd = Merge("bcd", p[2], bd);
        Assert.Equal("0,3", TablePart.Read(ac).HeldText);
        TablePartMerge.Merge([bd, ac], _files.At("1.table"));
        TablePartMerge.Merge([bcd, p[0]], _files.At("2.table"));
        Assert.Equal(whole, File.ReadAllBytes(_files.At("1.table")));
        Assert.Equal(whole, File.ReadAllBytes(_files.At("2.table")));
    }

    [Fact]
    public void MissingBlocks_AreNamed()
    {
        string message = Refusal(Write(new(1, 3)), Write(new(3, 3)));
        Assert.Contains("without the blocks 2-3", message);
        Assert.Contains("--partial", message);
        Assert.False(File.Exists(_files.At("merged.table")));
    }

    [Fact]
    public void BlocksThatComeTwice_AreNamed()
    {
        string a = Write(new(1, 2)), b = Merge("both", a, Write(new(2, 2)));
        Assert.Contains("the blocks 0-2, which", Refusal(a, b));
    }

    [Fact]
    public void PartsOfOtherProductions_AreRefused()
    {
        string a = Write(new(1, 2));
        Assert.Contains("seed 2", Refusal(a, Write(new(2, 2), seed: 2)));
        Assert.Contains("another recipe", Refusal(a, Write(new(2, 2), production: "other")));
        Assert.Contains("a part of 3 shards", Refusal(a, Write(new(2, 3))));
        Assert.Contains("24 events", Refusal(a, Write(new(2, 2), events: 24)));
    }

    [Fact]
    public void OtherTables_AreRefused()
    {
        string path = _files.At("other.table");
        TableFile.Write(path, Block(0, 3));
        Assert.Contains("does not say which blocks", Refusal(Write(new(1, 2)), path));
    }

    [Fact]
    public void Shards_ShareTheBlocksEvenly()
    {
        for (int count = 1; count < 8; count++)
        {
            (int First, int End)[] blocks =
                [.. Enumerable.Range(1, count).Select(i => new Shard(i, count).BlocksOf(5))];
            Assert.Equal((0, 5), (blocks[0].First, blocks[^1].End));
            Assert.All(blocks.Zip(blocks.Skip(1)), pair => Assert.Equal(pair.First.End, pair.Second.First));
            Assert.InRange(blocks.Max(b => b.End - b.First) - blocks.Min(b => b.End - b.First), 0, 1);
        }
    }

    [Theory]
    [InlineData("2/8", 2, 8)]
    [InlineData("1/1", 1, 1)]
    [InlineData("0/2", 0, 0)]
    [InlineData("3/2", 0, 0)]
    [InlineData("1-2/3", 0, 0)]
    [InlineData("2", 0, 0)]
    public void Shard_IsReadFromText(string text, int number, int count) =>
        Assert.Equal(count == 0 ? null : new Shard(number, count), Shard.Parse(text));

    [Fact]
    public void Part_KnowsItsEvents()
    {
        var last = new TablePart("x", 1, Events, PerBlock, new(2, 2));
        Assert.Equal((12L, 11L, "3-5"), (last.FirstEvent, last.HeldEvents, last.HeldText));
        TablePart none = new("x", 1, Events, PerBlock, new(1, 100));
        Assert.Equal((0L, 0L, ""), (none.FirstEvent, none.HeldEvents, none.HeldText));
        Assert.Equal(last.ToMetadata(), TablePart.FromMetadata(last.ToMetadata())!.ToMetadata());
        Assert.Null(TablePart.FromMetadata(new Dictionary<string, string> { ["seed"] = "1" }));
    }

    private string Refusal(params string[] parts) => Assert.Throws<InvalidFileException>(
        () => TablePartMerge.Merge(parts, _files.At("merged.table"))).Message;

    private string Merge(string name, params string[] parts)
    {
        string path = _files.At($"{name}.table");
        TablePartMerge.Merge(parts, path, mayBePartial: true);
        return path;
    }

    private string Write(Shard shard, ulong seed = 1, string production = "hash", long events = Events)
    {
        var part = new TablePart(production, seed, events, PerBlock, shard);
        string path = _files.At($"{shard.Number}-{shard.Count}-{seed}-{production}-{events}.table");
        using TableFileWriter writer = TableFileWriter.Create(
            path, [.. Block(0, 0).Columns.Select(ColumnSpec.Of)], part.ToMetadata());
        foreach (int block in part.Held)
        {
            writer.Append(Block(block * PerBlock, Math.Min(PerBlock, Events - (block * PerBlock))));
        }

        writer.Complete();
        return path;
    }

    private static Table Block(int first, int count) => new(
    [
        new LongColumn("event", "", "", [.. Enumerable.Range(first, count).Select(i => (long)i)]),
        new JaggedColumn<int>("list", "", "", [.. Enumerable.Range(0, count + 1)], [.. Enumerable.Range(first, count)]),
    ]);
}
