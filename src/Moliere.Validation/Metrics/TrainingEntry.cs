namespace Moliere.Validation.Metrics;

/// <summary>How one method was trained.</summary>
public sealed record TrainingEntry
{
    /// <summary>Name of the method.</summary>
    public required string Method { get; init; }

    /// <summary>Rows of the training split.</summary>
    public required long Rows { get; init; }

    /// <summary>Epochs done.</summary>
    public required int Epochs { get; init; }

    /// <summary>Wall time [s]; null where files have to be equal byte by byte between runs.</summary>
    public double? Seconds { get; init; }

    /// <summary>Rows times epochs per second; null as for <see cref="Seconds"/>.</summary>
    public double? RowsPerSecond { get; init; }

    /// <summary>Epoch with the lowest validation loss, counted from 1; null for methods without epochs.</summary>
    public int? BestEpoch { get; init; }

    /// <summary>Validation loss of the best epoch; null for methods without one.</summary>
    public double? ValidationLoss { get; init; }
}
