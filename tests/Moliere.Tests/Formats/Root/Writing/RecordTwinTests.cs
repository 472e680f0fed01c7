using System.Buffers.Binary;
using Moliere.Formats.Root;
using Moliere.Formats.Root.Arrays;
using Moliere.Formats.Root.Files;
using Moliere.Formats.Root.Histograms;
using Moliere.Formats.Root.Writing;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Formats.Root.Writing;

/// <summary>Records written here beside those of ROOT with the same contents: equal but for known places.</summary>
public sealed class RecordTwinTests
{
    [SkippableFact]
    public void Tree_DiffersFromThatOfRootOnlyInItsFlushes()
    {
        using TempFolder folder = new();
        byte[] theirs = Payload(Sample("unsigned_integers.root"), "tree"), ours = Payload(WriteTwin(folder), "tree");
        Assert.Equal(theirs.Length, ours.Length);

        // fFlushedBytes, to which ROOT did not add its last flush, and fAutoFlush, which here counts entries and there
        // bytes. Positions of baskets are equal too, as the files begin alike.
        Assert.All(
            Enumerable.Range(0, ours.Length).Where(i => ours[i] != theirs[i]),
            i => Assert.True(i is >= 132 and < 140 or >= 200 and < 208, $"byte {i}: {ours[i]:x2} {theirs[i]:x2}"));
    }

    [SkippableFact]
    public void Baskets_AreThoseOfRoot()
    {
        using TempFolder folder = new();
        string ours = WriteTwin(folder), theirs = Sample("unsigned_integers.root");
        foreach (string branch in new[] { "b_uint8", "b_uint16", "b_uint32", "b_uint64" })
        {
            (byte[] mine, byte[] root) = (BasketRecord(ours, branch), BasketRecord(theirs, branch));
            Assert.Equal(root.Length, mine.Length);

            // But for the date of the key, its position, and the size of a buffer that holds no more than its contents.
            int extra = mine.Length - Payload(mine) - 19;
            int[] differing = [.. Enumerable.Range(0, mine.Length).Where(i => mine[i] != root[i])];
            Assert.All(differing, i => Assert.True(
                i is >= 10 and < 14 or >= 18 and < 26 || (i >= extra + 2 && i < extra + 6), $"{branch}: byte {i}"));
        }
    }

    [SkippableTheory]
    [InlineData("issue368_pyhf_test_histograms.root", "h_bkg")]
    [InlineData("issue368_pyhf_test_histograms.root", "h_sig")]
    [InlineData("tree_cycles_hist.root", "myTH2F")]
    [InlineData("TH3D.root", "histogram")]
    [InlineData("tprofile.root", "p1d")]
    [InlineData("tprofile.root", "p2d")]
    public void Histogram_ReadAndWrittenAgain_HasTheBytesOfRoot(string sample, string name)
    {
        using TempFolder folder = new();
        string path = Sample(sample), copy = folder.At("copy.root");
        using (RootFile file = RootFile.Open(path))
        using (var writer = new RootFileWriter(copy))
        {
            writer.Write(RootHistogram.Read(file, file.Entries.Single(entry => entry.Path == name)));
            writer.Complete();
        }

        RequireAlike(Payload(copy, name), Payload(path, name), 8);
    }

    [SkippableTheory]
    [InlineData("tg")]
    [InlineData("tge")]
    [InlineData("tgae")]
    public void Graph_ReadAndWrittenAgain_HasTheBytesOfRoot(string name)
    {
        using TempFolder folder = new();
        string path = Sample("graphs.root"), copy = folder.At("copy.root");
        using (RootFile file = RootFile.Open(path))
        using (var writer = new RootFileWriter(copy))
        {
            writer.Write(RootGraph.Read(file, file.Entries.Single(entry => entry.Path == name)));
            writer.Complete();
        }

        RequireAlike(Payload(copy, name), Payload(path, name), 3);
    }

    // What may differ: bits that say how an object lay in memory, which bins are shown, versions before 6.20.
    private static void RequireAlike(byte[] ours, byte[] theirs, int mostDiffering)
    {
        Assert.Equal(theirs.Length, ours.Length);
        int[] differing = [.. Enumerable.Range(0, ours.Length).Where(i => ours[i] != theirs[i])];
        string listed = string.Join(", ", differing.Select(i => $"{i}: {ours[i]:x2} {theirs[i]:x2}"));
        Assert.True(differing.Length <= mostDiffering, $"{differing.Length} bytes differ: {listed}");
    }

    private static string WriteTwin(TempFolder folder)
    {
        string path = folder.At("unsigned_integers.root");
        using RootFileWriter file = new(path, new RootCompression(101));
        RootTreeWriter tree = file.Tree(
            "tree", "Tree with all unsigned integer types",
            [
                new("b_uint8", RootLeafType.UInt8), new("b_uint16", RootLeafType.UInt16),
                new("b_uint32", RootLeafType.UInt32), new("b_uint64", RootLeafType.UInt64),
            ]);
        using RootFile sample = RootFile.Open(Sample("unsigned_integers.root"));
        tree.Append(
        [
            new NumberArray<byte>(BasketValues(sample, "b_uint8", 1, (s, i) => s[i])),
            new NumberArray<ushort>(BasketValues(
                sample, "b_uint16", 2, (s, i) => BinaryPrimitives.ReadUInt16BigEndian(s.AsSpan(i)))),
            new NumberArray<uint>(BasketValues(
                sample, "b_uint32", 4, (s, i) => BinaryPrimitives.ReadUInt32BigEndian(s.AsSpan(i)))),
            new NumberArray<ulong>(BasketValues(
                sample, "b_uint64", 8, (s, i) => BinaryPrimitives.ReadUInt64BigEndian(s.AsSpan(i)))),
        ]);
        file.Complete();
        return path;
    }

    private static T[] BasketValues<T>(RootFile file, string branch, int size, Func<byte[], int, T> read)
    {
        byte[] payload = BasketOf(file, branch).Data.ToArray();
        return [.. Enumerable.Range(0, payload.Length / size).Select(i => read(payload, i * size))];
    }

    private static byte[] BasketRecord(string path, string branch)
    {
        using RootFile file = RootFile.Open(path);
        RootKey key = BasketOf(file, branch).Key;
        return file.Bytes(key.Position, key.Size);
    }

    // Walks the records from the first on, as baskets have no names in the directory.
    private static RootRecord BasketOf(RootFile file, string branch)
    {
        for (long at = file.Header.Begin; at < file.Header.End;)
        {
            RootKey key = file.KeyAt(at, "record");
            if (key.ClassName == "TBasket" && key.Name == branch)
            {
                return file.Read(key with { Position = at }, "basket");
            }

            at += key.Size;
        }

        throw new InvalidOperationException($"no basket of '{branch}'");
    }

    private static int Payload(byte[] record) =>
        BinaryPrimitives.ReadInt32BigEndian(record) - BinaryPrimitives.ReadInt16BigEndian(record.AsSpan(14));

    private static byte[] Payload(string path, string name)
    {
        using RootFile file = RootFile.Open(path);
        RootEntry entry = file.Entries.Single(entry => entry.Path == name);
        return file.Read(entry.Key, name).Data.ToArray();
    }

    private static string Sample(string name) => ExpectedFacts.PathOrSkip(name);
}
