using Moliere.Cli.Progress;
using Spectre.Console;

namespace Moliere.Cli;

/// <summary>
/// The streams of one invocation. Results go to <see cref="Out"/>, everything else to <see cref="Error"/>.
/// </summary>
/// <param name="Out">Standard output.</param>
/// <param name="Error">Standard error.</param>
internal sealed record ShellConsole(TextWriter Out, TextWriter Error)
{
    // Often enough to see that it lives, seldom enough for a batch log.
    private static readonly TimeSpan _plainInterval = TimeSpan.FromSeconds(5);

    /// <summary>Whether a person watches standard error on a terminal that can redraw a line.</summary>
    public bool IsTerminal { get; init; }

    /// <summary>Whether colours are wanted; see https://no-color.org.</summary>
    public bool UseColour { get; init; }

    /// <summary>Source of time.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The streams and environment of this process.</summary>
    public static ShellConsole OfProcess() => new(Console.Out, Console.Error)
    {
        IsTerminal = !Console.IsErrorRedirected && Environment.GetEnvironmentVariable("TERM") is not (null or "dumb"),
        UseColour = string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")),
    };

    /// <summary>Progress for these streams: bars on a terminal, plain lines otherwise.</summary>
    public RunProgress NewProgress() => new(NewDisplay(), Clock);

    private IStageDisplay NewDisplay() => !IsTerminal
        ? new PlainDisplay(Error, _plainInterval, Clock)
        : new TerminalDisplay(AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(Error),
            Ansi = AnsiSupport.Yes,
            Interactive = InteractionSupport.Yes,
            ColorSystem = UseColour ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
        }));
}
