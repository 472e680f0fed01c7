using System.ComponentModel.DataAnnotations;
using Moliere.Simulation.Generation;
using Moliere.Simulation.Generation.BeamInduced;

namespace Moliere.Simulation.Samples.Displaced;

/// <summary>What is generated for the search for displaced jets.</summary>
/// <source>arXiv:2203.01009, sections 4 and 5; physics notes on tagging, section 9.</source>
public sealed record DisplacedGeneratorOptions
{
    /// <summary>
    /// The signals, in turn. Lifetimes are such that the mean flight is some 2.5 m, so that weights hardly vary.
    /// </summary>
    public IReadOnlyList<SignalPoint> Points { get; init; } =
    [
        new(125, 16, 700), new(125, 55, 5000), new(600, 50, 420), new(600, 150, 1400), new(1000, 275, 1600),
    ];

    /// <summary>What a long-lived scalar decays to.</summary>
    public ScalarDecay ScalarDecay { get; init; } = ScalarDecay.ByMass;

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
    public double CompanionShare { get; init; } = 0.5;

    /// <summary>Muons along the beam.</summary>
    public BeamMuonOptions BeamMuons { get; init; } = new();
}
