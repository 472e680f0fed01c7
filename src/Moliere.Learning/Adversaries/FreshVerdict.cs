namespace Moliere.Learning.Adversaries;

/// <summary>What an adversary that never took part in the game finds out from main's outputs.</summary>
/// <param name="Loss">Its loss on rows that neither trained nor stopped it.</param>
/// <param name="LossError">Standard error of its distance to the ceiling, over rows.</param>
/// <param name="Ceiling">Loss on the same rows of a like adversary that sees the context alone.</param>
public sealed record FreshVerdict(double Loss, double LossError, double Ceiling)
{
    /// <summary>Area under the curve of a binary target, 0.5 for nothing learnt; null for other targets.</summary>
    public double? Area { get; init; }

    /// <summary>Its standard error.</summary>
    public double? AreaError { get; init; }

    /// <summary>What main's outputs tell, in the unit of the loss: ceiling minus loss; may fluctuate below 0.</summary>
    public double Information => Ceiling - Loss;
}
