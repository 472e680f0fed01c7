namespace Moliere.Tagging.Preservation;

/// <summary>A box of neighbouring cells with one efficiency.</summary>
public sealed record EfficiencyBin
{
    /// <summary>Of each axis the first cell of the box.</summary>
    public required IReadOnlyList<int> First { get; init; }

    /// <summary>Of each axis the last cell of the box, itself included.</summary>
    public required IReadOnlyList<int> Last { get; init; }

    /// <summary>Entries it was measured on, not weighted.</summary>
    public required long Entries { get; init; }

    /// <summary>(sum w)² / sum w²: so many entries of equal weights tell as much.</summary>
    public required double EffectiveEntries { get; init; }

    /// <summary>Weighted share that passed, in [0, 1].</summary>
    public required double Efficiency { get; init; }

    /// <summary>Lower end of its interval.</summary>
    public required double Low { get; init; }

    /// <summary>Upper end of its interval.</summary>
    public required double High { get; init; }
}
