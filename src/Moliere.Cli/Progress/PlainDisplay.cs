namespace Moliere.Cli.Progress;

/// <summary>Progress for log files and pipes: a line when a stage ends and every few seconds until then.</summary>
/// <param name="writer">Where the lines go.</param>
/// <param name="interval">Time between two lines of one stage.</param>
/// <param name="clock">Drives the interval.</param>
internal sealed class PlainDisplay(TextWriter writer, TimeSpan interval, TimeProvider clock) : IStageDisplay
{
    private readonly Lock _turn = new();
    private ITimer? _timer;
    private RunStage? _shown;

    /// <inheritdoc/>
    public void Begin(RunStage stage)
    {
        // A stage inside a stage is timed but not shown: two interleaved counts confuse more than they tell.
        if (_shown is null)
        {
            _shown = stage;
            _timer = clock.CreateTimer(_ => Say(StageLine.UnderWay(stage)), null, interval, interval);
        }
    }

    /// <inheritdoc/>
    public void End(RunStage stage)
    {
        if (_shown == stage)
        {
            _timer?.Dispose();
            _timer = null;
            _shown = null;
        }

        Say(StageLine.Ended(stage));
    }

    /// <inheritdoc/>
    public void Say(string line)
    {
        lock (_turn)
        {
            writer.WriteLine(line);
            writer.Flush();
        }
    }
}
