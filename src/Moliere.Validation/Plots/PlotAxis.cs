using Moliere.Validation.Metrics;

namespace Moliere.Validation.Plots;

/// <summary>One axis of a figure.</summary>
/// <param name="Title">Quantity and unit, such as <c>E_{dep} [GeV]</c>.</param>
public sealed record PlotAxis(string Title)
{
    /// <summary>Whether the scale is logarithmic; values that are not positive are then not drawn.</summary>
    public bool IsLogarithmic { get; init; }

    /// <summary>Names of the unit steps from 0 on, shown in their middles instead of numbers; null for a quantity.
    /// </summary>
    public IReadOnlyList<string>? Names { get; init; }

    /// <summary>Lower end; null follows the data.</summary>
    public double? Low { get; init; }

    /// <summary>Upper end; null follows the data.</summary>
    public double? High { get; init; }

    /// <summary>The axis of a binning.</summary>
    internal static PlotAxis Of(BinAxis axis) =>
        new(axis.Title ?? axis.Variable) { IsLogarithmic = axis.IsLogarithmic, Names = axis.Names };
}
