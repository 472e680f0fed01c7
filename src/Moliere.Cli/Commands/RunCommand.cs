using System.CommandLine;
using Moliere.Cli.Studies;

namespace Moliere.Cli.Commands;

/// <summary><c>run</c>: a whole study.</summary>
internal static class RunCommand
{
    /// <summary>The verb.</summary>
    /// <param name="launch">Carries out the order.</param>
    public static Command Create(Func<StudyOrder, ExitCode> launch)
    {
        var options = new StudyOptions("runs/RECIPE");
        Option<string?> input = InputOptions.Source();
        Option<string?> target = ColumnOptions.Target(), features = ColumnOptions.Features();
        var command = new VerbCommand("run", "Carries out a whole study, from events to report.")
        {
            Examples =
            [
                ("run clusters", "cluster calibration on events of the embedded generator, into runs/clusters"),
                ("run clusters --input events.hepmc.gz --out runs/mine", "the same on your own events"),
                ("run clusters --quick --set training.epochs=2", "a first look with one value changed"),
                ("run regress --input data.csv --target y --features a,b,c", "any column of a table from others"),
                ("run simulation", "generator and detector beside published and reference distributions"),
            ],
        };
        options.AddTo(command, input, target, features);
        command.SetAction(parsed => (int)launch(options.Read(parsed, StudyVerb.Run) with
        {
            Input = parsed.GetValue(input),
            Target = parsed.GetValue(target),
            Features = ColumnOptions.Split(parsed.GetValue(features)),
        }));
        return command;
    }
}
