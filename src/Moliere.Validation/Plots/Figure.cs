namespace Moliere.Validation.Plots;

/// <summary>What a figure shows; <see cref="FigureSvg"/> draws it and <see cref="FigureCsv"/> lists its
/// numbers.</summary>
public sealed record Figure
{
    /// <summary>Name of the files and of the anchor in the report: letters, digits, dash and underscore.</summary>
    public required string Id { get; init; }

    /// <summary>Heading; may carry <c>_{sub}</c> and <c>^{super}</c>, as all texts of a figure.</summary>
    public required string Title { get; init; }

    /// <summary>Horizontal axis.</summary>
    public required PlotAxis X { get; init; }

    /// <summary>Vertical axis of the main panel.</summary>
    public required PlotAxis Y { get; init; }

    /// <summary>What is drawn, first at the bottom.</summary>
    public required IReadOnlyList<FigureLayer> Layers { get; init; }

    /// <summary>Panel below with ratios to one method; null for none.</summary>
    public RatioPanel? Ratio { get; init; }

    /// <summary>Values at which thin dashed lines cross the main panel, such as 1 for a response.</summary>
    public IReadOnlyList<double> Guides { get; init; } = [];

    /// <summary>Where the objects come from; printed on the figure.</summary>
    public string Label { get; init; } = "parametrised simulation";

    /// <summary>How to read the figure, for the report.</summary>
    public string Caption { get; init; } = string.Empty;
}
