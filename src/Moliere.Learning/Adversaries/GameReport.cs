namespace Moliere.Learning.Adversaries;

/// <summary>Progress of a game.</summary>
/// <param name="Done">Epochs done, those of pre-training included.</param>
/// <param name="Total">Epochs planned.</param>
/// <param name="Epoch">The epoch just judged; null for one of pre-training.</param>
public sealed record GameReport(int Done, int Total, GameEpoch? Epoch);
