using Moliere.Data.Tables;
using Moliere.Learning.Trees;

namespace Moliere.Tagging.Decorrelation;

/// <summary>
/// Margin of boosted trees, the logit of a boson. It is not turned into a probability: of many votes the margin is so
/// large that probabilities in single precision become equal, and with them the order of jets is lost.
/// </summary>
/// <param name="Name">In recipes, figures and metrics.</param>
/// <param name="Trees">Features are columns of the table; NaN counts as missing.</param>
/// <source>Friedman, Hastie, Tibshirani, Ann. Statist. 28 (2000) 337, section 4.1.</source>
public sealed record TreeDiscriminant(string Name, BoostedTrees Trees) : IDiscriminant
{
    /// <inheritdoc/>
    public bool IsProbability => false;

    /// <inheritdoc/>
    public float[] Score(Table jets, int threads)
    {
        float[] margins = new float[jets.RowCount];
        using var predictor = new TreePredictor(Trees, threads);
        predictor.Predict(TreeDerivation.Features(jets, Trees.Features), margins.Length, margins);
        return margins;
    }
}
