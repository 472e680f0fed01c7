using System.CommandLine;
using Moliere.Cli.Studies;

namespace Moliere.Cli.Commands;

/// <summary><c>merge</c>: joins what shards of a simulation wrote.</summary>
internal static class MergeCommand
{
    /// <summary>The verb.</summary>
    /// <param name="launch">Carries out the order.</param>
    public static Command Create(Func<StudyOrder, ExitCode> launch)
    {
        Argument<string[]> parts = new("parts")
        {
            Description = "Folders that 'simulate --shard i/N' or an earlier merge wrote, in any order.",
            HelpName = "parts",
            Arity = ArgumentArity.OneOrMore,
        };
        Option<string> target = new("--out")
        {
            Description = "Folder for the joined table.",
            HelpName = "FOLDER",
            Required = true,
        };
        Option<bool> partial = new("--partial")
        {
            Description = "Joins what there is although blocks of events are missing; the result is a part again.",
        };
        Option<int?> threads = StudyOptions.ThreadsOption();
        Option<bool> force = new("--force") { Description = "Replaces another run in the folder." };
        Option<bool> json = new("--json") { Description = "Prints the result as JSON." };
        var command = new VerbCommand("merge", "Joins the tables that shards of one simulation wrote.")
        {
            Examples =
            [
                ("simulate clusters --shard 1/2 --out part1", "one process of two, on whichever machine"),
                ("merge part1 part2 --out runs/table", "the same bytes as without shards"),
                ("merge part3 part1 --partial --out half", "a larger part, to be merged again"),
            ],
        };
        command.Add(parts);
        foreach (Option option in (Option[])[target, partial, threads, force, json])
        {
            command.Add(option);
        }

        command.SetAction(parsed => (int)launch(new StudyOrder
        {
            Verb = StudyVerb.Merge,
            Recipe = RecipeOf(parsed.GetRequiredValue(parts)[0]),
            Parts = parsed.GetRequiredValue(parts),
            IsPartial = parsed.GetValue(partial),
            Threads = parsed.GetValue(threads) ?? Environment.ProcessorCount,
            Out = parsed.GetRequiredValue(target),
            Force = parsed.GetValue(force),
            Json = parsed.GetValue(json),
        }));
        return command;
    }

    private static string RecipeOf(string part)
    {
        string recipe = Path.Combine(part, "recipe.yaml");
        return File.Exists(recipe) ? recipe : throw new RefusalException(
            ExitCode.BadData,
            $"'{part}' holds no recipe.yaml, expected a folder that 'moliere simulate --shard' completed.");
    }
}
