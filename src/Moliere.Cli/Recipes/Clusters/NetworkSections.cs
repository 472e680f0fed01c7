using System.ComponentModel.DataAnnotations;
using Moliere.Learning.Models;

namespace Moliere.Cli.Recipes.Clusters;

/// <summary>Activations of hidden layers.</summary>
internal enum HiddenActivation
{
    /// <summary>max(x, 0).</summary>
    Relu,

    /// <summary>Hyperbolic tangent.</summary>
    Tanh,

    /// <summary>x times the logistic function of x.</summary>
    Silu,

    /// <summary>ln(1 + exp x).</summary>
    Softplus,
}

/// <summary>Layers of a network.</summary>
internal abstract record LayersSection
{
    /// <summary>Units of each hidden layer, from input to output.</summary>
    [Range(1, 4096)]
    public IReadOnlyList<int> Hidden { get; init; } = [64, 64, 64, 64];

    /// <summary>Activation of the hidden layers.</summary>
    public HiddenActivation Activation { get; init; }
}

/// <summary>Layers and predicted distribution of a network.</summary>
internal abstract record MixtureSection : LayersSection
{
    /// <summary>Gaussians in the logarithm of the response.</summary>
    [Range(1, 16)]
    public int Components { get; init; } = 3;

    /// <summary>Which value of the predicted distribution is the response: mode, median or mean.</summary>
    public CentralValue CentralValue { get; init; } = CentralValue.Mode;
}

/// <summary>Shape of the plain network.</summary>
internal sealed record MlpSection : LayersSection;

/// <summary>Shape of the deterministic networks that predict R directly.</summary>
/// <source>Physics notes 1.4; MLClusterCalibration.</source>
internal sealed record DnnSection : LayersSection;

/// <summary>Shape of the mixture density network.</summary>
internal sealed record MdnSection : MixtureSection;

/// <summary>What a Bayesian network predicts about the response.</summary>
internal enum BnnHead
{
    /// <summary>A mixture of Gaussians in the logarithm of the response.</summary>
    Mixture,

    /// <summary>One Gaussian in the response.</summary>
    Gaussian,

    /// <summary>One Gaussian in the logarithm of the response.</summary>
    LogNormal,
}

/// <summary>Bayesian network: every weight has a width.</summary>
internal sealed record BnnSection : MixtureSection
{
    /// <summary>Passes over the training rows; widths of weights settle later than their means.</summary>
    [Range(1, 100_000)]
    public int Epochs { get; init; } = 60;

    /// <summary>Peak learning rate.</summary>
    [Range(1e-8, 10.0)]
    public double LearningRate { get; init; } = 0.003;

    /// <summary>What is predicted: mixture, gaussian or log_normal; components count for a mixture.</summary>
    public BnnHead Head { get; init; }

    /// <summary>Standard deviation of the prior of every weight.</summary>
    [Range(1e-3, 1e3)]
    public double PriorSigma { get; init; } = 1;

    /// <summary>Epochs over which the divergence from the prior is turned on; 0 for at once.</summary>
    [Range(0, 100_000)]
    public int WarmUpEpochs { get; init; }

    /// <summary>Sets of weights drawn for a prediction.</summary>
    [Range(BayesianOptions.FewestDraws, BayesianOptions.MostDraws)]
    public int Draws { get; init; } = 50;
}

/// <summary>Ensembles of networks, repulsive or plain.</summary>
internal sealed record EnsembleSection : MixtureSection
{
    /// <summary>Passes over the training rows; each costs what it costs one network, times the members.</summary>
    [Range(1, 100_000)]
    public int Epochs { get; init; } = 20;

    /// <summary>Networks in the ensemble.</summary>
    [Range(2, 1024)]
    public int Members { get; init; } = 16;

    /// <summary>Repulsive ensemble: standard deviation of the prior of every weight.</summary>
    [Range(1e-3, 1e3)]
    public double PriorSigma { get; init; } = 1;
}

/// <summary>How the uncertainty of the Bayesian network depends on the number of clusters it learns from.</summary>
internal sealed record LearningCurveSection
{
    /// <summary>Parts of the training clusters, ascending, below 1; the whole is added. Empty for no curve.</summary>
    [Range(1e-4, 0.99)]
    public IReadOnlyList<double> Fractions { get; init; } = [0.01, 0.03, 0.1, 0.3];
}
