namespace Moliere.Learning.Losses;

/// <summary>What is thought of a network after an epoch.</summary>
/// <param name="Score">What early stopping goes by; lower is better, NaN ends the training as diverged.</param>
public sealed record Verdict(double Score)
{
    /// <summary>Why the network must not be used, in one sentence without full stop; null for a healthy one.</summary>
    public string? Complaint { get; init; }

    /// <summary>Numbers to remember with the epoch, in an order of the loss's own; may be empty.</summary>
    public IReadOnlyList<double> Measures { get; init; } = [];
}
