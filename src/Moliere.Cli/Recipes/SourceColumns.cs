using Moliere.Data.Tables;
using Moliere.Formats.Sources;

namespace Moliere.Cli.Recipes;

/// <summary>The columns of a study that can be made from those of a foreign table.</summary>
internal sealed record SourceColumns
{
    /// <summary>What a row is called, in the plural.</summary>
    public required string Objects { get; init; }

    /// <summary>Name of the study, for what messages propose.</summary>
    public required string Study { get; init; }

    /// <summary>Columns with unit and description, in the order of the study's own tables.</summary>
    public required IReadOnlyList<Column> Known { get; init; }

    /// <summary>Names that a recipe can give an expression.</summary>
    public required IReadOnlyList<string> Names { get; init; }

    /// <summary>Columns without which there is nothing to study.</summary>
    public required IReadOnlyList<string> Always { get; init; }

    /// <summary>
    /// Columns that a table of the house has: of one for which the recipe names no columns they are required, so that
    /// a misspelt one does not vanish.
    /// </summary>
    public required IReadOnlyList<string> Usual { get; init; }

    /// <summary>Lists that each object has; only in files with one object per entry.</summary>
    public required IReadOnlyList<string> Lists { get; init; }

    /// <summary>So many of the first lists must be there for any of them to be of use.</summary>
    public required int NeededLists { get; init; }

    /// <summary>Names that experiments use, which are taken where a recipe says nothing; null for none.</summary>
    public ColumnVocabulary? KnownNames { get; init; }

    /// <summary>The columns of the study that a table has under a name of an experiment.</summary>
    /// <param name="source">The table.</param>
    public Dictionary<string, string> GuessesFor(ITableSource source) => KnownNames is null ? [] :
        ColumnGuesses.Of([.. source.Columns.Select(column => column.Name)], KnownNames)
            .Where(guess => guess.Branch is not null)
            .ToDictionary(guess => guess.Column, guess => ColumnGuesses.Spoken(guess.Branch!), StringComparer.Ordinal);

    /// <summary>Kind, unit and description of a column; its values are of no account.</summary>
    /// <param name="name">One of <see cref="Names"/> or <see cref="Lists"/>.</param>
    public Column About(string name) => Known.First(column => column.Name == name);
}
