using System.Runtime.ExceptionServices;

namespace Moliere.Simulation.Samples;

/// <summary>Runs the same work on several threads and waits for all of them.</summary>
internal static class Workers
{
    /// <summary>
    /// Runs to the end; the first failure is rethrown as it was, so that callers see their own exception types.
    /// </summary>
    /// <param name="threads">Number of threads, at least 1; one of them is the caller's.</param>
    /// <param name="work">What each thread does.</param>
    public static void Run(int threads, Action work)
    {
        var failures = new Exception?[threads];

        void Guarded(int worker)
        {
            try
            {
                work();
            }
            catch (Exception failure)
            {
                failures[worker] = failure;
            }
        }

        Thread[] others = [.. Enumerable.Range(1, threads - 1).Select(worker => new Thread(() => Guarded(worker)))];
        Array.ForEach(others, thread => thread.Start());
        Guarded(0);
        Array.ForEach(others, thread => thread.Join());
        if (failures.FirstOrDefault(failure => failure is not null) is Exception first)
        {
            ExceptionDispatchInfo.Throw(first);
        }
    }
}
