using System.ComponentModel.DataAnnotations;

namespace Moliere.Learning.Models;

/// <summary>Prior, starting widths and predictions of a <see cref="BayesianMlp"/>.</summary>
public sealed record BayesianOptions
{
    /// <summary>Fewest draws of a prediction.</summary>
    public const int FewestDraws = 1;

    /// <summary>Most draws of a prediction: their weights are held in memory.</summary>
    public const int MostDraws = 10_000;

    /// <summary>Standard deviation of the prior of every weight, around 0.</summary>
    [Range(1e-3, 1e3)]
    public double PriorSigma { get; init; } = 1;

    /// <summary>
    /// Logarithm of the variance from which the width of every weight starts; small, so that the means learn first.
    /// </summary>
    [Range(-20, 11)]
    public double InitialLogVariance { get; init; } = -9;

    /// <summary>
    /// Epochs over which the divergence from the prior is turned on linearly; 0 for at once. The small starting width
    /// is a warm-up already, and a best epoch within this one would be kept with the widths of a weaker prior.
    /// </summary>
    [Range(0, 100_000)]
    public int WarmUpEpochs { get; init; }

    /// <summary>Sets of weights drawn for a prediction; the error of sigma_stat is 1 in sqrt(2 draws).</summary>
    [Range(FewestDraws, MostDraws)]
    public int Draws { get; init; } = 50;

    /// <summary>Seed of the draws of a prediction: the same file predicts the same bits.</summary>
    public ulong DrawSeed { get; init; } = 1;

    internal void Check()
    {
        RequireDraws(Draws);
        if (!(PriorSigma > 0 && double.IsFinite(PriorSigma)))
        {
            throw new ArgumentOutOfRangeException(
                nameof(PriorSigma), PriorSigma, "The prior of the weights needs a positive standard deviation.");
        }

        ArgumentOutOfRangeException.ThrowIfNegative(WarmUpEpochs, nameof(WarmUpEpochs));
    }

    internal static void RequireDraws(int draws)
    {
        if (draws is < FewestDraws or > MostDraws)
        {
            throw new ArgumentOutOfRangeException(
                nameof(draws),
                draws,
                $"A Bayesian network predicts with {FewestDraws} to {MostDraws} draws of its weights.");
        }
    }
}
