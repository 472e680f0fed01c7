using System.CommandLine;
using Moliere.Cli.Recipes;
using Moliere.Cli.Runs;
using Moliere.Simulation.Detector.Description;

namespace Moliere.Cli.Commands;

/// <summary><c>init</c>: a commented recipe to start from.</summary>
internal static class InitCommand
{
    private const string Detector = "detector";

    /// <summary>The verb.</summary>
    /// <param name="console">Where the recipe is printed.</param>
    public static Command Create(ShellConsole console)
    {
        Argument<string> name = NameArgument(Detector);
        Argument<string?> table = new("file")
        {
            Description = "Your own table of clusters or taus, as ntuple.root:tree: columns and units are guessed.",
            HelpName = "file",
            Arity = ArgumentArity.ZeroOrOne,
        };
        Option<string?> target = new("--out")
        {
            Description = "File to write instead of standard output.",
            HelpName = "FILE",
        };
        Option<bool> force = new("--force") { Description = "Replaces a file that is there." };
        var command = new VerbCommand("init", "Prints a shipped recipe, or the shipped detector, with its comments.")
        {
            Examples =
            [
                ("init clusters --out my.yaml", "then edit my.yaml and 'moliere run my.yaml'"),
                ("init detector --out my-detector.yaml", "the shipped detector, for --detector and detector.file"),
                ("init clusters ntuple.root:tree --out my.yaml", "a recipe that reads your own clusters"),
            ],
        };
        command.Add(name);
        command.Add(table);
        command.Add(target);
        command.Add(force);
        command.SetAction(parsed => (int)Print(
            console, parsed.GetRequiredValue(name),
            TextOf(
                console, parsed.GetRequiredValue(name), parsed.GetValue(table), parsed.GetValue(target),
                parsed.GetValue(force)),
            parsed.GetValue(target), parsed.GetValue(force)));
        return command;
    }

    /// <summary>An argument that takes the name of a shipped recipe.</summary>
    /// <param name="more">Further names that are taken.</param>
    internal static Argument<string> NameArgument(params string[] more)
    {
        string others = string.Concat(more.Select(other => $", or {other}"));
        Argument<string> name = new("recipe")
        {
            Description = $"Name of a shipped recipe{others}.",
            HelpName = "recipe",
        };
        name.AcceptOnlyFromAmong([.. ShippedRecipe.All.Select(recipe => recipe.Name), .. more]);
        return name;
    }

    private static string TextOf(ShellConsole console, string name, string? table, string? target, bool force)
    {
        ShippedRecipe? recipe = ShippedRecipe.Find(name);
        if (table is null)
        {
            return recipe?.ReadText() ?? DetectorDescription.DefaultText;
        }

        GuessedObjects kind = GuessedObjects.All.FirstOrDefault(known => known.Study == name)
            ?? throw new RefusalException(
                ExitCode.Usage,
                $"Columns are guessed for the studies 'clusters' and 'taus' only; leave out '{table}', and name its "
                + "columns under 'source' of the recipe where that has one.");
        RequireFree(target, force);
        RecipeGuess guess = RecipeGuess.Of(table, kind);
        foreach (string line in guess.Lines)
        {
            console.Error.WriteLine(line);
        }

        if (guess.Missing.Count > 0)
        {
            console.Error.WriteLine($"Before it can run, fill in {string.Join(" and ", guess.Missing)}.");
        }

        return guess.Text;
    }

    private static string UseOf(string name) => name switch
    {
        Detector => "use it with 'moliere simulate dijets --detector",
        "events" => "run it with 'moliere simulate",
        _ => "run it with 'moliere run",
    };

    private static void RequireFree(string? target, bool force)
    {
        if (target is not null && Path.Exists(target) && !force)
        {
            throw new RefusalException(
                ExitCode.Usage, $"'{target}' exists; choose another file with --out, or replace it with --force.");
        }
    }

    private static ExitCode Print(ShellConsole console, string name, string text, string? target, bool force)
    {
        RequireFree(target, force);
        if (target is null)
        {
            console.Out.Write(text);
        }
        else
        {
            AtomicFile.WriteText(target, text);
            console.Error.WriteLine($"Wrote {target}; {UseOf(name)} {target}'.");
        }

        return ExitCode.Done;
    }
}
