using System.ComponentModel.DataAnnotations;

namespace Moliere.Simulation.Samples.Jets;

/// <summary>Which reconstructed jets of a simulated event become rows of a jet table.</summary>
/// <source>Physics notes section 2.2: matching within 0.3, isolation against jets above 7 GeV.</source>
public sealed record JetSampleOptions
{
    /// <summary>Radius parameter R of the anti-kt jets of particles and of clusters [1].</summary>
    [Range(0.1, 1.5)]
    public double Radius { get; init; } = 0.4;

    /// <summary>Lowest transverse momentum of a jet that becomes a row, at EM scale, pile-up included [GeV].</summary>
    [Range(0, 10_000)]
    public double PtMin { get; init; } = 7;

    /// <summary>Largest |eta| seen from the centre of the detector of a jet that becomes a row.</summary>
    [Range(0.1, 4.9)]
    public double EtaMax { get; init; } = 4.5;

    /// <summary>
    /// Lowest transverse momentum of a jet of particles that others are matched to [GeV].
    /// </summary>
    [Range(0, 10_000)]
    public double TruthPtMin { get; init; } = 7;

    /// <summary>Largest distance in eta and phi of a jet to its jet of particles [1].</summary>
    [Range(0.01, 1.5)]
    public double MatchRadius { get; init; } = 0.3;

    /// <summary>The hardest jets of an event become rows without a match too, so many of them.</summary>
    [Range(0, 100)]
    public int Leading { get; init; } = 3;

    /// <summary>Jets above this transverse momentum count as neighbours in both isolations [GeV].</summary>
    [Range(0, 10_000)]
    public double NeighbourPtMin { get; init; } = 7;

    /// <summary>Lowest transverse momentum of a track [GeV].</summary>
    [Range(0.5, 100)]
    public double TrackPtMin { get; init; } = 1;

    /// <summary>Largest number of constituents that are kept, hardest first.</summary>
    [Range(1, 1000)]
    public int MostConstituents { get; init; } = 80;

    /// <summary>Only events whose jets of particles look so are simulated; null for all.</summary>
    public DijetSlice? Slice { get; init; }
}
