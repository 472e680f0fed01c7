using Moliere.Data.Tables;
using Moliere.Learning.Trees;

namespace Moliere.Tagging.Decorrelation;

/// <summary>Probability of a boson by boosted trees whose margin is its logit.</summary>
/// <param name="Name">In recipes, figures and metrics.</param>
/// <param name="Trees">Features are columns of the table; NaN counts as missing.</param>
/// <source>Friedman, Hastie, Tibshirani, Ann. Statist. 28 (2000) 337, section 4.1.</source>
public sealed record TreeDiscriminant(string Name, BoostedTrees Trees) : IDiscriminant
{
    /// <inheritdoc/>
    public bool IsProbability => true;

    /// <inheritdoc/>
    public float[] Score(Table jets, int threads)
    {
        float[] margins = new float[jets.RowCount];
        using var predictor = new TreePredictor(Trees, threads);
        predictor.Predict(TreeDerivation.Features(jets, Trees.Features), margins.Length, margins);
        return Array.ConvertAll(margins, margin => 1 / (1 + MathF.Exp(-margin)));
    }
}
