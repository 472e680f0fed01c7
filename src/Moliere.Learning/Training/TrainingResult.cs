namespace Moliere.Learning.Training;

/// <summary>The outcome of a training; the network passed in holds the parameters of the best epoch.</summary>
public sealed record TrainingResult
{
    /// <summary>Why training ended.</summary>
    public required TrainingStatus Status { get; init; }

    /// <summary>Epoch whose parameters were kept, counted from 1; 0 if none was completed.</summary>
    public required int BestEpoch { get; init; }

    /// <summary>Validation loss of the best epoch; positive infinity if none was completed.</summary>
    public required double BestValidationLoss { get; init; }

    /// <summary>One record per completed epoch, also of those before a resume.</summary>
    public required IReadOnlyList<EpochRecord> History { get; init; }

    /// <summary>Rows in the training set.</summary>
    public required int Rows { get; init; }

    /// <summary>
    /// Wall time [s] of the completed epochs, also of those before a resume; the only part that varies from run to run.
    /// </summary>
    public required double Seconds { get; init; }

    /// <summary>What is thought of the network that the training started from; null where it was not judged.</summary>
    public Losses.Verdict? Start { get; init; }

    /// <summary>Epochs completed.</summary>
    public int Epochs => History.Count;

    /// <summary>
    /// Training rows per second over all completed epochs, validation included; 0 if there were none.
    /// </summary>
    public double RowsPerSecond => Seconds > 0 ? (double)Rows * Epochs / Seconds : 0;
}
