namespace Moliere.Validation.Plots;

/// <summary>What the figures of one report have in common.</summary>
public sealed record FigureChoices
{
    /// <summary>Methods, in the order of tables and legends.</summary>
    public required IReadOnlyList<string> Methods { get; init; }

    /// <summary>Method that ratio panels divide by; null draws no ratio panels.</summary>
    public string? Reference { get; init; }

    /// <summary>Where the objects come from; printed on every figure.</summary>
    public string Label { get; init; } = "parametrised simulation";
}
