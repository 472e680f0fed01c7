using System.CommandLine;
using System.Text.Json;
using Moliere.Cli.Inspection;
using Moliere.Cli.Inspection.Display;
using Moliere.Cli.Inspection.Root;

namespace Moliere.Cli.Commands;

/// <summary><c>inspect</c>: what a file or folder is and holds, or one event as a picture.</summary>
internal static class InspectCommand
{
    private const int UsualRows = 3, MostRows = 1000;

    /// <summary>The verb.</summary>
    /// <param name="console">Where the answer is printed.</param>
    public static Command Create(ShellConsole console)
    {
        Argument<string?> path = new("path")
        {
            Description =
                "A run folder, recipe, table, model, event or ROOT file; file.root:tree for one of its trees. With "
                + "--event it may be left out.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var display = new DisplayOptions();
        Option<int?> values = new("--values")
        {
            Description = $"Shows the first N entries of each branch of a ROOT file. Default: {UsualRows}.",
            HelpName = "N",
            Arity = ArgumentArity.ZeroOrOne,
            CustomParser = result =>
                result.Tokens.Count == 0 ? UsualRows : StudyOptions.WholeNumber(result, 1, MostRows),
        };
        Option<bool> json = new("--json") { Description = "Prints one JSON object." };
        var command = new VerbCommand("inspect", "Says what a file or folder is and holds; draws one event.")
        {
            Examples =
            [
                ("inspect runs/clusters", "how the run came about and what lies in it"),
                ("inspect my.yaml", "whether the recipe is valid, and its values with all defaults"),
                ("inspect ntuple.root", "its trees, their branches with types and sizes, its histograms"),
                ("inspect ntuple.root:events --values 5", "the first five entries of each branch"),
                ("inspect --event 7 --pt-min 200", "a picture of a simulated dijet event, event-7.svg"),
                ("inspect events.hepmc.gz --event 0 --out first.svg", "an event of a file in the simulated detector"),
            ],
        };
        command.Add(path);
        command.Add(values);
        command.Add(json);
        display.AddTo(command);
        command.SetAction(parsed =>
        {
            string? given = parsed.GetValue(path);
            return display.Read(parsed, given) is { } order
                ? (int)Draw(console, order, parsed.GetValue(json))
                : (int)Print(console, Required(given), parsed.GetValue(values), parsed.GetValue(json));
        });
        return command;
    }

    private static string Required(string? path) => path ?? throw new RefusalException(
        ExitCode.Usage, "inspect needs a file or folder, or --event N for a picture of a generated event.");

    private static ExitCode Draw(ShellConsole console, DisplayOrder order, bool asJson)
    {
        IReadOnlyList<string> lines = DisplayedEvent.Draw(order);
        console.Out.WriteLine(asJson
            ? JsonSerializer.Serialize(new { path = order.Out, description = lines }, JsonStyle.House)
            : string.Join(console.Out.NewLine, lines));
        return ExitCode.Done;
    }

    private static ExitCode Print(ShellConsole console, string path, int? rows, bool asJson)
    {
        RootListing? root = Inspector.TryRoot(path, rows ?? 0);
        if (root is null && rows is not null)
        {
            throw new RefusalException(
                ExitCode.Usage, $"--values shows entries of ROOT files, and '{path}' is none; leave it out.");
        }

        IEnumerable<string> lines = root is null ? Inspector.Describe(path) : RootInspection.Lines(root);
        if (asJson)
        {
            object answer = root is null ? new { path, description = lines } : root;
            console.Out.WriteLine(JsonSerializer.Serialize(answer, JsonStyle.House));
        }
        else
        {
            foreach (string line in lines)
            {
                console.Out.WriteLine(line);
            }
        }

        bool isDamaged = root?.Datasets.Any(dataset =>
            dataset.Obstacle is not null || dataset.Fields.Any(field => field.IsDamaged)) ?? false;
        return isDamaged ? ExitCode.BadData : ExitCode.Done;
    }
}
