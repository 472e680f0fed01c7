using System.ComponentModel.DataAnnotations;
using Moliere.Calibration.InSitu;
using Moliere.Calibration.Neural.Jets;
using Moliere.Cli.Recipes.Clusters;
using Moliere.Cli.Recipes.Jets;

namespace Moliere.Cli.Recipes.JetsInsitu;

/// <summary>Data, or what stands for it: the same collisions in a detector that the simulation does not know.</summary>
internal sealed record InsituDataSection
{
    /// <summary>Events of a slice at high momentum; parton momenta reach beyond it.</summary>
    internal static JetSourceSection Slice => new() { Events = 15_000, PtMin = 1600, PtMax = 2900, EtaMax = 0.9 };

    /// <summary>Events of the pseudo-data, or a table of jets of real data, which needs no truth.</summary>
    public JetSourceSection Source { get; init; } = Slice;

    /// <summary>Detector of the pseudo-data: the factors are what the simulation does not know.</summary>
    public DetectorSection Detector { get; init; } = new() { EOverH = 1.2, Noise = 1.5 };
}

/// <summary>Which events are dijets; momenta are those of the network trained on simulation.</summary>
/// <source>Physics notes section 2.2.</source>
internal sealed record DijetSection : IValidatableObject
{
    private static readonly DijetSelectionOptions s_defaults = new();

    /// <summary>Smallest |eta| of both jets.</summary>
    [Range(0.0, 5.0)]
    public double EtaMin { get; init; } = s_defaults.SmallestEta;

    /// <summary>Largest |eta| of both jets.</summary>
    [Range(0.0, 5.0)]
    public double EtaMax { get; init; } = s_defaults.LargestEta;

    /// <summary>Smallest angle in azimuth between them [rad].</summary>
    [Range(0.0, 3.15)]
    public double DeltaPhiMin { get; init; } = s_defaults.SmallestDeltaPhi;

    /// <summary>A third jet below this never matters [GeV].</summary>
    [Range(0.0, 10_000.0)]
    public double ThirdJetFloor { get; init; } = s_defaults.ThirdJetFloor;

    /// <summary>Largest momentum of a third jet as a fraction of the average of the two.</summary>
    [Range(0.0, 1.0)]
    public double ThirdJetFraction { get; init; } = s_defaults.ThirdJetFraction;

    /// <summary>Lower end of the average momentum [GeV].</summary>
    [Range(1.0, 20_000.0)]
    public double PtMin { get; init; } = s_defaults.SmallestAverage;

    /// <summary>Upper end of the average momentum [GeV].</summary>
    [Range(1.0, 20_000.0)]
    public double PtMax { get; init; } = s_defaults.LargestAverage;

    /// <summary>In the words of the room that does the work.</summary>
    public DijetSelectionOptions ToOptions() => new()
    {
        SmallestEta = EtaMin,
        LargestEta = EtaMax,
        SmallestDeltaPhi = DeltaPhiMin,
        ThirdJetFloor = ThirdJetFloor,
        ThirdJetFraction = ThirdJetFraction,
        SmallestAverage = PtMin,
        LargestAverage = PtMax,
    };

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
    [
        .. RangeRule.Ordered(EtaMin, nameof(EtaMin), EtaMax, nameof(EtaMax)),
        .. RangeRule.Ordered(PtMin, nameof(PtMin), PtMax, nameof(PtMax)),
    ];
}

/// <summary>The network that is trained on simulation and tuned on data.</summary>
internal sealed record InsituNetworkSection
{
    /// <summary>
    /// What it looks at: globals (variables of the jet), particle_flow (constituents too), energy_flow (the safe
    /// variant).
    /// </summary>
    public JetNetworkKind Kind { get; init; } = JetNetworkKind.Globals;

    /// <summary>Units of each hidden layer behind the jet, or behind the sum over constituents.</summary>
    [Range(1, 4096)]
    public IReadOnlyList<int> Hidden { get; init; } = [64, 64];

    /// <summary>Of networks over constituents: units of each layer every constituent passes through.</summary>
    [Range(1, 4096)]
    public IReadOnlyList<int> Constituent { get; init; } = [48, 48];

    /// <summary>Activation of the hidden layers.</summary>
    public HiddenActivation Activation { get; init; } = HiddenActivation.Silu;
}

/// <summary>Settings that fail, each for its own reason.</summary>
internal enum FailureMode
{
    /// <summary>The network predicts momenta themselves, and nothing holds their scale.</summary>
    Naive,

    /// <summary>Width alone: all jets get one momentum.</summary>
    NoConstraint,

    /// <summary>Only the mean over the batch is held: jets collapse to it.</summary>
    BatchMean,
}

/// <summary>Tuning on data: L = f1 NLL + f2 sigma_A + f3 C.</summary>
/// <source>Physics notes section 2.4.</source>
internal sealed record InsituTuningSection : IValidatableObject
{
    private const int Steps = 200, FewestEpochs = 40; // a few hundred gentle steps, on validation pseudo-data

    private static readonly InSituOptions s_defaults = new();

    /// <summary>Likelihood of true momenta; 0 needs no truth, which data do not have.</summary>
    [Range(0.0, 1e6)]
    public double F1 { get; init; } = s_defaults.NllWeight;

    /// <summary>Width of the asymmetry.</summary>
    [Range(0.0, 1e6)]
    public double F2 { get; init; } = s_defaults.WidthWeight;

    /// <summary>What holds the scale.</summary>
    [Range(0.0, 1e6)]
    public double F3 { get; init; } = s_defaults.ConstraintWeight;

    /// <summary>What f2 multiplies: width of the asymmetry, or the correlation of both jets.</summary>
    public InSituObjective Objective { get; init; } = s_defaults.Objective;

    /// <summary>What f3 multiplies.</summary>
    public ScaleConstraint Constraint { get; init; } = s_defaults.Constraint;

    /// <summary>
    /// Passes over the dijets of the training part at the most; auto for as many as make 200 steps, at least 40.
    /// </summary>
    [Range(1, 100_000)]
    public int? Epochs { get; init; }

    /// <summary>Jets of one step, two per event: even. A width needs 1000 events, so fewer make few bins.</summary>
    [Range(2, 1_000_000)]
    public int BatchSize { get; init; } = s_defaults.Training.BatchSize;

    /// <summary>Peak learning rate.</summary>
    [Range(1e-8, 10.0)]
    public double LearningRate { get; init; } = 3e-4; // no complaint on validation pseudo-data, 756 and 1626 dijets

    /// <summary>Width of the frozen bins in ln of the average momentum.</summary>
    [Range(0.001, 1.0)]
    public double BinWidth { get; init; } = s_defaults.BinWidth;

    /// <summary>Failures to reproduce beside it: naive, no_constraint, batch_mean.</summary>
    public IReadOnlyList<FailureMode> Modes { get; init; } = [];

    /// <summary>Their peak learning rate; with the gentle steps above they would only take longer to fail.</summary>
    [Range(1e-8, 10.0)]
    public double ModeLearningRate { get; init; } = 0.003;

    /// <summary>The passes asked for, or as many as make enough steps.</summary>
    /// <param name="dijets">Dijets of the training part.</param>
    public int EpochsFor(int dijets) =>
        Epochs ?? Math.Max(FewestEpochs, Steps / Math.Max(1, (2 * dijets + BatchSize - 1) / BatchSize));

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) => BatchSize % 2 == 0 ? [] :
    [
        new($"batch_size is {BatchSize}, expected an even number: an event has two jets.", [nameof(BatchSize)]),
    ];
}

/// <summary>How figures are made.</summary>
internal sealed record InsituValidationSection
{
    /// <summary>Bootstrap replicas behind each 95 % interval; 0 gives no intervals.</summary>
    [Range(0, 10_000)]
    public int Bootstrap { get; init; } = 100;

    /// <summary>Dijets below which a bin shows no value.</summary>
    [Range(2, 1_000_000)]
    public int MinimumEntries { get; init; } = 50;

    /// <summary>Bins of the average momentum, equal in its logarithm.</summary>
    [Range(1, 100)]
    public int PtBins { get; init; } = 4;
}
