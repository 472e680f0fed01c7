using System.ComponentModel.DataAnnotations;
using Moliere.Calibration.Classical.Taus;
using Moliere.Calibration.Neural.Taus;
using Moliere.Cli.Recipes.Clusters;
using Moliere.Learning.Models;

namespace Moliere.Cli.Recipes.Taus;

/// <summary>How the classical scales are derived; what a table brings along is used and not derived.</summary>
/// <source>Physics notes section 3.4.</source>
internal sealed record TauScalesSection
{
    private static readonly DecayModeOptions s_modes = new();

    /// <summary>Rounds of boosting of the classifier of decay modes, each one tree per mode.</summary>
    [Range(1, 10_000)]
    public int Rounds { get; init; } = s_modes.Rounds;

    /// <summary>Splits between root and leaf of its trees, at most.</summary>
    [Range(1, 32)]
    public int MaxDepth { get; init; } = s_modes.MaxDepth;

    /// <summary>Factor on what each of its trees adds.</summary>
    [Range(1e-6, 1.0)]
    public double LearningRate { get; init; } = s_modes.LearningRate;

    /// <summary>Smallest true transverse momentum for the slope with pile-up [GeV].</summary>
    [Range(0.1, 1e6)]
    public double PileupPtMin { get; init; } = new TauScalesOptions().PileupPtMin;

    /// <summary>Largest one [GeV].</summary>
    [Range(0.1, 1e6)]
    public double PileupPtMax { get; init; } = new TauScalesOptions().PileupPtMax;
}

/// <summary>What regression trees minimise.</summary>
internal enum TauTreeLoss
{
    /// <summary>Squared difference.</summary>
    Squared,

    /// <summary>Squared near zero, linear beyond.</summary>
    Huber,
}

/// <summary>Boosted regression trees.</summary>
/// <source>ATL-PHYS-PUB-2015-045, section 4; physics notes section 3.4.</source>
internal sealed record TauTreesSection
{
    private static readonly TreeCalibrationOptions s_defaults = new();

    /// <summary>What is learnt: log_ratio or ratio of the true and the combined transverse momentum.</summary>
    public TreeTarget Target { get; init; } = s_defaults.Target;

    /// <summary>What brt minimises, squared or huber; brt_gaussian has a likelihood.</summary>
    public TauTreeLoss Loss { get; init; } = TauTreeLoss.Huber;

    /// <summary>Of huber: difference beyond which the loss is linear.</summary>
    [Range(1e-6, 1e3)]
    public double Delta { get; init; } = s_defaults.Boosting.Delta;

    /// <summary>Rounds of boosting at the most.</summary>
    [Range(1, 100_000)]
    public int Rounds { get; init; } = s_defaults.Boosting.Rounds;

    /// <summary>Rounds without a better validation loss after which boosting stops; 0 for never.</summary>
    [Range(0, 100_000)]
    public int Patience { get; init; } = s_defaults.Boosting.Patience;

    /// <summary>Splits between root and leaf, at most.</summary>
    [Range(1, 32)]
    public int MaxDepth { get; init; } = s_defaults.Boosting.MaxDepth;

    /// <summary>Factor on what a tree adds.</summary>
    [Range(1e-6, 1.0)]
    public double LearningRate { get; init; } = s_defaults.Boosting.LearningRate;

    /// <summary>Bins that a feature is cut into.</summary>
    [Range(2, 256)]
    public int Bins { get; init; } = s_defaults.Boosting.Bins;

    /// <summary>Smallest sum of curvatures of a leaf; with the squared loss the taus in it.</summary>
    [Range(0.0, 1e9)]
    public double MinChildWeight { get; init; } = s_defaults.Boosting.MinChildWeight;

    /// <summary>Constant added to the curvature of a leaf, which pulls its value to zero.</summary>
    [Range(0.0, 1e9)]
    public double Lambda { get; init; } = s_defaults.Boosting.Lambda;

    /// <summary>Share of the taus that a round sees.</summary>
    [Range(1e-3, 1.0)]
    public double RowShare { get; init; } = s_defaults.Boosting.RowShare;

    /// <summary>Share of the features that a tree sees.</summary>
    [Range(1e-3, 1.0)]
    public double ColumnShare { get; init; } = s_defaults.Boosting.ColumnShare;

    /// <summary>Whether the median is brought to the true momentum at the end.</summary>
    public bool Closure { get; init; } = s_defaults.Closure is not null;
}

/// <summary>Mixture density network.</summary>
/// <source>Physics notes section 3.3.</source>
internal sealed record TauMdnSection
{
    private static readonly TauNetworkOptions s_defaults = new();

    /// <summary>
    /// What is learnt of the true over the combined transverse momentum: its logarithm, or the ratio itself as
    /// published.
    /// </summary>
    public TauTarget Target { get; init; } = s_defaults.Target;

    /// <summary>Units of each hidden layer, from input to output.</summary>
    [Range(1, 4096)]
    public IReadOnlyList<int> Hidden { get; init; } = [.. TauNetworkOptions.Network.Plan.Shape.Hidden];

    /// <summary>Activation of the hidden layers.</summary>
    public HiddenActivation Activation { get; init; } = HiddenActivation.Relu;

    /// <summary>Gaussians in the mixture.</summary>
    [Range(1, 16)]
    public int Components { get; init; } = 2;

    /// <summary>Smallest width of a Gaussian, as a share of the spread of the target, so that none collapses.</summary>
    [Range(1e-4, 1.0)]
    public double LeastWidth { get; init; } = s_defaults.LeastWidth;

    /// <summary>
    /// Networks; with more than one they form an ensemble, whose spread is the statistical part of sigma.
    /// </summary>
    [Range(1, 1024)]
    public int Members { get; init; } = 1;

    /// <summary>Of several networks: whether they are kept apart during training.</summary>
    public bool Repulsive { get; init; }

    /// <summary>Which value of the predicted distribution is the response: mode, median or mean.</summary>
    public CentralValue CentralValue { get; init; } = TauNetworkOptions.Network.Central;

    /// <summary>Whether both ends of the detector count as one.</summary>
    public bool FoldEta { get; init; } = s_defaults.FoldEta;

    /// <summary>Whether the median is brought to the true momentum at the end.</summary>
    public bool Closure { get; init; } = s_defaults.Closure is not null;
}
