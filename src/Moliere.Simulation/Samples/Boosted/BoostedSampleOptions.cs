using System.ComponentModel.DataAnnotations;
using Moliere.Reconstruction.Jets;

namespace Moliere.Simulation.Samples.Boosted;

/// <summary>Which large-radius jets of events become rows, and how much of an event is reconstructed.</summary>
/// <source>
/// ATLAS, arXiv:1808.07858, section 4: anti-kt of R = 1.0, trimmed with kt subjets of R = 0.2 above 5 %, |eta| below 2;
/// ATL-PHYS-PUB-2018-014, section 3: transverse momenta from 200 to 2000 GeV.
/// </source>
public sealed record BoostedSampleOptions
{
    /// <summary>Radius parameter R of the anti-kt jets of particles and of clusters [1].</summary>
    [Range(0.4, 1.5)]
    public double Radius { get; init; } = 1.0;

    /// <summary>How soft subjets are removed.</summary>
    public TrimmingOptions Trimming { get; init; } = new();

    /// <summary>Lowest transverse momentum of a trimmed jet [GeV].</summary>
    [Range(50.0, 5000.0)]
    public double PtMin { get; init; } = 200;

    /// <summary>Transverse momentum that a trimmed jet must be below [GeV].</summary>
    [Range(60.0, 10_000.0)]
    public double PtMax { get; init; } = 2000;

    /// <summary>Largest |eta| of a trimmed jet.</summary>
    [Range(0.1, 3.0)]
    public double EtaMax { get; init; } = 2;

    /// <summary>Largest distance of a jet to its jet of particles, and of that to a boson [1].</summary>
    [Range(0.1, 1.5)]
    public double MatchRadius { get; init; } = 0.75;

    /// <summary>
    /// Clusters within this distance of a jet of particles are reconstructed, particles of the hard collision within
    /// 0.2 more are simulated [1].
    /// </summary>
    [Range(1.0, 3.0)]
    public double WindowRadius { get; init; } = 1.2;

    /// <summary>
    /// Factor on the momentum of a trimmed jet of 500 GeV at EM scale, to that of its jet of particles.
    /// </summary>
    [Range(0.5, 2.0)]
    public double EnergyScale { get; init; } = 1.27; // tuned on medians of 3 000 jets, half with pile-up

    /// <summary>Power of the transverse momentum with which that factor falls.</summary>
    [Range(-0.5, 0.5)]
    public double EnergyPower { get; init; } = 0.07; // tuned on the same jets

    /// <summary>Which crossings have pile-up.</summary>
    public BoostedPileup Pileup { get; init; } = BoostedPileup.Both;
}
