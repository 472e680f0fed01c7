namespace Moliere.Numerics.Workers;

/// <summary>
/// Threads that stay alive between jobs, for jobs of tens of microseconds: a worker spins briefly for the next job
/// before it sleeps, and so does the caller for the last worker. The caller is worker 0. Which worker does what must
/// never show in a result.
/// </summary>
public sealed class WorkerTeam : IDisposable
{
    // About 50 microseconds: longer than the serial part of an optimiser step, shorter than a time slice.
    private const int SpinsBeforeSleep = 1000;

    private readonly Thread[] _threads;
    private readonly Lock _gate = new();
    private readonly ManualResetEventSlim[] _wake;
    private readonly ManualResetEventSlim _done = new(true, SpinsBeforeSleep / 50);
    private Action<int> _job = _ => { };
    private Exception? _failure;
    private int _generation;
    private int _pending;
    private volatile bool _stopping;

    /// <summary>Starts the threads.</summary>
    /// <param name="size">Workers including the caller, at least 1.</param>
    public WorkerTeam(int size)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        Size = size;
        _wake = [.. Enumerable.Range(0, size).Select(_ => new ManualResetEventSlim(false, SpinsBeforeSleep / 50))];
        _threads = [.. Enumerable.Range(1, size - 1).Select(Start)];
    }

    /// <summary>Number of workers including the caller.</summary>
    public int Size { get; }

    /// <summary>Runs a job once on every worker and returns when all are done; nothing is allocated.</summary>
    /// <param name="job">
    /// Called with the worker's number in [0, <see cref="Size"/>); it draws its share of the work itself.
    /// </param>
    /// <exception cref="AggregateException">The job threw on some worker; the first exception is inside.</exception>
    public void Run(Action<int> job)
    {
        Publish(job);
        Attempt(job, 0);
        AwaitWorkers();
        if (_failure is { } failure)
        {
            _failure = null;
            throw new AggregateException(failure);
        }
    }

    /// <summary>Ends the threads; a job must not be running.</summary>
    public void Dispose()
    {
        _stopping = true;
        Publish(_ => { });
        foreach (Thread thread in _threads)
        {
            thread.Join();
        }
    }

    private Thread Start(int worker)
    {
        var thread = new Thread(() => Work(worker)) { IsBackground = true, Name = $"worker {worker}" };
        thread.Start();
        return thread;
    }

    private void Publish(Action<int> job)
    {
        if (Size == 1)
        {
            return;
        }

        _job = job;
        _done.Reset();
        Volatile.Write(ref _pending, Size - 1);
        Interlocked.Increment(ref _generation);
        for (int worker = 1; worker < Size; worker++)
        {
            _wake[worker].Set();
        }
    }

    private void Work(int worker)
    {
        int seen = 0;
        while (!_stopping)
        {
            AwaitJob(worker, ref seen);
            Attempt(_job, worker);
            if (Interlocked.Decrement(ref _pending) == 0)
            {
                _done.Set();
            }
        }
    }

    private void AwaitJob(int worker, ref int seen)
    {
        for (int spin = 0; spin < SpinsBeforeSleep && Volatile.Read(ref _generation) == seen; spin++)
        {
            Thread.SpinWait(1);
        }

        while (Volatile.Read(ref _generation) == seen)
        {
            _wake[worker].Wait();
            _wake[worker].Reset();
        }

        seen++;
    }

    private void Attempt(Action<int> job, int worker)
    {
        try
        {
            job(worker);
        }
        catch (Exception exception)
        {
            lock (_gate)
            {
                _failure ??= exception;
            }
        }
    }

    // Workers end within microseconds of each other unless one has lost its processor, which may take milliseconds. The
    // event is waited for even when nothing is pending: its setting must be over before the next job resets it.
    private void AwaitWorkers()
    {
        for (int spin = 0; spin < SpinsBeforeSleep && Volatile.Read(ref _pending) != 0; spin++)
        {
            Thread.SpinWait(1);
        }

        _done.Wait();
    }
}
