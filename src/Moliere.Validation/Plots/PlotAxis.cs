namespace Moliere.Validation.Plots;

/// <summary>One axis of a figure.</summary>
/// <param name="Title">Quantity and unit, such as <c>E_{dep} [GeV]</c>.</param>
public sealed record PlotAxis(string Title)
{
    /// <summary>Whether the scale is logarithmic; values that are not positive are then not drawn.</summary>
    public bool IsLogarithmic { get; init; }

    /// <summary>Lower end; null follows the data.</summary>
    public double? Low { get; init; }

    /// <summary>Upper end; null follows the data.</summary>
    public double? High { get; init; }
}
