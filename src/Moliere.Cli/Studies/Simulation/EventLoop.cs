using Moliere.Cli.Progress;

namespace Moliere.Cli.Studies.Simulation;

/// <summary>Makes events on all threads and hands their results over in the order of their numbers.</summary>
internal static class EventLoop
{
    /// <summary>Events in work at a time: bounds the memory, and is large enough to share evenly.</summary>
    private const int Block = 256;

    /// <summary>Runs events 0 to count - 1.</summary>
    /// <param name="request">Threads, progress and cancellation.</param>
    /// <param name="name">Name of the stage.</param>
    /// <param name="count">Number of events.</param>
    /// <param name="make">Makes the result of one event; called from any thread.</param>
    /// <param name="take">Takes the results in order, on one thread.</param>
    public static void Run<T>(StudyRequest request, string name, int count, Func<long, T> make, Action<T> take)
    {
        using RunStage stage = request.Progress.Stage(name, count);
        var options = new ParallelOptions
        {
            MaxDegreeOfParallelism = request.Threads,
            CancellationToken = request.Cancellation,
        };
        for (int first = 0; first < count; first += Block)
        {
            int start = first;
            var results = new T[Math.Min(Block, count - first)];
            Parallel.For(0, results.Length, options, i => results[i] = make(start + i));
            Array.ForEach(results, take);
            stage.Advance(results.Length);
        }
    }
}
