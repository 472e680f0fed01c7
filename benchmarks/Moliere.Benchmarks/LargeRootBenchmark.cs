using System.Diagnostics;
using Moliere.Data.Tables;
using Moliere.Formats.Codecs;
using Moliere.Formats.Root;
using Moliere.Formats.Root.Arrays;
using Moliere.Formats.Root.Writing;
using Moliere.Formats.Sources;
using Moliere.Numerics.Random;

namespace Moliere.Benchmarks;

/// <summary>
/// Writes a tree of flat and ragged branches until the file is larger than some bytes, or reads it back: speed, and how
/// far the memory went. Entry i holds i in <c>number</c>, so that a reader can tell that it found the end.
/// </summary>
internal static class LargeRootBenchmark
{
    private const int Chunk = 100_000;

    public static int Run(string[] args)
    {
        string path = args[0];
        if (args.Contains("--read"))
        {
            return Read(path, Arguments.Number(args, "--threads", Environment.ProcessorCount));
        }

        long megabytes = Arguments.Number(args, "--megabytes", 2200);
        int threads = Arguments.Number(args, "--threads", Environment.ProcessorCount);
        int level = Arguments.Number(args, "--level", 0);
        Codec codec = Enum.Parse<Codec>(args.SkipWhile(a => a != "--codec").Skip(1).FirstOrDefault("Lz4"), true);
        var watch = Stopwatch.StartNew();
        long entries = 0, unpacked = 0, length;
        using (var file = new RootFileWriter(path, new RootCompression(codec, level)))
        {
            RootTreeWriter tree = file.Tree("events", "", Specs(), new() { Threads = threads });
            while (file.Length < megabytes * 1_000_000)
            {
                RootArray[] chunk = Entries(entries);
                tree.Append(chunk);
                entries += Chunk;
                unpacked += (Chunk * 24L) + (((ListArray)chunk[^1]).Content.Length * 4L) + (Chunk * 4L);
            }

            file.Complete();
            length = file.Length;
        }

        double seconds = watch.Elapsed.TotalSeconds;
        long peak = Process.GetCurrentProcess().PeakWorkingSet64;
        Console.WriteLine(
            $"{entries} entries, {length} bytes in {seconds:0.0} s: {unpacked / seconds / 1e6:0} MB/s unpacked, "
            + $"{length / seconds / 1e6:0} MB/s stored, {threads} threads, peak {peak / 1e6:0} MB of memory");
        return 0;
    }

    // As a study reads: a chunk at a time, several columns at once; the numbers must follow each other to the end.
    private static int Read(string path, int threads)
    {
        var watch = Stopwatch.StartNew();
        using ITableSource source = TableSources.Open(path);
        string[] columns = [.. source.Columns.Select(column => column.Name)];
        long next = 0, cells = 0, unpacked = 0;
        foreach ((long first, int count) in ChunkPlan.Of(source, Chunk))
        {
            Table table = source.Read(first, count, columns, threads);
            foreach (long number in table.Longs("number"))
            {
                next += number == next ? 1 : 0;
            }

            cells += table.Jagged<float>("cells").Values.Length;
        }

        unpacked += (next * 24) + (cells * 4) + (next * 4);
        double seconds = watch.Elapsed.TotalSeconds;
        long peak = Process.GetCurrentProcess().PeakWorkingSet64;
        Console.WriteLine(
            $"{next} of {source.RowCount} entries, {cells} cells in {seconds:0.0} s: {unpacked / seconds / 1e6:0} MB/s "
            + $"unpacked, {threads} threads, peak {peak / 1e6:0} MB of memory");
        return next == source.RowCount ? 0 : 1;
    }

    private static RootBranchSpec[] Specs() =>
    [
        new("number", RootLeafType.Int64), new("energy", RootLeafType.Float64), new("eta", RootLeafType.Float32),
        new("phi", RootLeafType.Float32), RootBranchSpec.Ragged("cells", RootLeafType.Float32),
    ];

    private static RootArray[] Entries(long first)
    {
        var random = new Rng(1, "large", (ulong)first);
        var lengths = new int[Chunk + 1];
        for (int i = 0; i < Chunk; i++)
        {
            lengths[i + 1] = lengths[i] + (int)((first + i) % 8);
        }

        return
        [
            new NumberArray<long>([.. Enumerable.Range(0, Chunk).Select(i => first + i)]),
            new NumberArray<double>(Fill(Chunk, () => random.NextDouble())),
            new NumberArray<float>(Fill(Chunk, () => (float)random.NextDouble())),
            new NumberArray<float>(Fill(Chunk, () => (float)random.NextDouble())),
            new ListArray(lengths, new NumberArray<float>(Fill(lengths[^1], () => (float)random.NextDouble()))),
        ];
    }

    private static T[] Fill<T>(int count, Func<T> draw)
    {
        var values = new T[count];
        for (int i = 0; i < count; i++)
        {
            values[i] = draw();
        }

        return values;
    }
}
