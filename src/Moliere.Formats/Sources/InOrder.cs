using System.Runtime.ExceptionServices;

namespace Moliere.Formats.Sources;

/// <summary>Work in parallel whose failure is that of the first item in order, whichever thread was faster.</summary>
internal static class InOrder
{
    /// <summary>Does the work for 0 to count - 1.</summary>
    public static void For(int count, int threads, Action<int> work)
    {
        var failures = new Exception?[count];
        Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = Math.Max(threads, 1) }, i =>
        {
            try
            {
                work(i);
            }
            catch (Exception error)
            {
                failures[i] = error;
            }
        });

        if (Array.Find(failures, error => error is not null) is { } first)
        {
            ExceptionDispatchInfo.Throw(first);
        }
    }
}
