namespace Moliere.Validation.Plots;

/// <summary>What the figures of one report have in common.</summary>
public sealed record FigureChoices
{
    /// <summary>Methods, in the order of tables and legends.</summary>
    public required IReadOnlyList<string> Methods { get; init; }

    /// <summary>Method that ratio panels divide by; null draws no ratio panels.</summary>
    public string? Reference { get; init; }

    /// <summary>What is calibrated, in the words of captions.</summary>
    public string Quantity { get; init; } = "energy";

    /// <summary>The same as a symbol, to which axes append what is calibrated and what is true.</summary>
    public string Symbol { get; init; } = "E";

    /// <summary>Title of an axis with the response.</summary>
    internal string Ratio => Symbol == "E" ? "E_{calib} / E_{true}" : $"{Symbol}^{{calib}} / {Symbol}^{{true}}";

    /// <summary>Where the objects come from; printed on every figure.</summary>
    public string Label { get; init; } = "parametrised simulation";
}
