using System.ComponentModel.DataAnnotations;
using Moliere.Cli.Recipes.Clusters;
using Moliere.Learning.Models;

namespace Moliere.Cli.Recipes.Regress;

/// <summary>The table.</summary>
internal sealed record TableSection
{
    /// <summary>
    /// CSV or other text with a row a line (names in the first line or none: then c0, c1, ...), plain or gzip, or a
    /// .table file, or ROOT as file.root:tree (wildcards allowed); null takes the embedded sample, whose true mean and
    /// spread are known.
    /// </summary>
    public string? Input { get; init; }

    /// <summary>Rows of the embedded sample; without effect on a file.</summary>
    [Range(100, 10_000_000)]
    public int Rows { get; init; } = 5000;
}

/// <summary>Parts of the table.</summary>
internal sealed record ProtocolSection
{
    /// <summary>Share of the rows that every figure is made of, drawn anew for each repetition.</summary>
    [Range(0.01, 0.9)]
    public double Test { get; init; } = 0.2;

    /// <summary>
    /// Share of the other rows that decides when training stops; 0 trains on all of them to the last epoch.
    /// </summary>
    [Range(0.0, 0.9)]
    public double Validation { get; init; } = 0.15;

    /// <summary>How often rows are dealt and methods fitted; auto is 3, or all lines of a splits file.</summary>
    [Range(1, 1000)]
    public int? Repetitions { get; init; }

    /// <summary>
    /// File with one split a line, the 0-based numbers of the rows of its test part; null draws the test parts.
    /// </summary>
    public string? SplitsFile { get; init; }
}

/// <summary>Densities a network may predict.</summary>
internal enum DensityHead
{
    /// <summary>A normal density.</summary>
    Gaussian,

    /// <summary>Several normal densities.</summary>
    Mixture,

    /// <summary>A normal density of the logarithm, for positive targets.</summary>
    LogNormal,
}

/// <summary>Networks.</summary>
internal sealed record NetworkSection
{
    /// <summary>Units of each hidden layer, from input to output.</summary>
    [Range(1, 4096)]
    public IReadOnlyList<int> Hidden { get; init; } = [50, 50];

    /// <summary>Activation of the hidden layers.</summary>
    public HiddenActivation Activation { get; init; }

    /// <summary>Density that is predicted: gaussian, mixture, or log_normal for positive targets.</summary>
    public DensityHead Head { get; init; }

    /// <summary>Mixture: number of normal densities.</summary>
    [Range(1, 16)]
    public int Components { get; init; } = 3;

    /// <summary>Which value of the density is the prediction: mean, median or mode.</summary>
    public CentralValue CentralValue { get; init; } = CentralValue.Mean;
}

/// <summary>Bayesian networks.</summary>
/// <source>Physics notes 1.4.</source>
internal sealed record BayesianSection
{
    /// <summary>Standard deviation of the prior of every weight.</summary>
    [Range(1e-3, 1e3)]
    public double PriorSigma { get; init; } = 1;

    /// <summary>Logarithm of the variance from which every weight starts.</summary>
    [Range(-20.0, 11.0)]
    public double InitialLogVariance { get; init; } = -9;

    /// <summary>Epochs over which the prior is turned on.</summary>
    [Range(0, 100_000)]
    public int WarmUpEpochs { get; init; }

    /// <summary>Draws of all weights behind a prediction.</summary>
    [Range(BayesianOptions.FewestDraws, BayesianOptions.MostDraws)]
    public int Draws { get; init; } = 50;
}

/// <summary>Ensembles.</summary>
/// <source>Physics notes 1.4.</source>
internal sealed record EnsembleSection
{
    /// <summary>Networks that are trained together.</summary>
    [Range(EnsembleOptions.FewestMembers, EnsembleOptions.MostMembers)]
    public int Members { get; init; } = 10;

    /// <summary>Repulsive: standard deviation of the prior of every weight.</summary>
    [Range(1e-3, 1e3)]
    public double PriorSigma { get; init; } = 1;
}
