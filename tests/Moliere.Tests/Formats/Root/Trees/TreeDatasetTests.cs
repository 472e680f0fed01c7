using System.Text;
using System.Text.Json;
using Moliere.Formats.Bytes;
using Moliere.Formats.Root;
using Moliere.Formats.Root.Arrays;
using Moliere.Formats.Root.Files;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Formats.Root.Trees;

public class TreeDatasetTests
{
    [Theory]
    [InlineData("uproot-issue30.root")]
    [InlineData("uproot-issue21.root")]
    [InlineData("uproot-small-dy-nooffsets.root")]
    [InlineData("uproot-stl_containers.root")]
    [InlineData("ndim-slice.root")]
    [InlineData("object1.root")]
    public void RangesJoined_EqualTheWhole(string name)
    {
        using RootFile file = Open(name);
        IRootDataset tree = RootDatasets.Open(file);
        int count = (int)tree.EntryCount;
        foreach (RootField field in All(tree.Fields).Where(field => field.Obstacle is null && field.Parts > 0))
        {
            int step = Math.Max(1, count / 7);
            string[] whole = Texts(tree.Read(field, 0, count));
            var parts = new List<string>();
            for (int first = 0; first < count; first += step)
            {
                parts.AddRange(Texts(tree.Read(field, first, Math.Min(step, count - first))));
            }

            Assert.Equal(whole, parts);
        }
    }

    [Fact]
    public void ManyThreads_ReadTheSameValues()
    {
        using RootFile file = Open("object1.root");
        IRootDataset tree = RootDatasets.Open(file);
        RootField[] fields = [.. All(tree.Fields).Where(field => field.Parts > 0)];
        int count = (int)tree.EntryCount;
        string[][] expected = [.. fields.Select(field => Texts(tree.Read(field, 0, count)))];
        Parallel.For(0, 200, i => Assert.Equal(
            expected[i % fields.Length], Texts(tree.Read(fields[i % fields.Length], 0, count))));
    }

    [Fact]
    public void Fields_SayTypeCounterAndPacking()
    {
        using RootFile file = Open("uproot-small-dy-nooffsets.root");
        IRootDataset tree = RootDatasets.Open(file);
        RootField field = tree.Fields.Single(field => field.Name == "Jet_jetId");
        Assert.Equal("int32_t[nJet]", field.Type);
        Assert.Equal("nJet", field.Counter);
        Assert.True(field.Parts > 1 && field.StoredBytes > 0 && field.UnpackedBytes > field.StoredBytes);
        Assert.StartsWith("zlib ", field.Compression, StringComparison.Ordinal);
        Assert.Equal(0, tree.Boundaries[0]);
        Assert.Equal(tree.EntryCount, tree.Boundaries[^1]);
    }

    [Fact]
    public void EmptyRange_GivesNoValues()
    {
        using RootFile file = Open("uproot-stl_containers.root");
        IRootDataset tree = RootDatasets.Open(file);
        foreach (RootField field in tree.Fields)
        {
            Assert.Equal(0, tree.Read(field, 2, 0).Length);
        }
    }

    [Fact]
    public void RangeOutsideOfTheTree_IsTheCallersMistake()
    {
        using RootFile file = Open("uproot-issue30.root");
        IRootDataset tree = RootDatasets.Open(file);
        Assert.Throws<ArgumentOutOfRangeException>(() => tree.Read(tree.Fields[0], 0, (int)tree.EntryCount + 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => tree.Read(tree.Fields[0], -1, 1));
    }

    [Fact]
    public void WrongName_NamesTheNearest()
    {
        using RootFile file = Open("uproot-issue30.root");
        InvalidFileException error = Assert.Throws<InvalidFileException>(() => RootDatasets.Open(file, "tee"));
        Assert.Contains("'tree'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void DamagedFile_IsRefusedInOneSentence()
    {
        InvalidFileException error = Assert.Throws<InvalidFileException>(() =>
        {
            using RootFile file = Open("odd/bad_delphes.root");
            return RootDatasets.Open(file);
        });
        Assert.Contains("bad_delphes.root", error.Message, StringComparison.Ordinal);
    }

    private static RootFile Open(string name) =>
        RootFile.Open(Repository.At(["tests", "data", "root", .. name.Split('/')]));

    // Each entry as JSON.
    private static string[] Texts(RootArray array)
    {
        var texts = new string[array.Length];
        for (int i = 0; i < texts.Length; i++)
        {
            using var stream = new MemoryStream();
            using (var writer = new Utf8JsonWriter(stream))
            {
                RootArrayJson.Write(writer, array, i);
            }

            texts[i] = Encoding.UTF8.GetString(stream.ToArray());
        }

        return texts;
    }

    private static IEnumerable<RootField> All(IEnumerable<RootField> fields) =>
        fields.SelectMany(field => field.WithInner());
}
