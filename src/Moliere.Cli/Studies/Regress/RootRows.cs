using Moliere.Cli.Recipes.Regress;
using Moliere.Data.Expressions;
using Moliere.Data.Tables;
using Moliere.Formats.Sources;

namespace Moliere.Cli.Studies.Regress;

/// <summary>
/// Reads the columns that target, features, weight and selection of a recipe need from trees and ntuples; without named
/// features all columns with one number per entry.
/// </summary>
internal static class RootRows
{
    private const int ChunkRows = 100_000;

    /// <summary>The rows of all entries.</summary>
    /// <param name="address">File and tree.</param>
    /// <param name="recipe">What is needed.</param>
    /// <exception cref="Formats.Bytes.InvalidFileException">The file is damaged or lacks a column.</exception>
    /// <exception cref="RefusalException">No target is named, or there are no entries.</exception>
    public static Table Read(string address, RegressRecipe recipe)
    {
        using ITableSource source = TableSources.Open(address);
        (string Name, string As)[] needed = [.. Needed(source, recipe).DistinctBy(column => column.As)];
        string[] names = [.. needed.Select(column => column.Name).Distinct()];
        var pieces = new List<Table>();
        foreach ((long first, int count) in ChunkPlan.Of(source, ChunkRows))
        {
            Table read = source.Read(first, count, names);
            pieces.Add(new Table([.. needed.Select(column => read[column.Name] with { Name = column.As })]));
        }

        return pieces.Count > 0 ? ColumnJoin.Rows(pieces) : throw new RefusalException(
            ExitCode.BadData, $"'{source.Name}' has no entries.");
    }

    private static IEnumerable<(string Name, string As)> Needed(ITableSource source, RegressRecipe recipe)
    {
        if (recipe.Target is not { } target)
        {
            throw new RefusalException(
                ExitCode.Usage,
                $"What is to be predicted? Name a column or an expression with --target; {source.Name} has "
                + $"{source.Columns.Count} columns, see 'moliere inspect'.");
        }

        string?[] texts = [target, recipe.Weight, .. recipe.Features];
        IEnumerable<(string, string)> named = texts.OfType<string>().SelectMany(text => Of(source, text))
            .Concat(recipe.Selection is { } condition ? InFormula(source, condition) : []);
        return recipe.Features.Count > 0 ? named : named.Concat(Others(source));
    }

    // A column by its own name, or by the plain form that expressions can say, or a formula over columns.
    private static IEnumerable<(string, string)> Of(ITableSource source, string text)
    {
        SourceColumn? column = source.Find(text)
            ?? source.Columns.FirstOrDefault(known => TableSource.PlainName(known.Name) == text);
        return column is null ? InFormula(source, text) : [(column.Name, TableSource.PlainName(text))];
    }

    private static IEnumerable<(string, string)> InFormula(ITableSource source, string text)
    {
        try
        {
            return Expression.Parse(text).Columns.Select(name => (source.Require(name).Name, name));
        }
        catch (ExpressionException error)
        {
            throw new RefusalException(ExitCode.Usage, error.Message);
        }
    }

    private static IEnumerable<(string, string)> Others(ITableSource source) => source.Columns
        .Where(column => column.HasKind && !column.IsList)
        .Select(column => (column.Name, TableSource.PlainName(column.Name)));
}
