using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Numerics;
using Moliere.Cli.Recipes;
using Moliere.Cli.Studies;

namespace Moliere.Cli.Commands;

/// <summary>The options that all study commands share.</summary>
internal sealed class StudyOptions
{
    private readonly Argument<string> _recipe = new("recipe")
    {
        Description = "A shipped recipe (clusters, decorrelate, events, inferno, jets, jets-insitu, regress, simulation, "
            + "taus) or a file.",
        HelpName = "recipe",
    };

    private readonly string? _fixedRecipe;

    private readonly Option<ulong?> _seed = new("--seed")
    {
        Description = "Seed of all random numbers; the same as --set seed=N.",
        HelpName = "N",
        CustomParser = result => WholeNumber(result, ulong.MinValue, ulong.MaxValue),
    };

    private readonly Option<int?> _threads = ThreadsOption();

    private readonly Option<string[]> _set = new("--set")
    {
        Description = "Changes one value of the recipe, for instance training.epochs=20. Repeatable.",
        HelpName = "KEY=VALUE",
        DefaultValueFactory = _ => [],
    };

    private readonly Option<string?> _out;

    private readonly Option<bool> _force = new("--force")
    {
        Description = "Replaces another run in the folder once this one is complete.",
    };

    private readonly Option<bool> _json = new("--json")
    {
        Description = "Prints the result as JSON; messages go to standard error.",
    };

    private readonly Option<bool> _quick = new("--quick")
    {
        Description = "A small version of the study for a first look.",
    };

    /// <summary>The options with the folder a verb writes by default.</summary>
    /// <param name="defaultOut">Pattern for the help, for instance <c>runs/RECIPE</c>.</param>
    /// <param name="fixedRecipe">The recipe of a verb that has but one; null for an argument that names it.</param>
    public StudyOptions(string defaultOut, string? fixedRecipe = null)
    {
        _fixedRecipe = fixedRecipe;
        _out = new Option<string?>("--out")
        {
            Description = $"Folder for the results. Default: {defaultOut}.",
            HelpName = "FOLDER",
        };
        _recipe.CompletionSources.Add(_ => ShippedRecipe.All.Select(recipe => recipe.Name));
    }

    /// <summary>Adds argument and options to a command, its own options in between.</summary>
    /// <param name="command">The verb.</param>
    /// <param name="own">Options only this verb has.</param>
    public void AddTo(Command command, params Option[] own)
    {
        if (_fixedRecipe is null)
        {
            command.Add(_recipe);
        }

        Option[] options = [.. own, _out, _set, _seed, _quick, _threads, _force, _json];
        foreach (Option option in options)
        {
            command.Add(option);
        }
    }

    /// <summary>The values given on a command line.</summary>
    /// <param name="parsed">A command line without errors.</param>
    /// <param name="verb">The verb.</param>
    public StudyOrder Read(ParseResult parsed, StudyVerb verb) => new()
    {
        Verb = verb,
        Recipe = _fixedRecipe ?? parsed.GetRequiredValue(_recipe),
        Seed = parsed.GetValue(_seed),
        Threads = parsed.GetValue(_threads) ?? Environment.ProcessorCount,
        Set = parsed.GetValue(_set) ?? [],
        Out = parsed.GetValue(_out),
        Force = parsed.GetValue(_force),
        Json = parsed.GetValue(_json),
        Quick = parsed.GetValue(_quick),
    };

    /// <summary>The option <c>--threads</c>.</summary>
    internal static Option<int?> ThreadsOption() => new("--threads")
    {
        Description = "Threads; changes the time, never the result. Default: all processors.",
        HelpName = "N",
        CustomParser = Processors,
    };

    // More threads than processors only wait for each other.
    private static int? Processors(ArgumentResult result)
    {
        int? threads = WholeNumber(result, 1, int.MaxValue);
        if (threads > Environment.ProcessorCount)
        {
            result.AddError(
                $"--threads: found {threads}, expected at most {Environment.ProcessorCount}, the processors of this "
                + "machine; without --threads all are used.");
        }

        return threads;
    }

    /// <summary>A whole number in a range; adds an error to the result where there is none.</summary>
    internal static T? WholeNumber<T>(ArgumentResult result, T low, T high)
        where T : struct, IBinaryInteger<T>
    {
        string text = result.Tokens[0].Value;
        if (T.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out T value)
            && value >= low && value <= high)
        {
            return value;
        }

        string option = (result.Parent as OptionResult)?.Option.Name ?? "option";
        string range = high == T.CreateTruncating(int.MaxValue) ? $"of {low} or more" : $"from {low} to {high}";
        result.AddError($"{option}: found '{text}', expected a whole number {range}.");
        return null;
    }
}
