using System.CommandLine;
using Moliere.Cli.Studies;

namespace Moliere.Cli.Commands;

/// <summary><c>validate</c>: figures and report from a table and trained methods.</summary>
internal static class ValidateCommand
{
    /// <summary>The verb.</summary>
    /// <param name="launch">Carries out the order.</param>
    public static Command Create(Func<StudyOrder, ExitCode> launch)
    {
        var options = new StudyOptions("runs/RECIPE-validation");
        Option<string> input = InputOptions.Table();
        Option<string> models = new("--models")
        {
            Description = "The folder that 'train' or 'run' wrote.",
            HelpName = "FOLDER",
            Required = true,
        };
        var command = new VerbCommand("validate", "Applies trained methods to a table and writes figures and report.")
        {
            Examples =
            [
                ("validate clusters --input runs/clusters-table --models runs/clusters-models", "the test events"),
                ("validate clusters --input other.csv --models runs/clusters", "methods of a run on another table"),
            ],
        };
        options.AddTo(command, input, models);
        command.SetAction(parsed => (int)launch(options.Read(parsed, StudyVerb.Validate) with
        {
            Table = parsed.GetRequiredValue(input),
            Models = parsed.GetRequiredValue(models),
        }));
        return command;
    }
}
