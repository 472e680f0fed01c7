using System.Diagnostics;
using Moliere.Formats.Bytes;
using Moliere.Formats.Root;
using Moliere.Formats.Root.Files;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Formats.Root.Ntuples;

/// <summary>Damaged ntuples end in data or in one kind of error, soon and with little memory.</summary>
public sealed class NtupleDamageTests : IDisposable
{
    private const string Containers = "test_stl_containers_rntuple_v1-0-0-0.root";
    private const string Extension = "test_extension_columns_rntuple_v1-0-0-0.root";
    private const string Many = "rntuple_test.root";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [SkippableTheory]
    [InlineData(Containers, 150)]
    [InlineData(Extension, 150)]
    [InlineData("test_multiple_representations_rntuple_v1-0-0-0.root", 150)]
    [InlineData("test_multiple_cluster_groups_rntuple_v1-0-0-0.root", 50)]
    public void MutationsBehindTheChecksums_EndInDataOrAnError(string name, int count) => Mutate(name, count, 1);

    [SkippableTheory]
    [Trait("Speed", "Slow")]
    [InlineData(Containers, 5000)]
    [InlineData(Extension, 5000)]
    [InlineData(Many, 5000)]
    public void ManyMutationsBehindTheChecksums_EndInDataOrAnError(string name, int count) => Mutate(name, count, 2);

    [SkippableFact]
    public void EveryTruncation_IsRefused()
    {
        byte[] bytes = File.ReadAllBytes(ExpectedFacts.PathOrSkip("test_int_float_rntuple_v1-0-0-0.root"));
        for (int length = 0; length < bytes.Length; length += 7)
        {
            Assert.True(IsRefused(bytes[..length]) || length > bytes.Length - 500, $"{length} of {bytes.Length} bytes");
        }
    }

    [SkippableFact]
    public void FlippedBytesOfPages_AreSeenByTheirChecksums()
    {
        string path = ExpectedFacts.PathOrSkip("test_int_float_rntuple_v1-0-0-0.root");
        byte[] bytes = File.ReadAllBytes(path);
        int refused = 0;
        for (int at = 0; at < bytes.Length; at += 3)
        {
            bytes[at] ^= 0x10;
            refused += IsRefused(bytes) ? 1 : 0;
            bytes[at] ^= 0x10;
        }

        Assert.InRange(refused, bytes.Length / 12, bytes.Length);
    }

    // All fields of the first entries, at most 1,000: how a listing with values reads a file.
    private bool IsRefused(byte[] bytes)
    {
        string path = _folder.Write("damaged.root", bytes);
        long before = GC.GetAllocatedBytesForCurrentThread(), start = Stopwatch.GetTimestamp();
        try
        {
            return ReadAll(path);
        }
        finally
        {
            long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            Assert.InRange(allocated, 0, 4 * bytes.Length + (64 << 20));
            Assert.InRange(Stopwatch.GetElapsedTime(start).TotalSeconds, 0, 2);
        }
    }

    private static bool ReadAll(string path)
    {
        bool isRefused = false;
        try
        {
            using RootFile file = RootFile.Open(path);
            foreach (IRootDataset ntuple in RootDatasets.Of(file).Select(one => RootDatasets.Open(file, one.Path)))
            {
                foreach (RootField field in ntuple.Fields)
                {
                    isRefused |= Record.Exception(
                        () => ntuple.Read(field, 0, (int)Math.Min(ntuple.EntryCount, 1000))) switch
                    {
                        null => false,
                        InvalidFileException => true,
                        Exception other => throw new InvalidOperationException(field.Path, other),
                    };
                }
            }

            return isRefused;
        }
        catch (InvalidFileException)
        {
            return true;
        }
    }

    private void Mutate(string name, int count, ulong seed)
    {
        var surgery = new NtupleSurgery(ExpectedFacts.PathOrSkip(name));
        Assert.False(IsRefused(surgery.With(0, _ => { })) && name != Many, "the file as it was");
        int refused = 0;
        for (int i = 0; i < count; i++)
        {
            byte[] bytes = surgery.With(i % (2 + surgery.PageLists.Length), content => Change(content, ref seed));
            refused += IsRefused(bytes) ? 1 : 0;
        }

        Assert.InRange(refused, count / 10, count);
    }

    // One byte to anything, or a number of four or eight bytes to a value at the border.
    private static void Change(Span<byte> content, ref ulong seed)
    {
        seed = seed * 6364136223846793005 + 1442695040888963407;
        int at = (int)((seed >> 33) % (ulong)content.Length);
        int width = Math.Min((int)(seed >> 30 & 3) switch { 0 or 1 => 1, 2 => 4, _ => 8 }, content.Length - at);
        Span<byte> target = content.Slice(at, width);
        switch (seed >> 27 & 7)
        {
            case 0: target.Clear(); break;
            case 1: target.Fill(0xFF); break;
            case 2: target.Fill(0x7F); break;
            case 3: target[^1] ^= 0x80; break;
            default: target[0] += (byte)(seed >> 20 & 0xFF); break;
        }
    }
}
