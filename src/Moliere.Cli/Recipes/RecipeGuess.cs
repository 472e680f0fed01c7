using System.Globalization;
using System.Text;
using Moliere.Formats.Sources;

namespace Moliere.Cli.Recipes;

/// <summary>
/// A recipe to start from for a user's own table of clusters or taus: which branch is which column and what its units
/// are, guessed from names and values, with every guess said in a comment.
/// </summary>
/// <param name="Text">The recipe as YAML.</param>
/// <param name="Lines">What was guessed and what was not found, for the person.</param>
/// <param name="Missing">Columns that the study needs and that have to be filled in.</param>
internal sealed record RecipeGuess(string Text, IReadOnlyList<string> Lines, IReadOnlyList<string> Missing)
{
    /// <summary>The guess for a table.</summary>
    /// <param name="address">File, or <c>file.root:tree</c>.</param>
    /// <param name="kind">What its objects are.</param>
    public static RecipeGuess Of(string address, GuessedObjects kind)
    {
        using ITableSource source = TableSources.Open(address);
        IReadOnlyList<ColumnGuess> guesses =
            ColumnGuesses.Of([.. source.Columns.Select(column => column.Name)], kind.Words);
        UnitGuess units = UnitGuess.Of(source, guesses, kind);
        string[] lines =
        [
            string.Create(CultureInfo.InvariantCulture, $"{source.Name}: {source.RowCount} entries"),
            .. units.Reasons.Select(reason => $"units: {reason}"),
            .. guesses.Select(guess => Line(guess, kind)),
        ];
        string[] missing =
        [
            .. guesses.Where(guess => guess.Branch is null && kind.Needed.Contains(guess.Column))
                .Select(guess => guess.Column),
        ];
        return new(Write(address, kind.Study, guesses, units, lines), lines, missing);
    }

    private static string Line(ColumnGuess guess, GuessedObjects kind) => guess.Branch is { } branch
        ? $"{guess.Column}: {branch}"
        : $"{guess.Column}: not found{(kind.Needed.Contains(guess.Column) ? ", and the study needs it" : "")}"
            + (guess.Nearest.Count > 0 ? $"; perhaps {string.Join(", ", guess.Nearest)}" : "");

    private static string Write(
        string address, string study, IReadOnlyList<ColumnGuess> guesses, UnitGuess units,
        IReadOnlyList<string> lines)
    {
        var text = new StringBuilder("# Guessed from the names and values of a file; check each line.\n#\n");
        foreach (string line in lines)
        {
            text.Append(CultureInfo.InvariantCulture, $"# {line}\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"\nstudy: {study}\nsource:\n");
        text.Append(CultureInfo.InvariantCulture, $"  input: {Quoted(address)}\n");
        text.Append(units.Reasons.Count == 0
            ? "  # units: not determined; house is GeV and mm, atlas MeV and mm, cms GeV and cm\n"
            : units.Units is { } known
            ? $"  units: {known.ToString().ToLowerInvariant()}\n"
            : $"  energy_unit: {units.Energy.ToString().ToLowerInvariant()}\n"
                + $"  length_unit: {units.Length.ToString().ToLowerInvariant()}\n");
        text.Append("  columns:\n");
        foreach (ColumnGuess guess in guesses)
        {
            text.Append(guess.Branch is { } branch
                ? $"    {guess.Column}: {Quoted(ColumnGuesses.Spoken(branch))}\n"
                : $"    # {guess.Column}:\n");
        }

        return text.ToString();
    }

    private static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
