// covers: PlainDisplay, TerminalDisplay, RunStage, StageLine
using Moliere.Cli.Progress;
using Spectre.Console;

namespace Moliere.Tests.Cli.Progress;

public class RunProgressTests
{
    [Fact]
    public void StageLine_TellsShareRateAndTimeLeft()
    {
        ManualClock clock = new();
        using RunStage stage = new("simulation", 1000, "events", clock, _ => { });
        stage.Advance(250);
        clock.Seconds = 10;
        Assert.Equal("simulation: 250 of 1000 events (25 %), 25/s, 0:30 left", StageLine.UnderWay(stage));
        Assert.Equal("simulation: 250 events in 0:10, 25/s", StageLine.Ended(stage));
    }

    [Fact]
    public void StageWithoutCounts_TellsTheTimeOnly()
    {
        ManualClock clock = new();
        using RunStage stage = new("scales", 0, "steps", clock, _ => { });
        clock.Seconds = 12;
        Assert.Equal("scales: 0:12 so far", StageLine.UnderWay(stage));
    }

    [Theory]
    [InlineData(59.6, "1:00")]
    [InlineData(3725, "1:02:05")]
    public void Duration_RoundsToSeconds(double seconds, string expected) =>
        Assert.Equal(expected, StageLine.Duration(seconds));

    [Fact]
    public void ParallelAdvances_AllCount()
    {
        using RunStage stage = new("x", 0, "events", TimeProvider.System, _ => { });
        Parallel.For(0, 1000, _ => stage.Advance(3));
        Assert.Equal(3000, stage.Done);
        Assert.Null(stage.SecondsLeft);
    }

    [Fact]
    public void EndedStages_AreTimedOnceAndLogged()
    {
        ManualClock clock = new();
        using StringWriter shown = new() { NewLine = "\n" };
        using StringWriter log = new() { NewLine = "\n" };
        RunProgress progress = new(new PlainDisplay(shown, TimeSpan.FromHours(1), clock), clock);
        progress.LogTo(log);
        using (RunStage stage = progress.Stage("training", 4, "epochs"))
        {
            clock.Seconds = 2;
            stage.Advance(4);
            stage.Dispose();
        }

        Assert.Equal([new StageTime("training", 2, 4)], progress.Times);
        Assert.Equal("training: 4 epochs in 0:02, 2.00/s\n", shown.ToString());
        Assert.StartsWith("1970-01-01T00:00:00Z training: begins\n", log.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Terminal_DrawsABarAndLeavesOneLine()
    {
        using StringWriter shown = new();
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(shown),
            Ansi = AnsiSupport.Yes,
            Interactive = InteractionSupport.Yes,
            ColorSystem = ColorSystemSupport.NoColors,
        });
        RunProgress progress = new(new TerminalDisplay(console), TimeProvider.System);
        using (RunStage outer = progress.Stage("simulation [x]", 10))
        {
            outer.Advance(5);
            using RunStage inner = progress.Stage("inner", 1);
            Thread.Sleep(100);
        }

        Assert.Equal(["inner", "simulation [x]"], progress.Times.Select(time => time.Name));
        Assert.Contains("simulation [x]: 5 events in 0:0", shown.ToString(), StringComparison.Ordinal);
        Assert.Contains('%', shown.ToString());
    }

    private sealed class ManualClock : TimeProvider
    {
        public long Seconds { get; set; }

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => Seconds;

        public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch;
    }
}
