using Moliere.Data.Tables;

namespace Moliere.Cli.Studies;

/// <summary>Counts what is unusual about the rows of a table, for the report.</summary>
internal interface IRowSurvey
{
    /// <summary>Counts more rows, before any selection.</summary>
    /// <param name="rows">A part of the table.</param>
    public void Add(Table rows);

    /// <summary>Counts for the report, those of nothing unusual left out.</summary>
    public IReadOnlyList<(string Label, string Value)> Lines();
}
