using System.ComponentModel.DataAnnotations;
using Moliere.Simulation.Generation;
using Moliere.Simulation.Generation.BeamInduced;

namespace Moliere.Simulation.Samples.Displaced;

/// <summary>What is generated for the search for displaced jets.</summary>
/// <source>arXiv:2203.01009, sections 4 and 5; physics notes on tagging, section 9.</source>
public sealed record DisplacedGeneratorOptions
{
    /// <summary>
    /// The signals, in turn: the light ones of the search, whose jets are soft and hard to tell from background.
    /// Lifetimes are such that the mean flight is some 2.5 m.
    /// </summary>
    public IReadOnlyList<SignalPoint> Points { get; init; } =
    [
        new(125, 5, 200), new(125, 16, 700), new(125, 35, 1700), new(125, 55, 5000), new(200, 50, 1440),
    ];

    /// <summary>What a long-lived scalar decays to.</summary>
    public ScalarDecay ScalarDecay { get; init; } = ScalarDecay.ByMass;

    /// <summary>
    /// How many of the two scalars decay in the calorimeter at least, 0 to 2; with 1 the other decays where it may, and
    /// the weight is the probability of one there.
    /// </summary>
    [Range(0, 2)]
    public int DecaysInCalorimeter { get; init; } = 1;

    /// <summary>Lower end of the transverse momentum of hard partons [GeV], flat in its logarithm.</summary>
    [Range(5.0, 5000.0)]
    public double PtMin { get; init; } = 45;

    /// <summary>Upper end of the same [GeV].</summary>
    [Range(6.0, 5000.0)]
    public double PtMax { get; init; } = 600;

    /// <summary>Upper end in the collisions that beam-induced muons meet [GeV].</summary>
    [Range(6.0, 5000.0)]
    public double CompanionPtMax { get; init; } = 200;

    /// <summary>Hard partons lie in |rapidity| below this.</summary>
    [Range(0.1, 6.0)]
    public double EtaMax { get; init; } = 2.5;

    /// <summary>Share of beam-induced muons that meet a dijet; the others meet pile-up alone.</summary>
    [Range(0.0, 1.0)]
    public double CompanionShare { get; init; } = 0.9;

    /// <summary>Muons along the beam.</summary>
    public BeamMuonOptions BeamMuons { get; init; } = new();

    /// <summary>
    /// Share of muons that are <see cref="LateMuons"/>, which a search keeps after cleaning by time; the others come as
    /// they are.
    /// </summary>
    [Range(0.0, 1.0)]
    public double LateShare { get; init; } = 0.75;

    /// <summary>
    /// What those must pass: half a nanosecond before the cut at -3 ns, two errors of a time; an eighth below a jet of
    /// 40 GeV.
    /// </summary>
    public BeamMuonOptions LateMuons { get; init; } = new() { DelayMin = -3.5, LossPtMin = 35 };
}
