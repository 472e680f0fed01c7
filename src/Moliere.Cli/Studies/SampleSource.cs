using Moliere.Cli.Recipes;
using Moliere.Data.Objects;
using Moliere.Simulation.Generation;
using Moliere.Simulation.Samples;

namespace Moliere.Cli.Studies;

/// <summary>The events of a production, generated or read: how many, and those from any one on.</summary>
/// <param name="Count">Events of the whole production; each pass over a file counts.</param>
/// <param name="From">The events from a number on.</param>
internal sealed record SampleSource(long Count, Func<long, IEnumerable<SampleItem>> From)
{
    // An input file is not simulated more often than this unless the recipe asks for it.
    private const int MostAutomaticPasses = 40;

    /// <summary>The events of a recipe's source: its input file, or the embedded generator.</summary>
    /// <param name="request">Where it is said how often a file is simulated.</param>
    /// <param name="source">Input, process and number of events.</param>
    /// <param name="seed">Seed of the recipe.</param>
    /// <param name="create">Makes the generator of a process; null for that of the catalogue.</param>
    /// <exception cref="RefusalException">There are no events, or they cannot be generated so.</exception>
    public static SampleSource Of(
        StudyRequest request, TableSourceSection source, ulong seed,
        Func<ProcessOptions, ulong, Func<long, GeneratedEvent>>? create = null)
    {
        if (source.Input is not { } path)
        {
            return Generated(source, seed, source.Events, create);
        }

        return OfFile(path, source, seed, source.Events, events =>
        {
            int passes = source.Passes ?? Math.Clamp(source.Events / events, 1, MostAutomaticPasses);
            request.Progress.Say(
                $"{path}: {events} events, each simulated {passes} times with its own pile-up and noise.");
            return passes;
        });
    }

    /// <summary>Events of an embedded generator.</summary>
    /// <param name="process">What is generated.</param>
    /// <param name="seed">Seed of the recipe.</param>
    /// <param name="count">Number of events.</param>
    /// <param name="create">Makes the generator of a process; null for that of the catalogue.</param>
    /// <exception cref="RefusalException">The process cannot be generated so.</exception>
    public static SampleSource Generated(
        ProcessSection process, ulong seed, int count,
        Func<ProcessOptions, ulong, Func<long, GeneratedEvent>>? create = null)
    {
        try
        {
            Func<long, GeneratedEvent> generate = (create ?? EventGenerators.Create)(process.ToOptions(), seed);
            return new(count, first => SampleItem.FromGenerator(generate, first, count - first));
        }
        catch (ArgumentException error)
        {
            // The runtime adds the parameter's name, which means nothing here.
            throw new RefusalException(
                ExitCode.Usage, $"source.process: {error.Message.Split(" (Parameter")[0]}");
        }
    }

    /// <summary>Events of a file.</summary>
    /// <param name="path">Any format of generated events; Les Houches hard events are showered.</param>
    /// <param name="process">How hard events are completed.</param>
    /// <param name="seed">Seed of the recipe.</param>
    /// <param name="most">Largest number of events to read.</param>
    /// <param name="passes">From the number of events, how often each is simulated.</param>
    /// <exception cref="RefusalException">The file has no event.</exception>
    public static SampleSource OfFile(
        string path, ProcessSection process, ulong seed, int most, Func<int, int> passes)
    {
        // Reading the whole file first finds a broken event before any work is spent on the good ones.
        ProcessOptions completion = process.ToOptions();
        int events = EventFiles.Read(path, completion, seed).Take(most).Count();
        if (events == 0)
        {
            throw new RefusalException(
                ExitCode.BadData, $"{path}: found no event, expected at least one; check what wrote the file.");
        }

        int times = passes(events);
        return new(
            (long)events * times,
            first => SampleItem.FromFile(EventFiles.Read(path, completion, seed).Take(events), times, first));
    }

    /// <summary>So many events from a number on.</summary>
    /// <param name="first">Number of the first.</param>
    /// <param name="count">How many.</param>
    public IEnumerable<SampleItem> Take(long first, long count)
    {
        long left = count;
        foreach (SampleItem item in From(first))
        {
            if (left-- == 0)
            {
                yield break;
            }

            yield return item;
        }
    }
}
