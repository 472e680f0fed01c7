using Moliere.Cli.Recipes;
using Moliere.Data.Tables;
using Moliere.Formats.Sources;

namespace Moliere.Cli.Studies.Application;

/// <summary>What a study's objects are when its methods are applied to a user's table.</summary>
internal sealed record AppliedObjects
{
    /// <summary>How the table is to be read; its condition is not applied, every entry gets its values.</summary>
    public required TableSourceSection Source { get; init; }

    /// <summary>At least one method.</summary>
    public required IReadOnlyList<AppliedMethod> Methods { get; init; }

    /// <summary>Column of the study that is calibrated: e_em or pt.</summary>
    public required string Signal { get; init; }

    /// <summary>End of the branch of the calibrated value: e or pt.</summary>
    public required string Quantity { get; init; }

    /// <summary>Columns to read, all of which a table must have.</summary>
    public required Func<ITableSource, IReadOnlyList<string>> Columns { get; init; }

    /// <summary>
    /// Columns that the completion makes and the methods look at, to be written beside what they say, so that an
    /// exported method can be tried elsewhere.
    /// </summary>
    public Func<ITableSource, IReadOnlyList<string>> Derived { get; init; } = _ => [];

    /// <summary>From the name of a table, what makes the objects of the study of what was read.</summary>
    public required Func<string, Func<Table, Table>> Completion { get; init; }
}
