using System.Globalization;
using System.Security.Cryptography;
using Moliere.Cli.Recipes;

namespace Moliere.Cli.Runs;

/// <summary>
/// Where a trained method comes from, for the metadata of a file that leaves the run folder. Times and machine are left
/// out: the same method gives the same file.
/// </summary>
/// <param name="Entries">Text by key; empty for a folder without provenance.</param>
internal sealed record RunNotes(IReadOnlyList<KeyValuePair<string, string>> Entries)
{
    private const string Recipe = "recipe.yaml";

    /// <summary>The notes of a run folder.</summary>
    /// <param name="folder">An existing folder.</param>
    public static RunNotes Of(string folder)
    {
        string recipe = Path.Combine(folder, Recipe);
        IEnumerable<KeyValuePair<string, string>> trained = Provenance.TryRead(folder) is { } run ? OfRun(run) : [];
        return new([.. trained, .. File.Exists(recipe) ? OfRecipe(recipe) : []]);
    }

    private static IEnumerable<KeyValuePair<string, string>> OfRun(Provenance run) =>
    [
        new("training_program", $"{run.Program} {run.Version}"),
        new("training_run", $"{run.Verb} {run.Study}"),
        new("training_fingerprint", run.Fingerprint),
        .. run.Inputs.Select((input, i) => KeyValuePair.Create(
            string.Create(CultureInfo.InvariantCulture, $"training_input_{i + 1}"),
            $"{Path.GetFileName(input.Path.TrimEnd('/', '\\'))} sha256:{input.Sha256}")),
    ];

    private static IEnumerable<KeyValuePair<string, string>> OfRecipe(string path)
    {
        (ShippedRecipe study, RecipeMap tree) = RecipeSource.Read(path);
        string hash = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)));
        object recipe = RecipeBinder.Bind(study.Type, tree);
        string? seed = recipe.GetType().GetProperty("Seed")?.GetValue(recipe)?.ToString();
        return
        [
            new("training_recipe", $"{study.Name} sha256:{hash}"),
            .. seed is null ? [] : new[] { KeyValuePair.Create("training_seed", seed) },
        ];
    }
}
