using System.CommandLine;
using System.CommandLine.Invocation;
using Moliere.Cli.Commands;
using Moliere.Cli.Studies;

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
        var verbs = new List<string>();
        for (var result = parsed.CommandResult; result.Parent is not null; result = (System.CommandLine.Parsing.CommandResult)result.Parent)
        {
            verbs.Insert(0, result.Command.Name);
        }

        string problems = string.Join(" ", parsed.Errors.Select(error => error.Message).Distinct());
        string help = string.Join(' ', ["moliere", .. verbs, "--help"]);
        bool isJson = parsed.Tokens.Any(token => token.Value == "--json");
        return Report(console, ExitCode.Usage, $"{problems} See '{help}'.", isJson);
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
