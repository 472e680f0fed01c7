using System.CommandLine;
using Moliere.Cli.Studies;

namespace Moliere.Cli.Commands;

/// <summary><c>simulate</c>: the table of a study alone.</summary>
internal static class SimulateCommand
{
    /// <summary>The verb.</summary>
    /// <param name="launch">Carries out the order.</param>
    public static Command Create(Func<StudyOrder, ExitCode> launch)
    {
        var options = new StudyOptions("runs/RECIPE-table");
        Option<string?> input = InputOptions.Events();
        var command = new VerbCommand("simulate", "Simulates and reconstructs events and writes their table.")
        {
            Examples =
            [
                ("simulate clusters --set source.events=2000", "a cluster table of 2000 dijet events"),
                ("simulate clusters --input events.hepmc.gz --out runs/table", "a cluster table of your own events"),
            ],
        };
        options.AddTo(command, input);
        command.SetAction(parsed => (int)launch(
            options.Read(parsed, StudyVerb.Simulate) with { Input = parsed.GetValue(input) }));
        return command;
    }
}
