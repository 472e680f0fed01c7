using System.ComponentModel.DataAnnotations;
using Moliere.Calibration.Neural.Jets;
using Moliere.Cli.Recipes.Clusters;
using Moliere.Learning.Models;

namespace Moliere.Cli.Recipes.Jets;

/// <summary>Scales that a network starts from.</summary>
internal enum JetStart
{
    /// <summary>Constituent (EM) scale.</summary>
    Em,

    /// <summary>After the numerical inversion of the standard chain.</summary>
    Mcjes,

    /// <summary>After the whole standard chain.</summary>
    Gsc,
}

/// <summary>What a network predicts about the logarithm of the response.</summary>
internal enum JetHead
{
    /// <summary>One Gaussian.</summary>
    Gaussian,

    /// <summary>A mixture of Gaussians.</summary>
    Mixture,

    /// <summary>The quantiles at 16, 50 and 84 %, by the pinball loss: a median and a width, no distribution.</summary>
    Quantiles,
}

/// <summary>What all networks of jets learn from, and what is corrected afterwards.</summary>
/// <source>Physics notes sections 2.2 and 4, pitfalls 3, 5 and 13.</source>
internal sealed record JetLearningSection
{
    private static readonly JetSpectrum s_spectrum = new();

    /// <summary>Scale that networks start from; what they learn is the rest to the true momentum.</summary>
    public JetStart Input { get; init; } = JetStart.Mcjes;

    /// <summary>
    /// Spectrum of true momenta that networks are shown: flat in ln pT, as_sampled, event_weights, or a falling power.
    /// </summary>
    public SpectrumKind Spectrum { get; init; } = s_spectrum.Kind;

    /// <summary>Of the falling spectrum: n in dN/dpT ~ pT^-n.</summary>
    [Range(0.0, 20.0)]
    public double Power { get; init; } = s_spectrum.Power;

    /// <summary>Largest weight of a jet in multiples of the median.</summary>
    [Range(1.0, 1e6)]
    public double WeightCap { get; init; } = s_spectrum.WeightCap;

    /// <summary>What becomes of jets in which an input is missing: imputed with a flag, or left uncalibrated.</summary>
    public MissingInputs Missing { get; init; }

    /// <summary>Whether the mean of the calibrated momenta is corrected in bins of true momentum at the end.</summary>
    public bool Closure { get; init; } = true;
}

/// <summary>What a network of jets predicts.</summary>
internal abstract record JetHeadSection
{
    /// <summary>Gaussian, mixture or quantiles, in the logarithm of the response.</summary>
    public JetHead Head { get; init; } = JetHead.Mixture;

    /// <summary>Of a mixture: Gaussians in it.</summary>
    [Range(1, 16)]
    public int Components { get; init; } = 2;

    /// <summary>Which value of the predicted distribution is the response: mode, median or mean.</summary>
    public CentralValue CentralValue { get; init; } = CentralValue.Median;

    /// <summary>Activation of the hidden layers.</summary>
    public HiddenActivation Activation { get; init; } = HiddenActivation.Silu;
}

/// <summary>Dense network over global variables.</summary>
/// <source>arXiv:2303.17312: networks over the global variables of a jet.</source>
internal sealed record JetMlpSection : JetHeadSection, IValidatableObject
{
    /// <summary>Units of each hidden layer.</summary>
    [Range(1, 4096)]
    public IReadOnlyList<int> Hidden { get; init; } = [64, 64, 64];

    /// <summary>
    /// Edges in |eta_det|, ascending, of bins that have a network each, such as [0, 0.8, 1.6, 4.5]; empty for one
    /// network with eta among its inputs.
    /// </summary>
    [Range(0.0, 10.0)]
    public IReadOnlyList<double> EtaBins { get; init; } = [];

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (EtaBins.Count == 1 || EtaBins.Zip(EtaBins.Skip(1)).Any(pair => !(pair.Second > pair.First)))
        {
            yield return new ValidationResult(
                $"found the edges {string.Join(", ", EtaBins)}, expected none or two and more that ascend.",
                [nameof(EtaBins)]);
        }
    }
}

/// <summary>Network over the constituents of a jet.</summary>
/// <source>arXiv:1810.05165, section 4.1, with fewer units: jets have some tens of constituents.</source>
internal sealed record JetSetSection : JetHeadSection
{
    /// <summary>Units of each layer that every constituent passes through.</summary>
    [Range(1, 4096)]
    public IReadOnlyList<int> Constituent { get; init; } = [32, 32, 64];

    /// <summary>Units of each hidden layer that their sum and the jet pass through.</summary>
    [Range(1, 4096)]
    public IReadOnlyList<int> Jet { get; init; } = [64, 64];
}
