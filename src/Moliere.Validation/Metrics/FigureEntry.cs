namespace Moliere.Validation.Metrics;

/// <summary>One figure: a metric of a method, in a bin of a variable or of the whole sample.</summary>
public sealed record FigureEntry
{
    /// <summary>One of <see cref="MetricName"/>.</summary>
    public required string Metric { get; init; }

    /// <summary>Name of the method.</summary>
    public required string Method { get; init; }

    /// <summary>Binning variable; null for the whole sample.</summary>
    public string? Variable { get; init; }

    /// <summary>Lower bound of the bin; null when open or for the whole sample.</summary>
    public double? Low { get; init; }

    /// <summary>Upper bound of the bin; null when open or for the whole sample.</summary>
    public double? High { get; init; }

    /// <summary>The figure; null when the bin has too few entries.</summary>
    public double? Value { get; init; }

    /// <summary>Half of the width of the central 95 % bootstrap interval; null without a value.</summary>
    public double? Error { get; init; }

    /// <summary>Rows in the bin, also when they are too few for a value.</summary>
    public int Entries { get; init; }
}
