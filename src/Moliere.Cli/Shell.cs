using System.CommandLine;
using System.CommandLine.Invocation;
using Moliere.Cli.Commands;
using Moliere.Cli.Studies;
using Moliere.Data;

namespace Moliere.Cli;

/// <summary>The program as a function: arguments and streams in, exit code out. Nothing is thrown.</summary>
internal static class Shell
{
    /// <summary>Carries out one command line.</summary>
    /// <param name="arguments">Without the program's name.</param>
    /// <param name="console">Streams and clock.</param>
    /// <param name="studies">The studies there are.</param>
    public static int Invoke(string[] arguments, ShellConsole console, IReadOnlyList<IStudy> studies)
    {
        using var signals = new SignalWatch();
        try
        {
            ParseResult parsed = RootOfCommands.Create(studies, console, signals.Token).Parse(arguments);
            if (parsed.Action is ParseErrorAction)
            {
                return (int)Refuse(parsed, console);
            }

            return parsed.Invoke(new InvocationConfiguration
            {
                Output = console.Out,
                Error = console.Error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
            });
        }
        catch (Exception error)
        {
            (ExitCode code, string sentence) = ErrorReport.Of(error, signals.Signal);
            return (int)Report(console, code, sentence, arguments.Contains("--json"));
        }
    }

    private static ExitCode Refuse(ParseResult parsed, ShellConsole console)
    {
        Command command = parsed.CommandResult.Command;
        bool isRoot = command is RootCommand;
        string problem = isRoot ? Verbs(command, parsed) : Problems(parsed);
        string help = isRoot ? "moliere --help" : $"moliere {NameOf(command)} --help";
        bool isJson = parsed.Tokens.Any(token => token.Value == "--json");
        return Report(console, ExitCode.Usage, $"{problem} See '{help}'.", isJson);
    }

    private static string NameOf(Command command) =>
        command.Parents.OfType<Command>().FirstOrDefault(parent => parent is not RootCommand) is { } parent
            ? $"{parent.Name} {command.Name}"
            : command.Name;

    private static string Problems(ParseResult parsed)
    {
        string problems = string.Join(" ", parsed.Errors.Select(error => OneLine(error.Message)).Distinct());
        bool hasRecipe = parsed.CommandResult.Command.Options.Any(option => option.Name == "--set");
        return hasRecipe && parsed.UnmatchedTokens.Any(token => token.StartsWith("--", StringComparison.Ordinal))
            ? $"{problems} Values of the recipe are changed with --set KEY=VALUE, such as --set source.events=600."
            : problems;
    }

    // The library lists the words an argument may be on lines of their own.
    private static string OneLine(string message)
    {
        string line = string.Join(' ', message.Split(['\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries));
        return line.EndsWith('.') ? line : $"{line}.";
    }

    private static string Verbs(Command root, ParseResult parsed)
    {
        string[] verbs = [.. root.Subcommands.Select(verb => verb.Name)];
        return parsed.UnmatchedTokens is [var found, ..]
            ? $"Unknown command '{found}'; did you mean '{NearestName.Of(found, verbs)[0]}'?"
            : $"Expected a command: {string.Join(", ", verbs)}.";
    }

    private static ExitCode Report(ShellConsole console, ExitCode code, string sentence, bool isJson)
    {
        console.Error.WriteLine($"moliere: {sentence}");
        if (isJson)
        {
            StudyOutput.WriteError(console.Out, code, sentence);
        }

        return code;
    }
}
