using Moliere.Formats.Codecs;
using Moliere.Formats.Root;
using Moliere.Formats.Root.Arrays;
using Moliere.Formats.Root.Files;
using Moliere.Formats.Root.Writing;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Formats.Root.Writing;

/// <summary>What is written, read by the house's own reader: exact to the bit, also where JSROOT rounds.</summary>
public sealed class TreeRoundTripTests
{
    private static readonly RootCompression[] Ways =
    [
        RootCompression.Stored, new(Codec.Zlib, 1), new(Codec.Lz4, 1), new(Codec.Zstd, 3), new(Codec.Deflate, 6),
    ];

    public static TheoryData<int> WayNumbers => [.. Enumerable.Range(0, Ways.Length)];

    [Theory]
    [MemberData(nameof(WayNumbers))]
    public void EveryValue_IsReadAsWritten(int way)
    {
        using TempFolder folder = new();
        (RootBranchSpec Spec, RootArray Values)[] branches = Branches(700);
        string path = WrittenTrees.Write(
            folder, "all.root", branches, Ways[way], new() { BasketBytes = 700, ClusterBytes = 9000 });
        using RootFile file = RootFile.Open(path);
        IRootDataset tree = RootDatasets.Open(file);
        Assert.Equal(("events", 700), (tree.Name, tree.EntryCount));
        foreach ((RootBranchSpec spec, RootArray values) in branches)
        {
            RootField field = tree.Fields.Single(field => field.Name == spec.Name);
            Assert.True(field.Obstacle is null, field.Obstacle);
            Assert.True(field.Parts > 1, spec.Name);
            RequireSame(values, tree.Read(field, 0, 700), spec.Name);
        }

        RootField counter = tree.Fields.Single(field => field.Name == "nx");
        RequireSame(Counters.Of((ListArray)branches[^3].Values), tree.Read(counter, 0, 700), "nx");
    }

    [Fact]
    public void EmptyTree_HasItsFields()
    {
        using TempFolder folder = new();
        string path = folder.At("empty.root");
        using (RootFileWriter writer = new(path))
        {
            writer.Tree("events", "", [new("x", RootLeafType.Float64), RootBranchSpec.Ragged("y", RootLeafType.Int16)]);
            writer.Complete();
        }

        using RootFile file = RootFile.Open(path);
        IRootDataset tree = RootDatasets.Open(file);
        Assert.Equal(["x", "ny", "y"], tree.Fields.Select(field => field.Name));
        Assert.Equal(0, tree.Read(tree.Fields[2], 0, 0).Length);
    }

    private static (RootBranchSpec Spec, RootArray Values)[] Branches(int n)
    {
        int[] lengths = [.. Enumerable.Range(0, n).Select(i => i % 11 == 3 ? 0 : i % 5)];
        int total = lengths.Sum();
        return
        [
            (new("i8", RootLeafType.Int8), new NumberArray<sbyte>(Make(n, i => (sbyte)i))),
            (new("u8", RootLeafType.UInt8), new NumberArray<byte>(Make(n, i => (byte)i))),
            (new("i16", RootLeafType.Int16), new NumberArray<short>(Make(n, i => (short)(i * 77)))),
            (new("u16", RootLeafType.UInt16), new NumberArray<ushort>(Make(n, i => (ushort)(i * 77)))),
            (new("i32", RootLeafType.Int32), new NumberArray<int>(Make(n, i => int.MinValue + (i * 1_000_003)))),
            (new("u32", RootLeafType.UInt32), new NumberArray<uint>(Make(n, i => uint.MaxValue - (uint)i))),
            (new("i64", RootLeafType.Int64), new NumberArray<long>(Make(n, i => long.MinValue + i))),
            (new("u64", RootLeafType.UInt64), new NumberArray<ulong>(Make(n, i => ulong.MaxValue - (ulong)i))),
            (new("f", RootLeafType.Float32), new NumberArray<float>(Make(n, i => i == 5 ? float.NaN : 1f / i))),
            (new("d", RootLeafType.Float64), new NumberArray<double>(Make(n, i => Math.Sqrt(i) - 10))),
            (new("truth", RootLeafType.Bool), new NumberArray<byte>(Make(n, i => (byte)(i % 2))) { IsTruth = true }),
            (new("text", RootLeafType.Text), WrittenTrees.Texts(Make(n, i => new string('é', i % 300)))),
            (RootBranchSpec.Fixed("xyz", RootLeafType.Float32, 3),
                WrittenTrees.Lists(new NumberArray<float>(Make(3 * n, i => (float)i)), Make(n, _ => 3))),
            (RootBranchSpec.Fixed("matrix", RootLeafType.Int16, 2, 3), WrittenTrees.Lists(
                WrittenTrees.Lists(new NumberArray<short>(Make(6 * n, i => (short)i)), Make(2 * n, _ => 3)),
                Make(n, _ => 2))),
            (RootBranchSpec.Ragged("x", RootLeafType.Float32),
                WrittenTrees.Lists(new NumberArray<float>(Make(total, i => i * 0.5f)), lengths)),
            (RootBranchSpec.Vector("v", RootLeafType.Int64),
                WrittenTrees.Lists(new NumberArray<long>(Make(total, i => (1L << 60) + i)), lengths)),
            (RootBranchSpec.Vector("names", RootLeafType.Text),
                WrittenTrees.Lists(WrittenTrees.Texts(Make(total, i => $"name {i}")), lengths)),
        ];
    }

    private static T[] Make<T>(int count, Func<int, T> make) => [.. Enumerable.Range(0, count).Select(make)];

    private static void RequireSame(RootArray expected, RootArray found, string where)
    {
        Assert.True(expected.GetType() == found.GetType(), $"{where}: {found.GetType()}");
        switch (expected)
        {
            case ListArray lists:
                Assert.Equal(lists.Offsets, ((ListArray)found).Offsets);
                RequireSame(lists.Content, ((ListArray)found).Content, where);
                break;
            case TextArray texts:
                Assert.Equal(texts.Offsets, ((TextArray)found).Offsets);
                Assert.Equal(texts.Bytes, ((TextArray)found).Bytes);
                break;
            default:
                Assert.Equal(Values(expected), Values(found));
                break;
        }
    }

    private static Array Values(RootArray numbers) =>
        (Array)numbers.GetType().GetProperty("Values")!.GetValue(numbers)!;
}
