using System.ComponentModel.DataAnnotations;

namespace Moliere.Learning.Sampling;

/// <summary>Range in which a distribution becomes flat, and how far weights may go.</summary>
public sealed record FlatWeightsOptions
{
    /// <summary>Lower end of the quantity.</summary>
    public required double Low { get; init; }

    /// <summary>Upper end of the quantity, above the lower one.</summary>
    public required double High { get; init; }

    /// <summary>Equal bins of the range.</summary>
    [Range(1, 10_000)]
    public int Bins { get; init; } = 20;

    /// <summary>Largest weight, in medians of all weights.</summary>
    [Range(1.0, 1e6)]
    public double Cap { get; init; } = 15; // physics notes section 4, pitfall 3: 10 to 20

    /// <summary>Bin of a value; -1 outside of the range, whose upper end belongs to it, or for NaN.</summary>
    /// <param name="value">Value of the quantity.</param>
    public int BinOf(double value) =>
        value >= Low && value <= High ? Math.Min(Bins - 1, (int)((value - Low) / (High - Low) * Bins)) : -1;
}
