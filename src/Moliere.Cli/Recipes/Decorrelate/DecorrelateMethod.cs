namespace Moliere.Cli.Recipes.Decorrelate;

/// <summary>Discriminants of bosons against quarks and gluons.</summary>
internal enum DecorrelateMethod
{
    /// <summary>D2 alone.</summary>
    D2,

    /// <summary>tau21 alone.</summary>
    Tau21,

    /// <summary>tau21 with its mean made straight in the mass.</summary>
    Ddt,

    /// <summary>D2 beside its local percentile.</summary>
    Knn,

    /// <summary>D2 brought to one shape for all masses.</summary>
    Css,

    /// <summary>AdaBoost of deep trees.</summary>
    Adaboost,

    /// <summary>The same, driven to one background efficiency along the mass.</summary>
    Uboost,

    /// <summary>A network with cross-entropy alone.</summary>
    Network,

    /// <summary>A network whose loss holds the distance correlation of score and mass.</summary>
    Disco,

    /// <summary>A network against an adversary that guesses the mass.</summary>
    Adversary,
}
