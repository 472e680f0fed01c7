using Spectre.Console;
using Spectre.Console.Rendering;

namespace Moliere.Cli.Progress;

/// <summary>Progress for a person at a terminal: a bar with share, rate and time left.</summary>
/// <param name="console">Bound to standard error.</param>
internal sealed class TerminalDisplay(IAnsiConsole console) : IStageDisplay
{
    private static readonly TimeSpan _refresh = TimeSpan.FromMilliseconds(200);

    private RunStage? _shown;
    private CancellationTokenSource? _stop;
    private Task? _drawing;

    /// <inheritdoc/>
    public void Begin(RunStage stage)
    {
        // The console draws one live display at a time.
        if (_shown is null)
        {
            _shown = stage;
            _stop = new CancellationTokenSource();
            CancellationToken stop = _stop.Token;
            _drawing = Task.Run(() => Draw(stage, stop), CancellationToken.None);
        }
    }

    /// <inheritdoc/>
    public void End(RunStage stage)
    {
        if (_shown == stage)
        {
            _stop!.Cancel();
            _drawing!.Wait();
            _stop.Dispose();
            _shown = null;
        }

        Say(StageLine.Ended(stage));
    }

    /// <inheritdoc/>
    public void Say(string line) => console.WriteLine(line);

    private Task Draw(RunStage stage, CancellationToken stop)
    {
        Spectre.Console.Progress progress = console.Progress().AutoClear(true).Columns(
            new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RateColumn(stage));
        return progress.StartAsync(async context =>
        {
            ProgressTask task = context.AddTask(Markup.Escape(stage.Name), maxValue: Math.Max(1, stage.Total));
            task.IsIndeterminate = stage.Total == 0;
            while (!stop.IsCancellationRequested)
            {
                task.Value = stage.Done;
                await Task.Delay(_refresh, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        });
    }

    private sealed class RateColumn(RunStage stage) : ProgressColumn
    {
        public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime)
        {
            string left = stage.SecondsLeft is { } seconds ? $"{StageLine.Duration(seconds)} left" : "";
            return new Text($"{StageLine.Rate(stage.Rate)} {left}");
        }
    }
}
