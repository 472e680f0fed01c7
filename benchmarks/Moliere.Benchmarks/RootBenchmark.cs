using System.Diagnostics;
using Moliere.Formats.Bytes;
using Moliere.Formats.Codecs;
using Moliere.Formats.Root;
using Moliere.Formats.Root.Arrays;
using Moliere.Formats.Root.Files;
using Moliere.Formats.Root.Writing;
using Moliere.Numerics.Random;

namespace Moliere.Benchmarks;

/// <summary>
/// Reads flat and ragged branches of floats into columns: values per second beside what the bare codec takes for the
/// same baskets. The file stays, so that <c>peers/read_tree.mjs</c> can read it in the same run.
/// </summary>
internal static class RootBenchmark
{
    private const int Chunk = 100_000, Flat = 8, Ragged = 4;

    public static int Run(string[] args)
    {
        string folder = args[0];
        int entries = Arguments.Number(args, "--entries", 1_000_000), repeats = Arguments.Number(args, "--repeats", 5);
        foreach (Codec codec in (Codec[])[Codec.Zlib, Codec.Lz4, Codec.Zstd])
        {
            string path = Path.Combine(folder, $"{codec.ToString().ToLowerInvariant()}.root");
            if (!File.Exists(path))
            {
                Write(path, new RootCompression(codec, codec == Codec.Zstd ? 5 : 1), entries);
            }

            Report(path, repeats);
        }

        return 0;
    }

    private static void Report(string path, int repeats)
    {
        using RootFile file = RootFile.Open(path);
        IRootDataset tree = RootDatasets.Open(file, "events");
        (double bare, long bytes) = BestBare(file, repeats);
        Console.WriteLine(
            $"{Path.GetFileName(path)}: {file.Length / 1e6:0.0} MB, bare codec {bytes / bare / 1e6:0} MB/s");
        foreach ((string kind, RootField[] fields) in Groups(tree))
        {
            foreach (int threads in (int[])[1, 2])
            {
                long values = 0;
                double seconds = Best(repeats, () => values = Read(tree, fields, threads));
                Console.WriteLine(
                    $"  {kind}, {threads} threads: {seconds:0.0000} s, {values / seconds / 1e6:0} M values/s, "
                    + $"{fields.Sum(field => field.UnpackedBytes) / seconds / 1e6:0} MB/s");
            }
        }
    }

    private static (string, RootField[])[] Groups(IRootDataset tree) =>
    [
        ("flat", [.. tree.Fields.Where(field => field.Name.StartsWith('f'))]),
        ("ragged", [.. tree.Fields.Where(field => field.Name.StartsWith('r'))]),
        ("all", [.. tree.Fields]),
    ];

    private static long Read(IRootDataset tree, RootField[] fields, int threads)
    {
        var counts = new long[fields.Length];
        Parallel.For(0, fields.Length, new ParallelOptions { MaxDegreeOfParallelism = threads }, i =>
            counts[i] = tree.Read(fields[i], 0, (int)tree.EntryCount) switch
            {
                ListArray lists => lists.Content.Length,
                var flat => flat.Length,
            });
        return counts.Sum();
    }

    // All baskets, found by walking the records of the file, unpacked into one buffer.
    private static (double Seconds, long Bytes) BestBare(RootFile file, int repeats)
    {
        var baskets = new List<(byte[] Stored, int Unpacked)>();
        for (long at = file.Header.Begin; at < file.Header.End - 4;)
        {
            RootKey key = file.KeyAt(at, "record");
            if (key.ClassName == "TBasket")
            {
                baskets.Add((file.Bytes(at + key.KeySize, key.PayloadSize), key.UnpackedSize));
            }

            at += key.Size;
        }

        var buffer = new byte[baskets.Max(basket => basket.Unpacked)];
        double seconds = Best(repeats, () => baskets.ForEach(basket => BlockChain.Unpack(
            basket.Stored, buffer.AsSpan(0, basket.Unpacked), new FilePlace(file.Path))));
        return (seconds, baskets.Sum(basket => (long)basket.Unpacked));
    }

    private static double Best(int repeats, Action action)
    {
        double best = double.PositiveInfinity;
        for (int i = 0; i < repeats; i++)
        {
            long start = Stopwatch.GetTimestamp();
            action();
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        return best;
    }

    private static void Write(string path, RootCompression compression, int entries)
    {
        using var file = new RootFileWriter(path, compression);
        RootTreeWriter tree = file.Tree("events", "benchmark",
        [
            .. Enumerable.Range(0, Flat).Select(i => new RootBranchSpec($"f{i}", RootLeafType.Float32)),
            .. Enumerable.Range(0, Ragged).Select(i => RootBranchSpec.Ragged($"r{i}", RootLeafType.Float32, "n")),
        ]);
        for (int first = 0; first < entries; first += Chunk)
        {
            int count = Math.Min(Chunk, entries - first);
            var rng = new Rng(1, "benchmark", (ulong)first);
            tree.Append(Columns(count, ref rng));
        }

        file.Complete();
    }

    // Values with the precision of a measurement, so that they can be packed at all.
    private static RootArray[] Columns(int count, ref Rng rng)
    {
        var columns = new RootArray[Flat + Ragged];
        var offsets = new int[count + 1];
        for (int i = 0; i < count; i++)
        {
            offsets[i + 1] = offsets[i] + (int)(rng.NextUInt() % 12);
        }

        for (int i = 0; i < columns.Length; i++)
        {
            var values = new float[i < Flat ? count : offsets[count]];
            for (int k = 0; k < values.Length; k++)
            {
                values[k] = MathF.Round((float)(-25 * Math.Log(rng.NextDouble())), 2);
            }

            var numbers = new NumberArray<float>(values);
            columns[i] = i < Flat ? numbers : new ListArray(offsets, numbers);
        }

        return columns;
    }
}
