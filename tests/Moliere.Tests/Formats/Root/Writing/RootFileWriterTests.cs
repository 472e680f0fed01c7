// covers: RootFileWriter, RootCompression
using System.Text.Json;
using Moliere.Formats.Bytes;
using Moliere.Formats.Codecs;
using Moliere.Formats.Root;
using Moliere.Formats.Root.Arrays;
using Moliere.Formats.Root.Files;
using Moliere.Formats.Root.Histograms;
using Moliere.Formats.Root.Writing;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Formats.Root.Writing;

public sealed class RootFileWriterTests
{
    private static readonly RootBranchSpec[] Specs =
        [new("i", RootLeafType.Int32), RootBranchSpec.Ragged("x", RootLeafType.Float32)];

    [Fact]
    public void TitleThatNoKeyHolds_IsRefused()
    {
        using TempFolder folder = new();
        using var file = new RootFileWriter(folder.At("x.root"));
        Assert.Throws<ArgumentException>(() => file.Tree("tree", new string('t', 8001), Specs));
        Assert.NotNull(file.Tree("tree", new string('\u2126', 8000), Specs));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Interruption_LeavesTheOldFile(bool isOld)
    {
        using TempFolder folder = new();
        string path = folder.At("x.root");
        if (isOld)
        {
            folder.Write("x.root", "old");
        }

        using (RootFileWriter file = new(path))
        {
            Fill(file.Tree("events", "", Specs), 10);
            Assert.True(File.Exists(path + ".partial"));
        }

        Assert.False(File.Exists(path + ".partial"));
        Assert.Equal(isOld, File.Exists(path));
    }

    [Fact]
    public void Place_ThatCannotBeWritten_IsNamed()
    {
        using TempFolder folder = new();
        Assert.Contains(
            "found no folder to write into",
            Assert.Throws<InvalidFileException>(() => new RootFileWriter(folder.At("no", "x.root"))).Message);
        Assert.Contains(
            "found a directory",
            Assert.Throws<InvalidFileException>(() => new RootFileWriter(folder.FullName)).Message);
    }

    [Theory]
    [InlineData(2_000_000_000, false)]
    [InlineData(1000, true)]
    public void Directories_ListTheirKeys(long largeFrom, bool isLarge)
    {
        using TempFolder folder = new();
        string path = WriteDirectories(folder, largeFrom);
        using RootFile file = RootFile.Open(path);
        Assert.Equal(isLarge, file.Header.IsLarge);
        Assert.Equal(file.Length, file.Header.End);
        Assert.Equal(
            ["a:TDirectory", "a/b:TDirectory", "a/b/events:TTree", "a/points:TGraph", "points:TGraph", "points:TGraph"],
            file.Entries.Select(entry => $"{entry.Path}:{entry.ClassName}"));
        Assert.Equal([1, 2], file.Entries.Where(entry => entry.Path == "points").Select(entry => entry.Cycle));
    }

    [SkippableTheory]
    [InlineData(2_000_000_000)]
    [InlineData(1000)]
    public void Directories_ReadInJsRoot(long largeFrom)
    {
        using TempFolder folder = new();
        JsonElement file = JsRoot.ReadOrSkip(WriteDirectories(folder, largeFrom));
        JsonElement tree = WrittenTrees.Tree(file, "a/b/events");
        Assert.Equal("[0,1,2,3]", WrittenTrees.Values(tree, "i"));
        Assert.Equal("[[],[1],[2,2],[3,3,3]]", WrittenTrees.Values(tree, "x"));
    }

    [SkippableTheory]
    [InlineData(Codec.Zlib, 0, 100)]
    [InlineData(Codec.Zlib, 6, 106)]
    [InlineData(Codec.Lz4, 4, 404)]
    [InlineData(Codec.Zstd, 5, 505)]
    public void EveryCodec_ReadsInJsRoot(Codec codec, int level, int setting)
    {
        using TempFolder folder = new();
        string path = folder.At("x.root");
        using (RootFileWriter file = new(path, new(codec, level)))
        {
            Fill(file.Tree("events", "", Specs), 500);
            file.Complete();
        }

        JsonElement found = JsRoot.ReadOrSkip(path);
        Assert.Equal(setting, found.GetProperty("compression").GetInt32());
        Assert.Equal(
            JsonSerializer.Serialize(Enumerable.Range(0, 500)), WrittenTrees.Values(WrittenTrees.Tree(found), "i"));
    }

    [SkippableFact]
    public void PositionsBeyondFourGigabytes_AreWritten()
    {
        using TempFolder folder = new();
        string path = folder.At("x.root");
        using (var records = new RecordFile(path, RootCompression.Stored))
        using (var file = new RootFileWriter(records))
        {
            // A hole stands for gigabytes of baskets; file systems keep it empty.
            records.End = 5_000_000_000;
            Fill(file.Tree("dir/events", "", Specs), 4);
            file.Write(RootGraph.Plain("points", [1, 2], [3, 4]));
            file.Complete();
        }

        using (RootFile read = RootFile.Open(path))
        {
            Assert.True(read.Header.IsLarge);
            Assert.Equal(["dir", "dir/events", "points"], read.Entries.Select(entry => entry.Path));
            Assert.All(read.Entries, entry => Assert.InRange(entry.Key.Position, 5_000_000_000, read.Length));
        }

        JsonElement tree = WrittenTrees.Tree(JsRoot.ReadOrSkip(path), "dir/events");
        Assert.Equal("[[],[1],[2,2],[3,3,3]]", WrittenTrees.Values(tree, "x"));
    }

    private static string WriteDirectories(TempFolder folder, long largeFrom)
    {
        string path = folder.At("x.root");
        using var file = new RootFileWriter(new RecordFile(path, RootCompression.Default) { LargeFrom = largeFrom });
        Fill(file.Tree("a/b/events", "", Specs), 4);
        file.Write(RootGraph.Plain("points", [1], [2]), "a");
        file.Write(RootGraph.Plain("points", [1], [2]));
        file.Write(RootGraph.Plain("points", [3], [4]));
        file.Complete();
        return path;
    }

    // Entry i holds i, and i times the number i % 4.
    private static void Fill(RootTreeWriter tree, int entries)
    {
        int[] numbers = [.. Enumerable.Range(0, entries)], lengths = [.. numbers.Select(i => i % 4)];
        float[] values = [.. numbers.SelectMany(i => Enumerable.Repeat((float)i, i % 4))];
        tree.Append([new NumberArray<int>(numbers), WrittenTrees.Lists(new NumberArray<float>(values), lengths)]);
    }
}
