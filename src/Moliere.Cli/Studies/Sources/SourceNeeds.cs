using Moliere.Cli.Recipes;
using Moliere.Data;
using Moliere.Data.Expressions;
using Moliere.Formats.Bytes;
using Moliere.Formats.Sources;

namespace Moliere.Cli.Studies.Sources;

/// <summary>
/// What a table must have. Without <c>source.columns</c> it is a table of the house and needs all features, so that a
/// misspelt one does not vanish; with it, features that are neither named nor found are done without.
/// </summary>
internal static class SourceNeeds
{
    private const int MostListed = 3;

    /// <summary>Refuses a table that lacks something, naming everything it lacks.</summary>
    /// <param name="source">The table.</param>
    /// <param name="section">What the recipe says.</param>
    /// <param name="texts">Expression of each column of the study that there is.</param>
    /// <exception cref="InvalidFileException">A column of the study or of an expression is missing.</exception>
    public static void Require(
        ITableSource source, TableSourceSection section, IReadOnlyDictionary<string, string> texts) =>
        Require(
            source, section, texts,
            section.Columns.Count > 0
                ? [.. section.StudyColumns.Always]
                : [.. section.StudyColumns.Always.Union(section.StudyColumns.Usual)]);

    /// <summary>Refuses a table that lacks one of the needed columns or a column of an expression.</summary>
    /// <param name="source">The table.</param>
    /// <param name="section">What the recipe says.</param>
    /// <param name="texts">Expression of each column of the study that there is.</param>
    /// <param name="needed">Columns of the study.</param>
    /// <exception cref="InvalidFileException">A column of the study or of an expression is missing.</exception>
    public static void Require(
        ITableSource source, TableSourceSection section, IReadOnlyDictionary<string, string> texts, string[] needed)
    {
        string[] absent = [.. needed.Where(name => !texts.ContainsKey(name))];
        if (absent.Length > 0)
        {
            throw new InvalidFileException(
                new(source.Name), $"no column {Listed(absent)}", "the columns of the study",
                Remedy(source, absent, section.StudyColumns.Study));
        }

        foreach ((string column, string text) in texts.Append(new("select", section.Select ?? "1")))
        {
            RequireColumns(source, column, text);
        }
    }

    private static void RequireColumns(ITableSource source, string key, string text)
    {
        string[] unknown = [.. Expression.Parse(text).Columns.Where(name => source.Find(name) is null)];
        if (unknown.Length == 0)
        {
            return;
        }

        InvalidFileException missing = SourceNames.Missing(source, unknown[0]);
        throw new InvalidFileException(
            missing.Place with { Inside = $"source.{(key == "select" ? key : $"columns.{key}")} '{text}'" },
            unknown.Length == 1 ? missing.Found : $"no column {Listed(unknown)}", missing.Expected,
            unknown.Length == 1 ? missing.Remedy : Nearest(source, unknown), missing);
    }

    private static string Remedy(ITableSource source, string[] absent, string study) => absent.Length <= MostListed
        ? $"say how they are called with --set source.columns.{absent[0]}=..., {Nearest(source, absent)}"
        : $"say how they are called in a recipe, which 'moliere init {study} FILE' begins by guessing; 'apply' takes "
            + "it with --recipe";

    private static string Nearest(ITableSource source, string[] absent) => "the nearest names are "
        + string.Join("; ", absent.Select(name => $"{string.Join(", ", Near(source, name))} for {name}"));

    private static string[] Near(ITableSource source, string name) =>
        NearestName.Of(name, source.Columns.Select(column => column.Name), 3);

    private static string Listed(string[] names) =>
        string.Join(", ", names.Take(MostListed).Select(name => $"'{name}'"))
        + (names.Length > MostListed ? $" and {names.Length - MostListed} more" : "");
}
