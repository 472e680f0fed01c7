using System.ComponentModel.DataAnnotations;

namespace Moliere.Reconstruction.Taus;

/// <summary>How neutral pions are told from the showers of charged ones.</summary>
/// <source>
/// arXiv:1512.05955, section 4.1: energy of charged pions is subtracted from clusters of the electromagnetic
/// calorimeter; thresholds of 2.1 to 2.7 GeV by direction.
/// </source>
/// <remarks>
/// The defaults were chosen on 20 000 simulated taus of 10 to 500 GeV with 36 collisions (2026-11), for the width of
/// the substructure's transverse momentum below 100 GeV, on a plateau of each of them.
/// </remarks>
public sealed record NeutralPionOptions
{
    /// <summary>Lowest transverse energy of a candidate [GeV].</summary>
    [Range(0.5, 20)]
    public double EtMin { get; init; } = 2.5;

    /// <summary>
    /// Energy of a track's shower is taken from the electromagnetic part of clusters within this distance of where the
    /// track enters the calorimeter [1].
    /// </summary>
    [Range(0.01, 0.4)]
    public double EmRadius { get; init; } = 0.12;

    /// <summary>The same for the hadronic part of clusters [1].</summary>
    [Range(0.01, 0.4)]
    public double HadronicRadius { get; init; } = 0.2;

    /// <summary>
    /// What a shower left may be fluctuation: less than so many times the square root of its expected energy [GeV] in a
    /// cluster that something was taken from is not a neutral pion.
    /// </summary>
    [Range(0, 10)]
    public double Fluctuation { get; init; } = 0.9;

    /// <summary>Least probability to be electromagnetic of a cluster that no track's shower was taken from.</summary>
    [Range(0, 1)]
    public double EmProbabilityMin { get; init; } = 0.2;

    /// <summary>
    /// Transverse energy above which that is not asked [GeV]: neither pile-up nor a piece of a charged pion's shower is
    /// so hard.
    /// </summary>
    [Range(0, 1000)]
    public double FreeEt { get; init; } = 6;

    /// <summary>Two candidates of less mass together are one neutral pion [GeV].</summary>
    [Range(0, 2)]
    public double MergeMass { get; init; } = 0.15;

    /// <summary>Lowest transverse energy of a local maximum in the strips that counts as a photon [GeV].</summary>
    [Range(0.05, 10)]
    public double StripEtMin { get; init; } = 0.4;
}
