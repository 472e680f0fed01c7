namespace Moliere.Learning.Training;

/// <summary>What is remembered of one epoch; the list of them is the history of a training.</summary>
/// <param name="Epoch">Counted from 1.</param>
/// <param name="TrainingLoss">Weighted mean loss over the epoch, while the network was changing.</param>
/// <param name="ValidationLoss">Weighted mean loss after the epoch.</param>
/// <param name="LearningRate">At the last step of the epoch.</param>
public sealed record EpochRecord(int Epoch, double TrainingLoss, double ValidationLoss, double LearningRate)
{
    /// <summary>What a monitor of the training objected to; null for a healthy epoch.</summary>
    public string? Complaint { get; init; }

    /// <summary>Numbers of the monitors in the order of the loss; empty without monitors.</summary>
    public IReadOnlyList<double> Measures { get; init; } = [];
}
