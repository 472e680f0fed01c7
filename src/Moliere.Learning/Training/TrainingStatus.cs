namespace Moliere.Learning.Training;

/// <summary>Why a training ended.</summary>
public enum TrainingStatus
{
    /// <summary>All epochs were done.</summary>
    Completed,

    /// <summary>The validation loss stopped improving.</summary>
    EarlyStopped,

    /// <summary>It was cancelled; the checkpoint holds the last completed epoch.</summary>
    Interrupted,

    /// <summary>A loss or gradient was not finite; the network is the best one before that.</summary>
    Diverged,

    /// <summary>Monitors of the training complained too often; the network is the best healthy one.</summary>
    Unhealthy,
}
