using System.ComponentModel.DataAnnotations;
using Moliere.Simulation.Generation;
using Moliere.Simulation.Samples.Displaced;

namespace Moliere.Cli.Recipes.Displaced;

/// <summary>What is simulated for the search for displaced jets.</summary>
/// <source>arXiv:2203.01009, sections 4 and 5; physics notes on tagging, section 9.</source>
internal sealed record DisplacedSampleSection : IValidatableObject
{
    private static readonly DisplacedSampleOptions s_rows = new();
    private static readonly DisplacedGeneratorOptions s_events = new();

    /// <summary>Events with two long-lived scalars; all numbers of events are rounded up to whole crossings.</summary>
    [Range(1, 10_000_000)]
    public int Signal { get; init; } = 9000;

    /// <summary>Dijets of the background.</summary>
    [Range(1, 10_000_000)]
    public int Qcd { get; init; } = 14_000;

    /// <summary>Muons along the beam.</summary>
    [Range(1, 10_000_000)]
    public int BeamInduced { get; init; } = 14_000;

    /// <summary>
    /// Dijets from which the control region is taken, so many for simulation and as many for pseudo-data; a third of
    /// them passes.
    /// </summary>
    [Range(1, 10_000_000)]
    public int Control { get; init; } = 7000;

    /// <summary>
    /// Events that are put into one simulated crossing, one after the other: they share its pile-up and noise, at other
    /// places of it. Crossings are what is dealt to training and test.
    /// </summary>
    [Range(1, 10_000)]
    public int EventsPerCrossing { get; init; } = 50;

    /// <summary>Signals, in turn: masses of resonance and scalar [GeV], mean proper decay length [mm].</summary>
    public IReadOnlyList<SignalPointSection> Points { get; init; } =
        [.. s_events.Points.Select(SignalPointSection.Of)];

    /// <summary>
    /// How many of the two scalars decay in the calorimeter at least, 0 to 2; with 1 the other decays where it may.
    /// </summary>
    [Range(0, 2)]
    public int DecaysInCalorimeter { get; init; } = s_events.DecaysInCalorimeter;

    /// <summary>What a long-lived scalar decays to.</summary>
    public ScalarDecay ScalarDecay { get; init; } = s_events.ScalarDecay;

    /// <summary>Lowest transverse momentum of a jet at EM scale [GeV].</summary>
    [Range(1.0, 10_000.0)]
    public double PtMin { get; init; } = s_rows.PtMin;

    /// <summary>Largest one [GeV].</summary>
    [Range(1.0, 10_000.0)]
    public double PtMax { get; init; } = s_rows.PtMax;

    /// <summary>Share of beam-induced muons that meet a dijet.</summary>
    [Range(0.0, 1.0)]
    public double CompanionShare { get; init; } = s_events.CompanionShare;

    /// <summary>
    /// Share of beam-induced muons of which only such are drawn as come later than -3.5 ns and leave more than 35 GeV,
    /// a little short of the default trigger; the others come as they are.
    /// </summary>
    [Range(0.0, 1.0)]
    public double LateShare { get; init; } = s_events.LateShare;

    /// <summary>What the measurement adds to the times of clusters in simulation.</summary>
    public TimeKernelSection SimulationTime { get; init; } = TimeKernelSection.Of(TimeKernel.Simulation);

    /// <summary>What it adds in pseudo-data: the error of the simulation is the difference.</summary>
    public TimeKernelSection DataTime { get; init; } = TimeKernelSection.Of(TimeKernel.Data);

    /// <summary>All crossings, sample by sample.</summary>
    public IEnumerable<DisplacedCrossing> Crossings() => Counts().SelectMany(
        sample => DisplacedCrossing.Of(sample.Sample, Whole(sample.Events), EventsPerCrossing));

    /// <summary>Events of all samples together.</summary>
    public long Events() => Counts().Sum(sample => Whole(sample.Events));

    /// <summary>What is generated, in the words of the room that does it.</summary>
    public DisplacedGeneratorOptions ToGenerator() => s_events with
    {
        Points = [.. Points.Select(point => point.ToPoint())],
        DecaysInCalorimeter = DecaysInCalorimeter,
        ScalarDecay = ScalarDecay,
        CompanionShare = CompanionShare,
        LateShare = LateShare,
    };

    /// <summary>What becomes a row, in the words of the room that makes it.</summary>
    public DisplacedSampleOptions ToRows() => s_rows with
    {
        PtMin = PtMin,
        PtMax = PtMax,
        Simulation = SimulationTime.ToKernel(),
        Data = DataTime.ToKernel(),
    };

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        Points.Count == 0 ? [new("found no signal, expected at least one point of masses.", [nameof(Points)])]
        : RangeRule.Ordered(PtMin, nameof(PtMin), PtMax, nameof(PtMax));

    private (DisplacedSample Sample, int Events)[] Counts() =>
    [
        (DisplacedSample.Signal, Signal), (DisplacedSample.Qcd, Qcd), (DisplacedSample.BeamInduced, BeamInduced),
        (DisplacedSample.ControlSimulation, Control), (DisplacedSample.ControlData, Control),
    ];

    private long Whole(int events) => (events + (long)EventsPerCrossing - 1) / EventsPerCrossing * EventsPerCrossing;
}

/// <summary>Masses and lifetime of a signal.</summary>
internal sealed record SignalPointSection : IValidatableObject
{
    /// <summary>Mass of the resonance [GeV].</summary>
    [Range(20.0, 5000.0)]
    public double Resonance { get; init; } = 600;

    /// <summary>Mass of a long-lived scalar [GeV], below half of the resonance.</summary>
    [Range(1.0, 2500.0)]
    public double Scalar { get; init; } = 150;

    /// <summary>Mean proper decay length c tau [mm].</summary>
    [Range(1.0, 1e6)]
    public double Length { get; init; } = 1400;

    /// <summary>From the words of the room that generates.</summary>
    /// <param name="point">A signal.</param>
    public static SignalPointSection Of(SignalPoint point) => new()
    {
        Resonance = point.ResonanceMass,
        Scalar = point.ScalarMass,
        Length = point.Length,
    };

    /// <summary>In the words of that room.</summary>
    public SignalPoint ToPoint() => new(Resonance, Scalar, Length);

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) => 2 * Scalar < Resonance ? []
        : [new("found a scalar of half the resonance or more, expected less.", [nameof(Scalar)])];
}

/// <summary>Errors of the times of clusters: a core and a wide tail about zero.</summary>
internal sealed record TimeKernelSection
{
    /// <summary>Centre of the core [ns].</summary>
    [Range(-10.0, 10.0)]
    public double Mean { get; init; }

    /// <summary>Standard deviation of the core [ns].</summary>
    [Range(0.001, 10.0)]
    public double Sigma { get; init; } = 0.26;

    /// <summary>Share of clusters in the tail.</summary>
    [Range(0.0, 1.0)]
    public double TailShare { get; init; } = 0.05;

    /// <summary>Standard deviation of the tail [ns].</summary>
    [Range(0.001, 100.0)]
    public double TailSigma { get; init; } = 8;

    /// <summary>From the words of the room that draws.</summary>
    /// <param name="kernel">A kernel.</param>
    public static TimeKernelSection Of(TimeKernel kernel) => new()
    {
        Mean = kernel.Mean,
        Sigma = kernel.Sigma,
        TailShare = kernel.TailShare,
        TailSigma = kernel.TailSigma,
    };

    /// <summary>In the words of that room.</summary>
    public TimeKernel ToKernel() =>
        new() { Mean = Mean, Sigma = Sigma, TailShare = TailShare, TailSigma = TailSigma };
}
