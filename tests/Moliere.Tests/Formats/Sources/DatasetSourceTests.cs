// covers: SourceColumn, SourceGap, SourceNames, ITableSource
using Moliere.Data.Tables;
using Moliere.Formats.Bytes;
using Moliere.Formats.Root;
using Moliere.Formats.Root.Arrays;
using Moliere.Formats.Sources;
using Moliere.Formats.Tables;

namespace Moliere.Tests.Formats.Sources;

public sealed class DatasetSourceTests
{
    private static readonly int[] s_offsets = [0, 2, 2, 3];

    [Theory]
    [InlineData("e", ColumnKind.Float)]
    [InlineData("d", ColumnKind.Float)]
    [InlineData("run", ColumnKind.Long)]
    [InlineData("flag", ColumnKind.Long)]
    [InlineData("big", ColumnKind.Long)]
    [InlineData("pt", ColumnKind.FloatList)]
    [InlineData("id", ColumnKind.IntList)]
    [InlineData("hash", ColumnKind.FloatList)]
    [InlineData("jet.m", ColumnKind.FloatList)]
    public void Types_MakeKinds(string name, ColumnKind kind) => Assert.Equal(kind, Source(Data()).Require(name).Kind);

    [Fact]
    public void Values_ComeAsColumnsOfTheNamesAskedFor()
    {
        Table table = Source(Data()).Read(0, 3, ["e", "d", "run", "flag", "big", "pt", "id", "hash", "jet/m"]);
        Assert.Equal([1f, 2, 3], table.Floats("e"));
        Assert.Equal([0.1f, 0.2f, 0.3f], table.Floats("d"));
        Assert.Equal([-1L, 0, 7], table.Longs("run"));
        Assert.Equal([0L, 1, 1], table.Longs("flag"));
        Assert.Equal([1L, long.MaxValue, 2], table.Longs("big"));
        Assert.Equal([10f, 20, 30], table.Jagged<float>("pt").Values);
        Assert.Equal(s_offsets, table.Jagged<float>("pt").Offsets);
        Assert.Equal([5, -6, 7], table.Jagged<int>("id").Values);
        Assert.Equal([1f, 2, 16777216], table.Jagged<float>("hash").Values);
        Assert.Equal([4f, 5, 6], table.Jagged<float>("jet/m").Values);
    }

    [Fact]
    public void Range_ReadsOnlyItsEntriesAndColumns()
    {
        FakeDataset data = Data();
        Table table = Source(data).Read(1, 2, ["pt", "e"], threads: 2);
        Assert.Equal([0, 0, 1], table.Jagged<float>("pt").Offsets);
        Assert.Equal([30f], table.Jagged<float>("pt").Values);
        Assert.Equal([2f, 3], table.Floats("e"));
        Assert.Equal(["e", "pt"], data.Reads.Order());
        Assert.Equal([1f, 2, 3], Source(data).Read(0, 3, ["e"], threads: 4).Floats("e"));
        Assert.Equal(["e", "e", "e", "pt"], data.Reads.Order());
        Assert.Throws<ArgumentOutOfRangeException>(() => Source(data).Read(2, 2, ["e"]));
    }

    [Fact]
    public void WhatIsNoColumn_IsListedWithItsReason()
    {
        ITableSource source = Source(Data());
        Assert.Equal(
            ["text", "deep", "odd", "e"],
            source.Gaps.Select(gap => gap.Name));
        Assert.Contains("holds texts", source.Gaps[0].Reason);
        Assert.Contains("lists inside lists", source.Gaps[1].Reason);
        Assert.Contains("cannot be read: class TOdd has a streamer of its own", source.Gaps[2].Reason);
        Assert.Contains("a second time", source.Gaps[3].Reason);
        var error = Assert.Throws<InvalidFileException>(() => source.Require("text"));
        Assert.Equal(
            "file.root:dir/tree: found 'text', which holds texts (string), expected numbers or lists of numbers.",
            error.Message);
    }

    [Fact]
    public void MissingColumn_NamesTheNearest()
    {
        var error = Assert.Throws<InvalidFileException>(() => Source(Data()).Read(0, 1, ["ptt"]));
        Assert.Contains("found no column 'ptt'", error.Message);
        Assert.Contains("the nearest names are 'pt'", error.Message);
    }

    [Fact]
    public void TooLargeNumber_IsRefusedWithItsPlace()
    {
        FakeDataset data = new FakeDataset { EntryCount = 1 }.Add("n", "ulong", new NumberArray<ulong>([1ul << 63]));
        var error = Assert.Throws<InvalidFileException>(() => Source(data).Read(0, 1, ["n"]));
        Assert.Contains("dir/tree > n", error.Message);
        Assert.Contains("9223372036854775808", error.Message);
    }

    [Fact]
    public void TypeThatPromisesMore_IsRefused()
    {
        FakeDataset data = new FakeDataset { EntryCount = 2 }
            .Add("x", "float", new ListArray([0, 1, 2], new NumberArray<float>([1, 2])));
        var error = Assert.Throws<InvalidFileException>(() => Source(data).Read(0, 2, ["x"]));
        Assert.Contains("found lists of numbers, expected one number per entry", error.Message);
    }

    [Fact]
    public void UnknownType_IsDecidedByTheFirstEntry()
    {
        FakeDataset data = new FakeDataset { EntryCount = 3 }
            .Add("q", "Quantity", new NumberArray<double>([1, 2, 3]))
            .Add("o", "Object", new RecordArray(3, []));
        Assert.Equal(ColumnKind.Float, Source(data).Require("q").Kind);
        Assert.Contains(
            "found objects (Object)",
            Assert.Throws<InvalidFileException>(() => Source(data).Require("o").Kind).Message);
    }

    [Theory]
    [InlineData("std::vector<float>", ColumnKind.FloatList)]
    [InlineData("vector<double,ROOT::Detail::VecOps::RAdoptAllocator<double>>", ColumnKind.FloatList)]
    [InlineData("ROOT::VecOps::RVec<int>", ColumnKind.IntList)]
    [InlineData("std::array<std::int32_t,3>", ColumnKind.IntList)]
    [InlineData("float[nJet]", ColumnKind.FloatList)]
    [InlineData("unsigned short[4]", ColumnKind.IntList)]
    [InlineData("vector<unsigned int>", ColumnKind.FloatList)]
    [InlineData("Double32_t", ColumnKind.Float)]
    [InlineData("unsigned long long", ColumnKind.Long)]
    [InlineData("std::uint8_t", ColumnKind.Long)]
    [InlineData("Bool_t", ColumnKind.Long)]
    [InlineData("ROOT::RNTupleCardinality<std::uint64_t>", ColumnKind.Long)]
    public void TypesInCppWords_AreKnown(string type, ColumnKind kind) => Assert.Equal(kind, TypeText.KindOf(type));

    [Theory]
    [InlineData("vector<vector<float>>")]
    [InlineData("float[3][2]")]
    [InlineData("vector<float>[2]")]
    [InlineData("std::string")]
    [InlineData("vector<string>")]
    [InlineData("map<int,float>")]
    public void TypesThatAreNoColumn_AreKnown(string type)
    {
        Assert.Null(TypeText.KindOf(type));
        Assert.NotNull(TypeText.GapOf(type));
    }

    private static DatasetSource Source(FakeDataset data) => new("file.root", data);

    private static FakeDataset Data()
    {
        var numbers = new NumberArray<float>([1, 2, 3]);
        return new FakeDataset { EntryCount = 3, Boundaries = [0, 2, 3] }
            .Add("e", "float", numbers)
            .Add("d", "double", new NumberArray<double>([0.1, 0.2, 0.3]))
            .Add("run", "int", new NumberArray<int>([-1, 0, 7]))
            .Add("flag", "bool", new NumberArray<byte>([0, 78, 1]) { IsTruth = true })
            .Add("big", "ULong64_t", new NumberArray<ulong>([1, long.MaxValue, 2]))
            .Add("pt", "vector<float>", new ListArray(s_offsets, new NumberArray<float>([10, 20, 30])))
            .Add("id", "int[n]", new ListArray(s_offsets, new NumberArray<int>([5, -6, 7])))
            .Add("hash", "vector<long>", new ListArray(s_offsets, new NumberArray<long>([1, 2, 16777217])))
            .Add("text", "string", new TextArray([0, 0, 0, 0], []))
            .Add("deep", "vector<vector<int>>", new ListArray(s_offsets, new ListArray([0, 0, 0, 0], numbers)))
            .Add(new RootField("odd", "odd", "TOdd") { Obstacle = "class TOdd has a streamer of its own" })
            .Add("e", "float", numbers)
            .Add(
                new RootField("jet.", "jet.", "vector<Jet>"), null,
                (new RootField("jet.m", "jet./jet.m", "float"),
                    new ListArray(s_offsets, new NumberArray<float>([4, 5, 6]))));
    }
}
