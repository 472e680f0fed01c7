using Moliere.Data;
using Moliere.Formats.Bytes;

namespace Moliere.Formats.Sources;

/// <summary>Finds columns by name; a missing one is an error with the nearest names.</summary>
public static class SourceNames
{
    /// <summary>The column of a name.</summary>
    /// <param name="source">Where to look.</param>
    /// <param name="name">Case-sensitive name.</param>
    /// <exception cref="InvalidFileException">
    /// There is none, or it is no column; the message says why, or the nearest names.
    /// </exception>
    public static SourceColumn Require(this ITableSource source, string name) =>
        source.Find(name) ?? throw Missing(source, name);

    /// <summary>The error for a name that is no column.</summary>
    /// <param name="source">Where it is missing.</param>
    /// <param name="name">What was asked for.</param>
    public static InvalidFileException Missing(ITableSource source, string name)
    {
        string plain = name.Replace('/', '.');
        if (source.Gaps.FirstOrDefault(gap => gap.Name == plain || gap.Name == name) is { } gap)
        {
            return new(new(source.Name), $"'{gap.Name}', which {gap.Reason}", "numbers or lists of numbers");
        }

        string[] near = NearestName.Of(name, source.Columns.Select(column => column.Name), 3);
        return new(new(source.Name), $"no column '{name}'", "one of its columns", near.Length == 0
            ? "it has none"
            : $"the nearest names are {string.Join(", ", near.Select(n => $"'{n}'"))}");
    }

    internal static SourceColumn? In(IReadOnlyList<SourceColumn> columns, string name) =>
        columns.FirstOrDefault(column => column.Name == name)
        ?? columns.FirstOrDefault(column => column.Name == name.Replace('/', '.'));

    internal static void RequireRange(ITableSource source, long first, int count)
    {
        if (first < 0 || count < 0 || first > source.RowCount - count)
        {
            throw new ArgumentOutOfRangeException(
                nameof(first),
                $"Rows {first} to {first + count} do not lie in the {source.RowCount} of {source.Name}.");
        }
    }
}
