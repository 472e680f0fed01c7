using Moliere.Formats.Bytes;
using Moliere.Formats.Codecs;
using Moliere.Formats.Root;
using Moliere.Formats.Root.Arrays;
using Moliere.Formats.Root.Files;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Formats.Root.Ntuples;

/// <summary>Ntuples that no small public file holds: late, suppressed, projected, many pages, refused.</summary>
public sealed class NtupleDatasetTests
{
    private const int Byte = 0x04;
    private const int Index = 0x0E;

    [Fact]
    public void RealFile_IsDescribedAndRead()
    {
        using RootFile file = RootFile.Open(NtupleForge.Container);
        IRootDataset ntuple = RootDatasets.Open(file);
        Assert.Equal(("ntuple", "ROOT::RNTuple", 10), (ntuple.Name, ntuple.Kind, ntuple.EntryCount));
        Assert.Equal([0, 10], ntuple.Boundaries);
        RootField field = ntuple.Fields[1];
        Assert.Equal(("two_floats", "float", "zstd 5", 1), (field.Name, field.Type, field.Compression, field.Parts));
        Assert.Equal(40, field.UnpackedBytes);
        Assert.Null(field.Obstacle);
        Assert.Equal("[9,8]", NtupleReading.Json(ntuple.Read(ntuple.Fields[0], 0, 2)));
        Assert.Equal(0, ntuple.Read(field, 10, 0).Length);
    }

    [Fact]
    public void RangesOutside_AreTheCallersMistake()
    {
        using RootFile file = RootFile.Open(NtupleForge.Container);
        IRootDataset ntuple = RootDatasets.Open(file);
        Assert.Throws<ArgumentOutOfRangeException>(() => ntuple.Read(ntuple.Fields[0], 5, 6));
        Assert.Throws<ArgumentOutOfRangeException>(() => ntuple.Read(ntuple.Fields[0], -1, 1));
        Assert.Throws<ArgumentException>(() => ntuple.Read(new RootField("x", "x", "float"), 0, 1));
    }

    [Fact]
    public void RangesAcrossPagesAndClusters_AreJoined()
    {
        byte[] file = Ragged();
        Assert.Equal("[[1],[2,3],[],[4],[5,6,7]]", NtupleReading.Values(file, "v"));
        for (int first = 0; first <= 5; first++)
        {
            string[] all = ["[1]", "[2,3]", "[]", "[4]", "[5,6,7]"];
            for (int count = 0; first + count <= 5; count++)
            {
                string expected = $"[{string.Join(',', all.Skip(first).Take(count))}]";
                Assert.Equal(expected, NtupleReading.Values(file, "v", first, count));
            }
        }
    }

    // Several threads go through the same pages in small steps, so that the kept pages change under them.
    [Fact]
    public void ManyThreads_ReadTheSame()
    {
        using var folder = new TempFolder();
        using RootFile file = RootFile.Open(folder.Write("a.root", Ragged()));
        IRootDataset ntuple = RootDatasets.Open(file);
        Parallel.For(0, 200, i => Assert.Equal(
            i % 5 < 3 ? "[[2,3],[]]" : "[[],[4]]",
            NtupleReading.Json(ntuple.Read(ntuple.Fields[0], i % 5 < 3 ? 1 : 2, 2))));
    }

    [Fact]
    public void LateColumns_AreZeroBefore()
    {
        var forge = new NtupleForge();
        forge.Column(forge.Field("a", "std::uint8_t"), Byte, 8);
        forge.EndHeader();
        forge.Column(forge.Field("late", "std::uint8_t"), Byte, 8, first: 3);
        int list = forge.Field("lists", "std::vector<std::uint8_t>", role: 1);
        forge.Column(list, Index, 32, first: 3);
        forge.Column(forge.Field("_0", "std::uint8_t", parent: list), Byte, 8);
        int array = forge.Field("pairs", "std::array<std::uint8_t,2>", array: 2);
        forge.Column(forge.Field("_0", "std::uint8_t", parent: array), Byte, 8, first: 6);
        forge.Cluster(2, [(2, [1, 2])]);
        forge.Cluster(2, [(2, [3, 4])], [(1, [9])], [(1, [2, 0, 0, 0])], [(2, [5, 6])], [(2, [7, 8])]);
        byte[] file = forge.Build();
        Assert.Equal("[1,2,3,4]", NtupleReading.Values(file, "a"));
        Assert.Equal("[0,0,0,9]", NtupleReading.Values(file, "late"));
        Assert.Equal("[[],[],[],[5,6]]", NtupleReading.Values(file, "lists"));
        Assert.Equal("[[0,0],[0,0],[0,0],[7,8]]", NtupleReading.Values(file, "pairs"));
        Assert.Equal("[9]", NtupleReading.Values(file, "late", 3));
    }

    [Fact]
    public void Representations_ChangeFromClusterToCluster()
    {
        var forge = new NtupleForge();
        int field = forge.Field("x", "double");
        forge.Column(field, 0x0D, 64);
        forge.Column(field, 0x0C, 32, representation: 1);
        forge.Cluster(1, [(1, BitConverter.GetBytes(1.5))], null);
        forge.Cluster(1, null, [(1, BitConverter.GetBytes(2.5f))]);
        Assert.Equal("[1.5,2.5]", NtupleReading.Values(forge.Build(), "x"));
    }

    [Fact]
    public void ProjectedFields_ShowTheColumnsOfOthers()
    {
        byte[] file = Projected();
        Assert.Equal("""[[{"pt":7}],[],[{"pt":8},{"pt":9}]]""", NtupleReading.Values(file, "c"));
        Assert.Equal("[[7],[],[8,9]]", NtupleReading.Values(file, "Jet_pt"));
        Assert.Equal("[1,0,2]", NtupleReading.Values(file, "nJet"));
        Assert.Equal("[0,2]", NtupleReading.Values(file, "nJet", 1));
        Assert.Equal("[[7],[],[8,9]]", NtupleReading.Values(file, "c/_0/pt"));
    }

    [Fact]
    public void Variants_KeepTheirAlternatives()
    {
        var forge = new NtupleForge();
        int field = forge.Field("v", "std::variant<std::uint8_t,bool>", role: 3);
        forge.Column(forge.Field("_0", "std::uint8_t", parent: field), Byte, 8);
        forge.Column(forge.Field("_1", "bool", parent: field), 0, 1);
        forge.Column(field, 0x10, 96);
        byte[] switches = [.. Switch(0, 1), .. Switch(0, 2), .. Switch(0, 0), .. Switch(1, 1)];
        forge.Cluster(4, [(2, [7, 8])], [(1, [1])], [(4, switches)]);
        forge.Cluster(1, [(1, [9])], [], [(1, Switch(0, 1))]);
        byte[] file = forge.Build();
        Assert.Equal("[7,true,null,8,9]", NtupleReading.Values(file, "v"));
        Assert.Equal("[null,8,9]", NtupleReading.Values(file, "v", 2));
    }

    [Fact]
    public void BaseClasses_GiveTheirMembersToTheClass()
    {
        var forge = new NtupleForge();
        int field = forge.Field("o", "Derived", role: 2);
        int parent = forge.Field(":_0", "Parent", role: 2, parent: field);
        forge.Column(forge.Field("a", "std::uint8_t", parent: parent), Byte, 8);
        forge.Column(forge.Field("b", "std::uint8_t", parent: field), Byte, 8);
        forge.Cluster(1, [(1, [1])], [(1, [2])]);
        Assert.Equal("""[{"a":1,"b":2}]""", NtupleReading.Values(forge.Build(), "o"));
    }

    [SkippableFact]
    public void PackedPagesOfEveryCodec_AreRead()
    {
        foreach (Codec codec in Enum.GetValues<Codec>())
        {
            Moliere.Tests.Formats.Codecs.PackingTests.SkipWithout(codec);
            var forge = new NtupleForge { Compression = new(codec, 5) };
            forge.Column(forge.Field("x", "std::uint8_t"), Byte, 8);
            forge.Cluster(500, [(500, Enumerable.Repeat((byte)3, 500).ToArray())]);
            Assert.Equal($"[{string.Join(',', Enumerable.Repeat(3, 500))}]", NtupleReading.Values(forge.Build(), "x"));
        }
    }

    [Fact]
    public void FieldsThatCannotBeRead_SayWhy()
    {
        var forge = new NtupleForge();
        int streamed = forge.Field("s", "TFancy", role: 4);
        forge.Column(streamed, Index, 32);
        forge.Column(streamed, 0x01, 8);
        forge.Column(forge.Field("new", "float"), 0x30, 7);
        int outer = forge.Field("o", "Outer", role: 2);
        forge.Column(forge.Field("inner", "float", parent: outer), 0x30, 7);
        forge.Cluster(1, [(1, [0, 0, 0, 0])], [], [(1, [0])], [(1, [0])]);
        Assert.Equal(
            "field 's' of type TFancy (class TFancy, whose layout the file does not tell)",
            Assert.Throws<InvalidFileException>(() => NtupleReading.Values(forge.Build(), "s")).Found);
        Assert.Equal(
            "field 'new' of type float (a column of the unknown type 48)",
            Assert.Throws<InvalidFileException>(() => NtupleReading.Values(forge.Build(), "new")).Found);
        using var folder = new TempFolder();
        using RootFile file = RootFile.Open(folder.Write("a.root", forge.Build()));
        IReadOnlyList<RootField> fields = RootDatasets.Open(file).Fields;
        Assert.Equal("'inner' inside: a column of the unknown type 48", fields[2].Obstacle);
    }

    [Fact]
    public void OldAndFutureFormats_AreRefused()
    {
        var old = Assert.Throws<InvalidFileException>(
            () => NtupleReading.Values(new NtupleForge { Epoch = 0 }.Build(), "x"));
        Assert.Equal("an RNTuple of format 0.0.0.0", old.Found);
        Assert.Contains("write it again with ROOT 6.34 or newer", old.Remedy);
        var future = Assert.Throws<InvalidFileException>(
            () => NtupleReading.Values(new NtupleForge { Features = 4 }.Build(), "x"));
        Assert.Equal("feature flags 0x4", future.Found);
    }

    [Fact]
    public void DamagedPage_IsNamedWithItsByte()
    {
        var forge = new NtupleForge();
        forge.Column(forge.Field("x", "std::uint8_t"), Byte, 8);
        forge.Cluster(3, [(3, [1, 2, 3])]);
        byte[] file = forge.Build();
        int page = (int)new FileInfo(NtupleForge.Container).Length;
        file[page] ^= 1;
        var error = Assert.Throws<InvalidFileException>(() => NtupleReading.Values(file, "x"));
        Assert.Equal(page, error.Place.Byte);
        Assert.Equal("RNTuple 'ntuple' > field 'x' > cluster 0 > page 0", error.Place.Inside);
        Assert.Equal("a page that does not have its checksum", error.Found);
    }

    private static byte[] Switch(long index, int tag) =>
        [.. BitConverter.GetBytes(index), .. BitConverter.GetBytes(tag)];

    private static byte[] Ends(params int[] ends) => [.. ends.SelectMany(BitConverter.GetBytes)];

    // Pages end in the middle of lists, and a page is empty.
    private static byte[] Ragged()
    {
        var forge = new NtupleForge();
        int list = forge.Field("v", "std::vector<std::uint8_t>", role: 1);
        int item = forge.Field("_0", "std::uint8_t", parent: list);
        forge.Column(list, Index, 32);
        forge.Column(item, Byte, 8);
        forge.Cluster(3, [(2, Ends(1, 3)), (0, []), (1, Ends(3))], [(2, [1, 2]), (1, [3])]);
        forge.Cluster(2, [(2, Ends(1, 4))], [(3, [4, 5, 6]), (1, [7])]);
        return forge.Build();
    }

    private static byte[] Projected()
    {
        var forge = new NtupleForge();
        int list = forge.Field("c", "", role: 1);
        int record = forge.Field("_0", "", role: 2, parent: list);
        int ends = forge.Column(list, Index, 32);
        int pt = forge.Field("pt", "std::uint8_t", parent: record);
        int values = forge.Column(pt, Byte, 8);
        int shown = forge.Field("Jet_pt", "ROOT::VecOps::RVec<std::uint8_t>", role: 1, source: list);
        int inside = forge.Field("_0", "std::uint8_t", parent: shown, source: pt);
        int count = forge.Field("nJet", "ROOT::RNTupleCardinality<std::uint32_t>", source: list);
        forge.Alias(ends, shown);
        forge.Alias(values, inside);
        forge.Alias(ends, count);
        forge.Cluster(3, [(3, Ends(1, 1, 3))], [(3, [7, 8, 9])]);
        return forge.Build();
    }
}
