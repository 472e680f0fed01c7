namespace Moliere.Learning.Trees;

/// <summary>What boosted trees minimise.</summary>
/// <source>Chen, Guestrin, XGBoost, arXiv:1603.02754, section 2; Friedman, Ann. Statist. 29 (2001) 1189.</source>
public enum TreeObjective
{
    /// <summary>Half of the squared residual; the margin is the mean.</summary>
    Squared,

    /// <summary>Pseudo-Huber loss of the residual, quadratic near zero and linear in the tails.</summary>
    Huber,

    /// <summary>Pinball loss; the margin is a quantile.</summary>
    Quantile,

    /// <summary>Binary cross-entropy of labels 0 and 1; the margin is the logit.</summary>
    Logistic,

    /// <summary>Cross-entropy of K classes; one margin per class, probabilities by softmax.</summary>
    MultiClass,

    /// <summary>Normal likelihood; two margins, the mean and the logarithm of the width.</summary>
    Gaussian,
}
