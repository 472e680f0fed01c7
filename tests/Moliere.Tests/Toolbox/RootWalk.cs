using System.Diagnostics;
using Moliere.Formats.Bytes;
using Moliere.Formats.Root;
using Moliere.Formats.Root.Files;
using Moliere.Formats.Root.Histograms;

namespace Moliere.Tests.Toolbox;

/// <summary>Reads everything in a file, whatever state it is in, and says how that ended.</summary>
internal sealed class RootWalk
{
    private const int MostEntries = 2000;

    /// <summary>Fields that gave their values.</summary>
    public int Fields { get; private set; }

    /// <summary>Typed refusals, of the file, of a dataset or of a field.</summary>
    public int Refusals { get; private set; }

    /// <summary>Bytes that the most wasteful single step allocated: opening, listing, or reading one field.</summary>
    public long MostAllocated { get; private set; }

    /// <summary>The longest single step.</summary>
    public TimeSpan Longest { get; private set; }

    /// <summary>What the longest or most wasteful step was.</summary>
    public string Worst { get; private set; } = "";

    /// <summary>Reads a file; anything but data and <see cref="InvalidFileException"/> is thrown on.</summary>
    public static RootWalk Through(string path)
    {
        var walk = new RootWalk();
        RootFile? file = walk.Step("open", () => RootFile.Open(path));
        if (file is null)
        {
            return walk;
        }

        using (file)
        {
            foreach (RootEntry entry in walk.Step("list", () => RootDatasets.Of(file)) ?? [])
            {
                string name = $"{entry.Path};{entry.Cycle}";
                walk.Read(walk.Step(name, () => RootDatasets.Open(file, name)));
            }

            foreach (RootEntry entry in walk.Step("names", () => file.Entries) ?? [])
            {
                walk.ReadObject(file, entry);
            }
        }

        return walk;
    }

    private void Read(IRootDataset? dataset)
    {
        foreach (RootField field in (dataset?.Fields ?? []).SelectMany(field => field.WithInner())
            .Where(field => field.Obstacle is null))
        {
            int count = (int)Math.Clamp(dataset!.EntryCount, 0, MostEntries);
            Fields += Step($"{dataset.Name}/{field.Path}", () => dataset.Read(field, 0, count)) is null ? 0 : 1;
        }
    }

    private void ReadObject(RootFile file, RootEntry entry)
    {
        if (RootHistogram.CanRead(entry))
        {
            Fields += Step(entry.Path, () => RootHistogram.Read(file, entry)) is null ? 0 : 1;
        }
        else if (RootGraph.CanRead(entry))
        {
            Fields += Step(entry.Path, () => RootGraph.Read(file, entry)) is null ? 0 : 1;
        }
    }

    private T? Step<T>(string name, Func<T> action)
        where T : class
    {
        long before = GC.GetAllocatedBytesForCurrentThread(), start = Stopwatch.GetTimestamp();
        try
        {
            return action();
        }
        catch (InvalidFileException)
        {
            Refusals++;
            return null;
        }
        catch (Exception error)
        {
            throw new InvalidOperationException($"{name}: {error.GetType().Name} {error.Message}", error);
        }
        finally
        {
            TimeSpan time = Stopwatch.GetElapsedTime(start);
            long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            if (time > Longest || allocated > MostAllocated)
            {
                Worst = name;
            }

            Longest = time > Longest ? time : Longest;
            MostAllocated = Math.Max(allocated, MostAllocated);
        }
    }
}
