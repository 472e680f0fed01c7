using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Moliere.Cli.Studies;

namespace Moliere.Cli.Commands;

/// <summary>Puts the verbs together.</summary>
internal static class RootOfCommands
{
    // Fixed, so that the help reads the same everywhere.
    private const int HelpWidth = 110;

    /// <summary>The whole command line.</summary>
    /// <param name="studies">The studies there are.</param>
    /// <param name="console">Streams and clock.</param>
    /// <param name="cancellation">Signalled by SIGINT and SIGTERM.</param>
    public static RootCommand Create(
        IReadOnlyList<IStudy> studies, ShellConsole console, CancellationToken cancellation)
    {
        var launcher = new StudyLauncher(studies, console, cancellation);
        var root = new RootCommand(
            "Moliere: uncertainty-aware machine learning on calorimeter objects.\n"
            + "Exit codes: 0 done, 1 a check failed, 2 usage, 3 bad data, 4 environment, 130/143 interrupted.\n"
            + "Begin with: moliere run clusters --quick")
        {
            RunCommand.Create(launcher.Launch),
            SimulateCommand.Create(launcher.Launch),
            MergeCommand.Create(launcher.Launch),
            TrainCommand.Create(launcher.Launch),
            ValidateCommand.Create(launcher.Launch),
            ApplyCommand.Create(console, cancellation),
            ExportCommand.Create(console),
            InspectCommand.Create(console),
            InitCommand.Create(console),
            SchemaCommand.Create(console),
            CompletionCommand.Create(console),
        };
        foreach (Option option in root.Options)
        {
            option.Action = option switch
            {
                HelpOption { Action: HelpAction help } => WithExamples(help),
                VersionOption => new VersionAction(console),
                _ => option.Action,
            };
        }

        return root;
    }

    private static ExampleHelp WithExamples(HelpAction help)
    {
        help.MaxWidth = HelpWidth;
        return new ExampleHelp(help);
    }

    private sealed class VersionAction(ShellConsole console) : SynchronousCommandLineAction
    {
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            console.Out.WriteLine(ProgramVersion.Text);
            return (int)ExitCode.Done;
        }
    }
}
