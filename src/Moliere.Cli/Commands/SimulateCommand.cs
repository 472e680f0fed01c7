using System.CommandLine;
using Moliere.Cli.Studies;
using Moliere.Formats.Tables.Parts;

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
        Option<string?> formats = new("--format")
        {
            Description = "Files to write beside the table: csv, root, or both as csv,root; same as source.formats.",
            HelpName = "NAMES",
        };
        Option<Shard?> shard = ShardOption.Create();
        var command = new VerbCommand("simulate", "Simulates and reconstructs events and writes their table.")
        {
            Examples =
            [
                ("simulate dijets --pt-min 100 --events 5000", "a table of whole events of one process"),
                ("simulate clusters --set source.events=2000", "a cluster table of 2000 dijet events"),
                ("simulate clusters --input events.hepmc.gz --out runs/table", "a cluster table of your own events"),
                ("simulate clusters --format root", "the table also as a tree with its cells, tables/clusters.root"),
                ("simulate clusters --shard 2/8 --out part2", "the second of eight shares, for 'moliere merge'"),
            ],
        };
        options.AddTo(command, input, formats, shard);
        foreach (Command process in ProcessCommands.Create(launch))
        {
            command.Add(process);
        }

        command.SetAction(parsed => (int)launch(
            WithFormats(options.Read(parsed, StudyVerb.Simulate), parsed.GetValue(formats)) with
            {
                Input = parsed.GetValue(input),
                Shard = parsed.GetValue(shard) ?? Shard.Whole,
            }));
        return command;
    }

    // Before the assignments of the command line, which have the last word.
    private static StudyOrder WithFormats(StudyOrder order, string? formats) =>
        formats is null ? order : order with { Set = [$"source.formats=[{formats}]", .. order.Set] };
}
