using System.ComponentModel.DataAnnotations;

namespace Moliere.Simulation.Samples;

/// <summary>Which jets an event table has.</summary>
public sealed record EventSampleOptions
{
    /// <summary>Radius parameter R of the anti-kt jets of particles and of clusters [1].</summary>
    [Range(0.1, 1.5)]
    public double JetRadius { get; init; } = 0.4;

    /// <summary>Lowest transverse momentum of a jet of particles [GeV].</summary>
    [Range(0, 10_000)]
    public double TruthJetPtMin { get; init; } = 7;

    /// <summary>Lowest transverse momentum of a jet of clusters at EM scale [GeV].</summary>
    [Range(0, 10_000)]
    public double JetPtMin { get; init; } = 7;

    /// <summary>Particles beyond this |eta| are in no jet: no calorimeter sees them.</summary>
    [Range(0.1, 10)]
    public double EtaMax { get; init; } = 4.9;
}
