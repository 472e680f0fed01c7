namespace Moliere.Cli.Progress;

/// <summary>A stage under way: a counter that any number of threads may advance. Dispose ends the stage.</summary>
internal sealed class RunStage : IDisposable
{
    private readonly TimeProvider _clock;
    private readonly long _start;
    private readonly Action<RunStage> _end;
    private long _done;
    private int _isEnded;

    internal RunStage(string name, long total, string unit, TimeProvider clock, Action<RunStage> end)
    {
        Name = name;
        Total = total;
        Unit = unit;
        _clock = clock;
        _end = end;
        _start = clock.GetTimestamp();
    }

    /// <summary>For instance <c>simulation</c>.</summary>
    public string Name { get; }

    /// <summary>Things to do; 0 when unknown.</summary>
    public long Total { get; }

    /// <summary>What is counted, in the plural, for instance <c>events</c>.</summary>
    public string Unit { get; }

    /// <summary>Things done so far.</summary>
    public long Done => Interlocked.Read(ref _done);

    /// <summary>Wall time since the stage began [s].</summary>
    public double Seconds => _clock.GetElapsedTime(_start).TotalSeconds;

    /// <summary>Things done per second so far; 0 before anything is done.</summary>
    public double Rate => Seconds > 0 ? Done / Seconds : 0;

    /// <summary>Time left at the rate so far [s]; null while it cannot be told.</summary>
    public double? SecondsLeft => Total > 0 && Done > 0 ? Math.Max(0, Total - Done) * Seconds / Done : null;

    /// <summary>How it goes, in a few words after the count; may be empty.</summary>
    public string Note { get; set; } = "";

    /// <summary>Counts things done; cheap enough for every event, too dear for every cell.</summary>
    /// <param name="count">How many.</param>
    public void Advance(long count = 1) => Interlocked.Add(ref _done, count);

    /// <summary>Ends the stage; a second call does nothing.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isEnded, 1) == 0)
        {
            _end(this);
        }
    }
}
