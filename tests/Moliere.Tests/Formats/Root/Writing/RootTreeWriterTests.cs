// covers: RootTreeWriter, RootBranchSpec, RootTreeOptions, RootLeafType
using System.Text.Json;
using Moliere.Formats.Root.Arrays;
using Moliere.Formats.Root.Writing;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Formats.Root.Writing;

public sealed class RootTreeWriterTests
{
    private static readonly (RootBranchSpec Spec, RootArray Values, string Json)[] Flat =
    [
        (new("truth", RootLeafType.Bool), new NumberArray<byte>([1, 0, 1]) { IsTruth = true }, "[true,false,true]"),
        (new("i8", RootLeafType.Int8), new NumberArray<sbyte>([-128, 0, 127]), "[-128,0,127]"),
        (new("u8", RootLeafType.UInt8), new NumberArray<byte>([0, 1, 255]), "[0,1,255]"),
        (new("i16", RootLeafType.Int16), new NumberArray<short>([-32768, 5, 32767]), "[-32768,5,32767]"),
        (new("u16", RootLeafType.UInt16), new NumberArray<ushort>([0, 258, 65535]), "[0,258,65535]"),
        (new("i32", RootLeafType.Int32), new NumberArray<int>([int.MinValue, 7, int.MaxValue]),
            "[-2147483648,7,2147483647]"),
        (new("u32", RootLeafType.UInt32), new NumberArray<uint>([0, 66051, uint.MaxValue]), "[0,66051,4294967295]"),
        (new("i64", RootLeafType.Int64), new NumberArray<long>([-5, 9, (1L << 53) - 1]),
            "[-5,9,9007199254740991]"),
        (new("u64", RootLeafType.UInt64), new NumberArray<ulong>([0, 1UL << 40, (1UL << 53) - 1]),
            "[0,1099511627776,9007199254740991]"),
        (new("f", RootLeafType.Float32), new NumberArray<float>([0.5f, float.PositiveInfinity, -1.25f]),
            "[0.5,\"Infinity\",-1.25]"),
        (new("d", RootLeafType.Float64), new NumberArray<double>([0.1, double.NaN, -1e300]), "[0.1,\"NaN\",-1e+300]"),
        (new("text", RootLeafType.Text), WrittenTrees.Texts("", "e?", new string('x', 300)),
            $"[\"\",\"e?\",\"{new string('x', 300)}\"]"),
        (RootBranchSpec.Fixed("xyz", RootLeafType.Float32, 3),
            WrittenTrees.Lists(new NumberArray<float>([1, 2, 3, 4, 5, 6, 7, 8, 9]), 3, 3, 3),
            "[[1,2,3],[4,5,6],[7,8,9]]"),
        (RootBranchSpec.Fixed("matrix", RootLeafType.Int32, 2, 2),
            WrittenTrees.Lists(
                WrittenTrees.Lists(new NumberArray<int>([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]), 2, 2, 2, 2, 2, 2),
                2, 2, 2),
            "[[1,2,3,4],[5,6,7,8],[9,10,11,12]]"), // JSROOT has one dimension only.
        (RootBranchSpec.Ragged("pt", RootLeafType.Float64),
            WrittenTrees.Lists(new NumberArray<double>([1.5, 2.5, 3.5]), 2, 0, 1), "[[1.5,2.5],[],[3.5]]"),
        (RootBranchSpec.Ragged("eta", RootLeafType.Float32, "npt"),
            WrittenTrees.Lists(new NumberArray<float>([4, 5, 6]), 2, 0, 1), "[[4,5],[],[6]]"),
        (RootBranchSpec.Vector("v", RootLeafType.Float32),
            WrittenTrees.Lists(new NumberArray<float>([7, 8, 9, 10]), 0, 1, 3), "[[],[7],[8,9,10]]"),
        (RootBranchSpec.Vector("vi", RootLeafType.UInt16),
            WrittenTrees.Lists(new NumberArray<ushort>([1, 65535, 3]), 1, 0, 2), "[[1],[],[65535,3]]"),
        (RootBranchSpec.Vector("names", RootLeafType.Text),
            WrittenTrees.Lists(WrittenTrees.Texts("a", "", "bc"), 0, 1, 2), "[[],[\"a\"],[\"\",\"bc\"]]"),
    ];

    [SkippableFact]
    public void EveryType_ReadsInJsRoot()
    {
        using TempFolder folder = new();
        JsonElement tree = WrittenTrees.Tree(JsRoot.ReadOrSkip(
            WrittenTrees.Write(folder, "types.root", [.. Flat.Select(branch => (branch.Spec, branch.Values))])));
        Assert.Equal(3, tree.GetProperty("entries").GetInt64());
        foreach ((RootBranchSpec spec, _, string json) in Flat)
        {
            string found = WrittenTrees.Values(tree, spec.Name);
            Assert.True(json == found, $"{spec.Name}: {found}");
        }

        Assert.Equal("[2,0,1]", WrittenTrees.Values(tree, "npt"));
        Assert.Equal("pt[npt]/D", WrittenTrees.Branch(tree, "pt").GetProperty("title").GetString());
        Assert.Equal(2, WrittenTrees.Branch(tree, "npt").GetProperty("maximum").GetInt32());
        Assert.Equal(301, WrittenTrees.Branch(tree, "text").GetProperty("length").GetInt32());
    }

    [SkippableFact]
    public void ManyBaskets_ReadInJsRoot()
    {
        using TempFolder folder = new();
        int[] lengths = [.. Enumerable.Range(0, 1000).Select(i => i % 7 == 3 ? 0 : i % 5)];
        float[] values = [.. Enumerable.Range(0, lengths.Sum()).Select(i => i * 0.25f)];
        ListArray cut = WrittenTrees.Lists(new NumberArray<float>(values), lengths);
        int[] flat = [.. Enumerable.Range(0, 1000)];
        string path = WrittenTrees.Write(
            folder, "baskets.root",
            [
                (new("i", RootLeafType.Int32), new NumberArray<int>(flat)),
                (RootBranchSpec.Ragged("x", RootLeafType.Float32), cut),
                (RootBranchSpec.Vector("v", RootLeafType.Float32), cut),
            ],
            options: new() { BasketBytes = 200, ClusterBytes = 3000 });
        JsonElement tree = WrittenTrees.Tree(JsRoot.ReadOrSkip(path));
        Assert.Equal(JsonSerializer.Serialize(flat), WrittenTrees.Values(tree, "i"));
        Assert.Equal(JsonSerializer.Serialize(lengths), WrittenTrees.Values(tree, "nx"));
        int next = 0;
        string lists = JsonSerializer.Serialize(lengths.Select(n => values[next..(next += n)]));
        Assert.Equal(lists, WrittenTrees.Values(tree, "x"));
        Assert.Equal(lists, WrittenTrees.Values(tree, "v"));
        Assert.InRange(WrittenTrees.Branch(tree, "x").GetProperty("baskets").GetInt32(), 30, 100);
        Assert.Equal(4, WrittenTrees.Branch(tree, "nx").GetProperty("maximum").GetInt32());
    }

    [SkippableFact]
    public void EmptyTree_ReadsInJsRoot()
    {
        using TempFolder folder = new();
        string path = folder.At("empty.root");
        using (RootFileWriter file = new(path))
        {
            file.Tree("events", "", [new("x", RootLeafType.Float64), RootBranchSpec.Ragged("y", RootLeafType.Int16)]);
            file.Complete();
        }

        JsonElement tree = WrittenTrees.Tree(JsRoot.ReadOrSkip(path));
        Assert.Equal(0, tree.GetProperty("entries").GetInt64());
        Assert.Equal(["x", "ny", "y"], tree.GetProperty("branches").EnumerateArray()
            .Select(branch => branch.GetProperty("name").GetString()!));
    }

    [Fact]
    public void Bytes_DoNotDependOnChunksAndThreads()
    {
        using TempFolder folder = new();
        Directory.CreateDirectory(folder.At("a"));
        Directory.CreateDirectory(folder.At("b"));
        WriteInChunks(folder.At("a", "x.root"), 1000, 1);
        WriteInChunks(folder.At("b", "x.root"), 37, 2);
        Assert.Equal(File.ReadAllBytes(folder.At("a", "x.root")), File.ReadAllBytes(folder.At("b", "x.root")));
    }

    [SkippableFact]
    public void ArrayLargerThanBasket_SizesTheBranch()
    {
        using TempFolder folder = new();
        double[] values = [.. Enumerable.Range(0, 30_000).Select(i => (double)i)];
        string path = WrittenTrees.Write(
            folder, "large.root",
            [
                (RootBranchSpec.Ragged("x", RootLeafType.Float64),
                    WrittenTrees.Lists(new NumberArray<double>(values), 3, 29_997)),
            ],
            options: new() { BasketBytes = 1000 });
        JsonElement tree = WrittenTrees.Tree(JsRoot.ReadOrSkip(path));
        JsonElement lists = WrittenTrees.Branch(tree, "x").GetProperty("values");
        Assert.Equal(29_997, lists[1].GetArrayLength());
        Assert.Equal(29_999, lists[1][29_996].GetDouble());
        Assert.Equal(29_997, WrittenTrees.Branch(tree, "nx").GetProperty("maximum").GetInt32());
    }

    [SkippableFact]
    public void UnequalClusters_AreListedAsRuns()
    {
        using TempFolder folder = new();
        ListArray lists = WrittenTrees.Lists(new NumberArray<int>(new int[300]), 100, 0, 0, 0, 0, 0, 100, 100);
        string path = WrittenTrees.Write(
            folder, "clusters.root",
            [(RootBranchSpec.Ragged("x", RootLeafType.Int32), lists)],
            options: new() { ClusterBytes = 404 });
        JsonElement tree = WrittenTrees.Tree(JsRoot.ReadOrSkip(path));

        // Clusters of 1, 6 and 1 entries.
        Assert.Equal("[0]", tree.GetProperty("clusterEnds").GetRawText());
        Assert.Equal("[1]", tree.GetProperty("clusterSizes").GetRawText());
        Assert.Equal(6, tree.GetProperty("autoFlush").GetInt64());
    }

    [Theory]
    [InlineData("two arrays", "Tree 'events' has 2 branches; 1 arrays were given.")]
    [InlineData("lengths", "Branches of tree 'events' need equal lengths: 'a' has 2 entries, 'b' has 1.")]
    [InlineData("type", "Branch 'a' takes values of type Int32; found values of type Single.")]
    [InlineData("lists", "Branch 'b' takes lists; found values of type Int32.")]
    [InlineData("counts", "Counter 'n' says 2 where branch 'c' has a list of 1")]
    public void WrongArrays_AreRefused(string what, string sentence)
    {
        using TempFolder folder = new();
        using RootFileWriter file = new(folder.At("x.root"));
        RootBranchSpec a = new("a", RootLeafType.Int32), b = RootBranchSpec.Ragged("b", RootLeafType.Int32, "n");
        var two = new NumberArray<int>([1, 2]);
        RootTreeWriter tree = file.Tree(
            "events", "", what == "counts" ? [b, RootBranchSpec.Ragged("c", RootLeafType.Int32, "n")] : [a, b]);
        RootArray[] arrays = what switch
        {
            "two arrays" => [two],
            "lengths" => [two, WrittenTrees.Lists(two, 2)],
            "type" => [new NumberArray<float>([1]), WrittenTrees.Lists(two, 2)],
            "lists" => [two, two],
            _ => [WrittenTrees.Lists(two, 2), WrittenTrees.Lists(new NumberArray<int>([1]), 1)],
        };
        Assert.Contains(sentence, Assert.Throws<ArgumentException>(() => tree.Append(arrays)).Message);
        Assert.Equal(0, tree.EntryCount);
    }

    [Theory]
    [InlineData("a b", "'a b' cannot be the name of a branch")]
    [InlineData("", "'' cannot be the name of a branch")]
    [InlineData("twice", "two branches called 'twice'")]
    [InlineData("shape", "dimensions are positive")]
    [InlineData("late", "Branch 'n' cannot count the elements of 'late'")]
    public void WrongBranches_AreRefused(string name, string sentence)
    {
        using TempFolder folder = new();
        using RootFileWriter file = new(folder.At("x.root"));
        RootBranchSpec[] specs = name switch
        {
            "twice" => [new(name, RootLeafType.Int8), new(name, RootLeafType.Int8)],
            "shape" => [RootBranchSpec.Fixed(name, RootLeafType.Int8, 0)],
            "late" => [RootBranchSpec.Ragged(name, RootLeafType.Int8, "n"), new("n", RootLeafType.Int32)],
            _ => [new(name, RootLeafType.Int8)],
        };
        Assert.Contains(sentence, Assert.Throws<ArgumentException>(() => file.Tree("events", "", specs)).Message);
    }

    private static void WriteInChunks(string path, int chunk, int threads)
    {
        using RootFileWriter file = new(path);
        RootTreeWriter tree = file.Tree(
            "events", "",
            [new("i", RootLeafType.Int64), RootBranchSpec.Ragged("x", RootLeafType.Int16), new("t", RootLeafType.Text)],
            new() { BasketBytes = 300, ClusterBytes = 2000, Threads = threads });
        for (int first = 0; first < 1000; first += chunk)
        {
            int[] entries = [.. Enumerable.Range(first, Math.Min(chunk, 1000 - first))];
            int[] lengths = [.. entries.Select(i => i % 4)];
            tree.Append(
            [
                new NumberArray<long>([.. entries.Select(i => 3L * i)]),
                WrittenTrees.Lists(
                    new NumberArray<short>([.. entries.SelectMany(i => Enumerable.Repeat((short)i, i % 4))]), lengths),
                WrittenTrees.Texts([.. entries.Select(i => $"entry {i}")]),
            ]);
        }

        Assert.Equal(1000, tree.EntryCount);
        file.Complete();
    }
}
