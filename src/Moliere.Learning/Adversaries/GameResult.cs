using Moliere.Learning.Training;

namespace Moliere.Learning.Adversaries;

/// <summary>The outcome of a game; the networks hold the parameters of the epoch kept, else their first.</summary>
public sealed record GameResult
{
    /// <summary>Why the game ended: all epochs played, out of patience, interrupted, diverged, none to keep.</summary>
    public required TrainingStatus Status { get; init; }

    /// <summary>The players before the first move, after pre-training; null if it was not reached.</summary>
    public required GameEpoch? Start { get; init; }

    /// <summary>The epoch whose players are kept; null where nothing healthy was seen.</summary>
    public required GameEpoch? Kept { get; init; }

    /// <summary>Every epoch judged, lambda after lambda.</summary>
    public required IReadOnlyList<GameEpoch> History { get; init; }

    /// <summary>Epochs judged up to the kept one, over all lambdas; 0 for the players before the first move, or none.
    /// </summary>
    public int KeptEpochs => 1 + History.ToList()
        .FindIndex(epoch => Kept is { } kept && epoch.Lambda == kept.Lambda && epoch.Epoch == kept.Epoch);

    /// <summary>How the game went and which players are kept, in one sentence.</summary>
    public required string Outcome { get; init; }

    /// <summary>The same with the file in which those players lie, where there is one.</summary>
    public required string Message { get; init; }
}
