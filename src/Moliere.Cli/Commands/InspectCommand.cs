using System.CommandLine;
using System.Text.Json;
using Moliere.Cli.Inspection;
using Moliere.Cli.Inspection.Root;

namespace Moliere.Cli.Commands;

/// <summary><c>inspect</c>: what a file or folder is and holds.</summary>
internal static class InspectCommand
{
    private const int UsualRows = 3, MostRows = 1000;

    /// <summary>The verb.</summary>
    /// <param name="console">Where the answer is printed.</param>
    public static Command Create(ShellConsole console)
    {
        Argument<string> path = new("path")
        {
            Description =
                "A run folder, recipe, table, model, event or ROOT file; file.root:tree for one of its trees.",
        };
        Option<int?> values = new("--values")
        {
            Description = $"Shows the first N entries of each branch of a ROOT file. Default: {UsualRows}.",
            HelpName = "N",
            Arity = ArgumentArity.ZeroOrOne,
            CustomParser = result =>
                result.Tokens.Count == 0 ? UsualRows : StudyOptions.WholeNumber(result, 1, MostRows),
        };
        Option<bool> json = new("--json") { Description = "Prints one JSON object." };
        var command = new VerbCommand("inspect", "Says what a file or folder is and what it holds.")
        {
            Examples =
            [
                ("inspect runs/clusters", "how the run came about and what lies in it"),
                ("inspect my.yaml", "whether the recipe is valid, and its values with all defaults"),
                ("inspect ntuple.root", "its trees, their branches with types and sizes, its histograms"),
                ("inspect ntuple.root:events --values 5", "the first five entries of each branch"),
            ],
        };
        command.Add(path);
        command.Add(values);
        command.Add(json);
        command.SetAction(parsed => (int)Print(
            console, parsed.GetRequiredValue(path), parsed.GetValue(values), parsed.GetValue(json)));
        return command;
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
