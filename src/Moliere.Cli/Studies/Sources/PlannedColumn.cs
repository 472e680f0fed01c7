using Moliere.Data.Expressions;
using Moliere.Data.Objects;

namespace Moliere.Cli.Studies.Sources;

/// <summary>A column of the study as it is made from those of a file.</summary>
/// <param name="Name">Name in the study.</param>
/// <param name="Unit">Its house unit.</param>
/// <param name="Description">One sentence.</param>
/// <param name="Formula">Over the columns of the file.</param>
/// <param name="Factor">From the file's unit to the house's.</param>
/// <param name="IsList">Whether an entry holds a list of it.</param>
/// <param name="IsWhole">Whether the study counts with it: values are whole and keep all their digits.</param>
internal sealed record PlannedColumn(
    string Name, string Unit, string Description, Expression Formula, double Factor, bool IsList, bool IsWhole)
{
    /// <summary>Whether it is the number of the event, which is whole.</summary>
    public bool IsEvent => Name == ClusterColumns.Event;
}
