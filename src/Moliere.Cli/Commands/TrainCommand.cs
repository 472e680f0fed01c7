using System.CommandLine;
using Moliere.Cli.Studies;

namespace Moliere.Cli.Commands;

/// <summary><c>train</c>: the methods of a study from a table.</summary>
internal static class TrainCommand
{
    /// <summary>The verb.</summary>
    /// <param name="launch">Carries out the order.</param>
    public static Command Create(Func<StudyOrder, ExitCode> launch)
    {
        var options = new StudyOptions("runs/RECIPE-models");
        Option<string> input = InputOptions.Table();
        var command = new VerbCommand("train", "Derives the methods of a study from a table.")
        {
            Examples =
            [
                ("train clusters --input runs/clusters-table", "all methods of the recipe"),
                ("train clusters --input table.csv --set methods=[mdn]", "the mixture network alone, from a CSV table"),
            ],
        };
        options.AddTo(command, input);
        command.SetAction(parsed => (int)launch(
            options.Read(parsed, StudyVerb.Train) with { Table = parsed.GetRequiredValue(input) }));
        return command;
    }
}
