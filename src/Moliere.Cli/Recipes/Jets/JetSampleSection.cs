using System.ComponentModel.DataAnnotations;
using Moliere.Simulation.Samples.Jets;

namespace Moliere.Cli.Recipes.Jets;

/// <summary>Which reconstructed jets of simulated events enter the table.</summary>
/// <source>Physics notes section 2.2.</source>
internal sealed record JetSampleSection : IValidatableObject
{
    private static readonly JetSampleOptions s_defaults = new();

    /// <summary>Radius parameter R of the anti-kt jets.</summary>
    [Range(0.1, 1.5)]
    public double Radius { get; init; } = s_defaults.Radius;

    /// <summary>Lowest transverse momentum at EM scale, pile-up included [GeV].</summary>
    [Range(0.0, 10_000.0)]
    public double PtMin { get; init; } = s_defaults.PtMin;

    /// <summary>Largest |eta| seen from the centre of the detector.</summary>
    [Range(0.1, 4.9)]
    public double EtaMax { get; init; } = s_defaults.EtaMax;

    /// <summary>Lowest transverse momentum of the jets of particles that others are matched to [GeV].</summary>
    [Range(0.0, 10_000.0)]
    public double TruthPtMin { get; init; } = s_defaults.TruthPtMin;

    /// <summary>So many of the hardest jets of an event are kept without a match too.</summary>
    [Range(0, 100)]
    public int Leading { get; init; } = s_defaults.Leading;

    /// <summary>Largest number of constituents that are kept, hardest first.</summary>
    [Range(1, 1000)]
    public int MostConstituents { get; init; } = s_defaults.MostConstituents;

    /// <summary>
    /// Only events whose two hardest jets of particles have an average transverse momentum above this are simulated
    /// [GeV]; auto for all events.
    /// </summary>
    [Range(0.0, 20_000.0)]
    public double? SlicePtMin { get; init; }

    /// <summary>Upper end of the same [GeV]; auto for none.</summary>
    [Range(0.0, 20_000.0)]
    public double? SlicePtMax { get; init; }

    /// <summary>Of the slice: lower end of |eta| of both jets; auto for none.</summary>
    [Range(0.0, 5.0)]
    public double? SliceEtaMin { get; init; }

    /// <summary>Of the slice: upper end of |eta| of both jets; auto for none.</summary>
    [Range(0.0, 5.0)]
    public double? SliceEtaMax { get; init; }

    /// <summary>In the words of the room that does the work.</summary>
    public JetSampleOptions ToOptions() => s_defaults with
    {
        Radius = Radius,
        PtMin = PtMin,
        EtaMax = EtaMax,
        TruthPtMin = TruthPtMin,
        Leading = Leading,
        MostConstituents = MostConstituents,
        Slice = SlicePtMin is null && SlicePtMax is null && SliceEtaMin is null && SliceEtaMax is null ? null : Slice(),
    };

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
    [
        .. Ordered(SlicePtMin, nameof(SlicePtMin), SlicePtMax, nameof(SlicePtMax)),
        .. Ordered(SliceEtaMin, nameof(SliceEtaMin), SliceEtaMax, nameof(SliceEtaMax)),
    ];

    private DijetSlice Slice() => new()
    {
        PtMin = SlicePtMin ?? 0,
        PtMax = SlicePtMax ?? double.MaxValue,
        EtaMin = SliceEtaMin ?? 0,
        EtaMax = SliceEtaMax ?? double.MaxValue,
    };

    private static IEnumerable<ValidationResult> Ordered(double? low, string lowName, double? high, string highName) =>
        low is { } from && high is { } to ? RangeRule.Ordered(from, lowName, to, highName) : [];
}
