using System.ComponentModel.DataAnnotations;
using Moliere.Reconstruction.Taus;
using Moliere.Simulation.Samples.Taus;
using Moliere.Simulation.Tracking;

namespace Moliere.Cli.Recipes.Taus;

/// <summary>Which true taus of simulated events are looked for, and how they share crossings.</summary>
/// <source>Physics notes sections 3.1 and 3.5.</source>
internal sealed record TauSampleSection
{
    private static readonly TauSampleOptions s_defaults = new();

    /// <summary>
    /// Hard collisions that are put into one simulated crossing, one after the other: they share its pile-up and noise,
    /// at other places of it. Crossings are what is dealt to training and test.
    /// </summary>
    [Range(1, 10_000)]
    public int EventsPerCrossing { get; init; } = 60;

    /// <summary>Lowest visible transverse momentum of a true tau [GeV].</summary>
    [Range(1.0, 10_000.0)]
    public double TruthPtMin { get; init; } = s_defaults.TruthPtMin;

    /// <summary>Largest |eta| of the visible momentum of a true tau.</summary>
    [Range(0.1, 2.5)]
    public double TruthEtaMax { get; init; } = s_defaults.TruthEtaMax;

    /// <summary>Largest distance in eta and phi of a candidate to its true tau.</summary>
    [Range(0.01, 0.5)]
    public double MatchRadius { get; init; } = s_defaults.MatchRadius;

    /// <summary>Clusters and tracks within this distance of a true tau are reconstructed.</summary>
    [Range(0.2, 3.0)]
    public double WindowRadius { get; init; } = s_defaults.WindowRadius;

    /// <summary>Lowest transverse momentum of the jet of clusters that a candidate starts from [GeV].</summary>
    [Range(0.0, 1000.0)]
    public double SeedPtMin { get; init; } = new TauOptions().SeedPtMin;

    /// <summary>
    /// Momentum resolution of tracks: expected (of the full detector, 1.5 % in the barrel and 3.3 % in the end-caps at
    /// low momenta) or delphes_card (of the fast simulation, 6 to 25 %).
    /// </summary>
    public MomentumResolution MomentumResolution { get; init; } = MomentumResolution.Expected;

    /// <summary>In the words of the room that makes the sample.</summary>
    public TauSampleOptions ToOptions() => s_defaults with
    {
        TruthPtMin = TruthPtMin,
        TruthEtaMax = TruthEtaMax,
        MatchRadius = MatchRadius,
        WindowRadius = WindowRadius,
    };
}
