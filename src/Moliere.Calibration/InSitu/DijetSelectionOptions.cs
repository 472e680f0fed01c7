using System.ComponentModel.DataAnnotations;

namespace Moliere.Calibration.InSitu;

/// <summary>Which events count as two jets back to back; momenta are those of the calibration that selects.</summary>
/// <source>Physics notes section 2.2, in-situ selection.</source>
public sealed record DijetSelectionOptions
{
    /// <summary>Smallest |eta| of both jets: below, two wheels of the detector meet.</summary>
    [Range(0, 5)]
    public double SmallestEta { get; init; } = 0.2;

    /// <summary>Largest |eta| of both jets.</summary>
    [Range(0, 5)]
    public double LargestEta { get; init; } = 0.7;

    /// <summary>Smallest angle in azimuth between the jets [rad], in [0, pi].</summary>
    [Range(0, Math.PI)]
    public double SmallestDeltaPhi { get; init; } = 2.7;

    /// <summary>A third jet below this transverse momentum [GeV] never matters.</summary>
    [Range(0, 1e5)]
    public double ThirdJetFloor { get; init; } = 25;

    /// <summary>Largest transverse momentum of a third jet, as a fraction of the average of the two.</summary>
    [Range(0, 1)]
    public double ThirdJetFraction { get; init; } = 0.25;

    /// <summary>Lower edge of the average transverse momentum [GeV], inclusive.</summary>
    [Range(1, 1e5)]
    public double SmallestAverage { get; init; } = 1800;

    /// <summary>Upper edge of the average transverse momentum [GeV], exclusive.</summary>
    [Range(1, 1e5)]
    public double LargestAverage { get; init; } = 2400;
}
