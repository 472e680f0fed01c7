using System.Globalization;

namespace Moliere.Cli.Progress;

/// <summary>How far a stage is, in one line of text.</summary>
internal static class StageLine
{
    /// <summary>A stage under way, such as <c>simulation: 300 of 1000 events (30 %), 25/s, 0:28 left</c>.</summary>
    /// <param name="stage">The stage.</param>
    public static string UnderWay(RunStage stage)
    {
        if (stage is { Total: 0, Done: 0 })
        {
            return $"{stage.Name}: {Duration(stage.Seconds)} so far{Note(stage)}";
        }

        string share = stage.Total > 0
            ? Text($"{stage.Done} of {stage.Total} {stage.Unit} ({100 * stage.Done / stage.Total} %)")
            : Text($"{stage.Done} {stage.Unit}");
        string left = stage.SecondsLeft is { } seconds ? $", {Duration(seconds)} left" : "";
        return $"{stage.Name}: {share}, {Rate(stage.Rate)}{left}{Note(stage)}";
    }

    /// <summary>A stage that has ended, such as <c>simulation: 1000 events in 0:40, 25/s</c>.</summary>
    /// <param name="stage">The stage.</param>
    public static string Ended(RunStage stage) => stage.Done == 0
        ? $"{stage.Name}: {Duration(stage.Seconds)}"
        : Text($"{stage.Name}: {stage.Done} {stage.Unit} in {Duration(stage.Seconds)}, {Rate(stage.Rate)}")
            + Note(stage);

    /// <summary>A time as minutes and seconds, or with hours.</summary>
    /// <param name="seconds">Time [s]; rounded to whole seconds.</param>
    public static string Duration(double seconds)
    {
        long whole = (long)Math.Round(Math.Min(seconds, 1e9));
        return whole < 3600
            ? Text($"{whole / 60}:{whole % 60:00}")
            : Text($"{whole / 3600}:{whole / 60 % 60:00}:{whole % 60:00}");
    }

    /// <summary>A rate with three figures, such as <c>1.25 M/s</c>.</summary>
    /// <param name="perSecond">Things per second.</param>
    public static string Rate(double perSecond) => perSecond switch
    {
        >= 1e6 => Text($"{perSecond / 1e6:0.00} M/s"),
        >= 1e4 => Text($"{perSecond / 1e3:0.0} k/s"),
        >= 10 => Text($"{perSecond:0}/s"),
        _ => Text($"{perSecond:0.00}/s"),
    };

    private static string Note(RunStage stage) => stage.Note.Length > 0 ? $", {stage.Note}" : "";

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
