using System.Globalization;

namespace Moliere.Cli.Progress;

/// <summary>
/// Tells a person and the log of a run what happens, and keeps the wall time of each stage for the report.
/// </summary>
/// <param name="display">Shows it to a person.</param>
/// <param name="clock">Times the stages and dates the lines of the log.</param>
internal sealed class RunProgress(IStageDisplay display, TimeProvider clock)
{
    private readonly Lock _turn = new();
    private readonly List<StageTime> _times = [];
    private TextWriter? _log;

    /// <summary>The stages that have ended, in the order they ended.</summary>
    public IReadOnlyList<StageTime> Times
    {
        get
        {
            lock (_turn)
            {
                return [.. _times];
            }
        }
    }

    /// <summary>From now on lines also go to a log; null stops that.</summary>
    /// <param name="log">Stays the caller's to close.</param>
    public void LogTo(TextWriter? log)
    {
        lock (_turn)
        {
            _log = log;
        }
    }

    /// <summary>Begins a stage; dispose it to end it. Stages of one name add up in a reader's mind, not here.</summary>
    /// <param name="name">Also the key in provenance and report.</param>
    /// <param name="total">Things to do; 0 when unknown.</param>
    /// <param name="unit">What is counted, in the plural.</param>
    public RunStage Stage(string name, long total, string unit = "events")
    {
        var stage = new RunStage(name, total, unit, clock, End);
        lock (_turn)
        {
            Log($"{name}: begins");
            display.Begin(stage);
        }

        return stage;
    }

    /// <summary>Says one line to the person and the log.</summary>
    /// <param name="line">Without a line end.</param>
    public void Say(string line)
    {
        lock (_turn)
        {
            Log(line);
            display.Say(line);
        }
    }

    private void End(RunStage stage)
    {
        lock (_turn)
        {
            _times.Add(new StageTime(stage.Name, stage.Seconds, stage.Done));
            Log(StageLine.Ended(stage));
            display.End(stage);
        }
    }

    private void Log(string line)
    {
        string time = clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        _log?.WriteLine($"{time} {line}");
        _log?.Flush();
    }
}
