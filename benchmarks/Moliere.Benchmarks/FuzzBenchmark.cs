using Moliere.Tests.Toolbox;

namespace Moliere.Benchmarks;

/// <summary>
/// Reads damaged ROOT files: each must end in data or in one typed error, within 2 s, and with at most four times the
/// file plus 64 MiB allocated in a step. Prints what does not, and a summary.
/// </summary>
internal static class FuzzBenchmark
{
    private const long Allowance = 64 << 20;

    public static int Run(string[] args)
    {
        int count = Arguments.Number(args, "--count", 100_000), first = Arguments.Number(args, "--first", 0);
        int largest = Arguments.Number(args, "--largest", 60_000);
        string[] seeds = [.. Directory.GetFiles(args[0], "*.root").Order(StringComparer.Ordinal)
            .Where(file => new FileInfo(file).Length <= largest)];
        byte[][] files = [.. seeds.Select(File.ReadAllBytes), .. seeds.Select(Plain).Where(bytes => bytes.Length > 0)];
        string[] names = [.. seeds, .. seeds.Select(seed => seed + " (plain)")];
        long fields = 0, refusals = 0, failures = 0, most = 0;
        TimeSpan longest = default;
        string place = Path.Combine(Path.GetTempPath(), $"moliere-fuzz-{Environment.ProcessId}.root");
        for (int number = first; number < first + count; number++)
        {
            int which = number % files.Length;
            byte[] bytes = RootMutation.Of(files[which], (ulong)number);
            File.WriteAllBytes(place, bytes);
            try
            {
                RootWalk walk = RootWalk.Through(place);

                // On a busy machine a step can wait for its turn; what is slow by itself is slow again.
                walk = walk.Longest.TotalSeconds > 2 ? RootWalk.Through(place) : walk;
                (fields, refusals) = (fields + walk.Fields, refusals + walk.Refusals);
                (most, longest) = (Math.Max(most, walk.MostAllocated), walk.Longest > longest ? walk.Longest : longest);
                if (walk.Longest.TotalSeconds > 2 || walk.MostAllocated > (4L * bytes.Length) + Allowance)
                {
                    failures++;
                    Console.WriteLine($"{number} {names[which]}: {walk.Worst}, {walk.Longest.TotalSeconds:0.00} s, "
                        + $"{walk.MostAllocated >> 20} MiB for {bytes.Length} bytes");
                }
            }
            catch (InvalidOperationException error)
            {
                failures++;
                Console.WriteLine($"{number} {names[which]}: {error.Message}\n{Top(error.InnerException)}");
            }
        }

        File.Delete(place);
        Console.WriteLine($"{count} files from {files.Length}: {fields} fields read, {refusals} refusals, {failures} "
            + $"failures; longest step {longest.TotalSeconds:0.000} s, most allocated in a step {most >> 20} MiB");
        return failures == 0 ? 0 : 1;
    }

    private static byte[] Plain(string path)
    {
        try
        {
            return RootPlainCopy.Of(path);
        }
        catch (Exception error) when (error is Moliere.Formats.Bytes.InvalidFileException)
        {
            return [];
        }
    }

    private static string Top(Exception? error) =>
        string.Join('\n', (error?.StackTrace ?? "").Split('\n').Take(6));
}
