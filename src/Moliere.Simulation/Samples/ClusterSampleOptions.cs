using System.ComponentModel.DataAnnotations;

namespace Moliere.Simulation.Samples;

/// <summary>Which clusters of a simulated event enter the sample.</summary>
public sealed record ClusterSampleOptions
{
    /// <summary>Lowest transverse momentum of a jet whose clusters are kept, at EM scale [GeV].</summary>
    [Range(0, 10_000)]
    public double JetPtMin { get; init; } = 20;

    /// <summary>Largest |rapidity| of a jet whose clusters are kept.</summary>
    [Range(0.1, 5)]
    public double JetRapidityMax { get; init; } = 2;

    /// <summary>Radius parameter R of the anti-kt jets [1].</summary>
    [Range(0.1, 1.5)]
    public double JetRadius { get; init; } = 0.4;
}
