using Moliere.Learning.Losses;
using Moliere.Learning.Models;

namespace Moliere.Calibration.Neural.Taus;

/// <summary>
/// Whether the densities of a mixture live: one that no tau uses has died, and one at the floor of the widths has
/// collapsed onto equal targets.
/// </summary>
/// <source>Physics notes section 4, pitfall 9.</source>
public sealed record MixtureHealth
{
    /// <summary>Share below which a density counts as dead in a tau; over all taus its mean must be above.</summary>
    /// <source>Our choice: no quantile of interest moves by so little.</source>
    public const double LeastShare = 0.005;

    /// <summary>Mean share of each density over the taus, those of all members of an ensemble in turn.</summary>
    public required IReadOnlyList<double> MeanShares { get; init; }

    /// <summary>Part of the taus in which a density with at least that share is as narrow as the floor.</summary>
    public required double AtFloor { get; init; }

    /// <summary>Whether a density of any network is dead.</summary>
    /// <param name="members">Networks of the ensemble, 1 for a single one.</param>
    public bool HasDied(int members = 1) => MeanShares.Any(share => share * members < LeastShare);

    /// <summary>Judges predictions.</summary>
    /// <param name="prediction">In the unit that the loss speaks of.</param>
    /// <param name="loss">With the floor, if any.</param>
    internal static MixtureHealth Of(NetworkPrediction prediction, Loss loss)
    {
        int k = prediction.Components, narrow = 0;
        var shares = new double[k];
        double floor = loss is MixtureNll mixture ? 1.001 * LogVariance.Sigma(mixture.LeastLogVariance) : 0;
        for (int row = 0; row < prediction.RowCount; row++)
        {
            bool isNarrow = false;
            ReadOnlySpan<float> own = prediction.Mixture.AsSpan(row * 3 * k, 3 * k);
            for (int i = 0; i < k; i++)
            {
                shares[i] += own[i] / (double)prediction.RowCount;
                isNarrow |= own[i] >= LeastShare && own[(2 * k) + i] <= floor;
            }

            narrow += isNarrow ? 1 : 0;
        }

        return new() { MeanShares = shares, AtFloor = (double)narrow / Math.Max(1, prediction.RowCount) };
    }
}
