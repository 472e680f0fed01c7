using System.Text.RegularExpressions;
using Moliere.Cli.Recipes.Regress;
using Moliere.Data.Tables;
using Moliere.Formats.Csv;
using Moliere.Formats.Sources;
using Moliere.Formats.Tables;
using Moliere.Learning.Tabular;

namespace Moliere.Cli.Studies.Regress;

/// <summary>
/// Reads the table of a study. Names become what an expression can say: <c>fixed acidity</c> is <c>fixed_acidity</c>.
/// </summary>
internal static partial class TableSource
{
    /// <summary>The table of the recipe; without a file the embedded sample.</summary>
    /// <param name="recipe">Its source is read.</param>
    /// <exception cref="Formats.Bytes.InvalidFileException">The file is not a table of numbers.</exception>
    /// <exception cref="RefusalException">It has no rows, or two columns whose names read the same.</exception>
    public static Table Read(RegressRecipe recipe)
    {
        if (recipe.Source.Input is not { } path)
        {
            return KnownTruthSample.Draw(recipe.Source.Rows, recipe.Seed);
        }

        if (new TableAddress(path).IsRoot)
        {
            return RootRows.Read(path, recipe);
        }

        Table table = path.EndsWith(".table", StringComparison.OrdinalIgnoreCase)
            ? TableFile.Read(path)
            : TextTableReader.Read(path);
        return table.RowCount > 0 ? WithPlainNames(path, table) : throw new RefusalException(
            ExitCode.BadData, $"'{path}' has names of columns but no rows.");
    }

    /// <summary>A name as expressions write it.</summary>
    /// <param name="name">As in the file, or as a user types it.</param>
    public static string PlainName(string name)
    {
        string plain = Unsayable().Replace(name.Trim().Trim('"'), "_");
        return plain.Length > 0 && char.IsAsciiDigit(plain[0]) ? $"_{plain}" : plain;
    }

    private static Table WithPlainNames(string path, Table table)
    {
        Column[] columns = [.. table.Columns.Select(column => column with { Name = PlainName(column.Name) })];
        IGrouping<string, Column>? twice =
            columns.GroupBy(column => column.Name).FirstOrDefault(group => group.Count() > 1);
        return twice is null ? new Table(columns) : throw new RefusalException(
            ExitCode.BadData,
            $"'{path}' has {twice.Count()} columns that read as '{twice.Key}' once blanks and signs are replaced; "
            + "rename them.");
    }

    [GeneratedRegex("[^A-Za-z0-9_.]+|\\.(?![A-Za-z0-9_])|^\\.")]
    private static partial Regex Unsayable();
}
