using Moliere.Data.Features;
using Moliere.Data.Tables;
using Moliere.Learning.Losses;
using Moliere.Learning.Models;

namespace Moliere.Tagging.Decorrelation;

/// <summary>Probability of a boson by a network of substructure variables.</summary>
/// <param name="Name">In recipes, figures and metrics.</param>
/// <param name="Plan">Shape of the network.</param>
/// <param name="Network">The trained network, of one logit.</param>
/// <param name="Features">Variables with their standardisation.</param>
/// <source>ATL-PHYS-PUB-2018-014, section 4.2; arXiv:1808.07858, section 5.</source>
public sealed record NetworkDiscriminant(string Name, NetworkPlan Plan, Mlp Network, FittedFeatures Features)
    : IDiscriminant, ITagger
{
    /// <inheritdoc/>
    public bool IsProbability => true;

    /// <inheritdoc/>
    public IReadOnlyList<string> Classes { get; } = ["background", "signal"];

    /// <inheritdoc/>
    public float[] Score(Table jets, int threads)
    {
        float[] inputs = Features.Apply(jets, out bool[] finite), logits = new float[jets.RowCount];
        Network.Predict(inputs, logits.Length, logits, threads);
        return [.. logits.Select((logit, row) =>
            finite[row] ? (float)BinaryCrossEntropy.Probability(logit) : float.NaN)];
    }

    /// <inheritdoc/>
    public float[] Apply(Table table, int threads)
    {
        float[] scores = Score(table, threads);
        return [.. scores.SelectMany(score => new[] { 1 - score, score })];
    }
}
