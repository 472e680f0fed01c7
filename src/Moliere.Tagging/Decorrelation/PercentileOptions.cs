using System.ComponentModel.DataAnnotations;

namespace Moliere.Tagging.Decorrelation;

/// <summary>Grid in rho = ln(m² / pT²) and pT on which a percentile is measured.</summary>
/// <source>ATL-PHYS-PUB-2018-014, section 4.1, and its public code.</source>
public sealed record PercentileOptions
{
    /// <summary>Share of background that passes at the cut 0.</summary>
    [Range(0.001, 0.999)]
    public double Share { get; init; } = 0.16;

    /// <summary>Cells along each axis.</summary>
    [Range(1, 1000)]
    public int Cells { get; init; } = 20;

    /// <summary>Cells with no more background jets are left out.</summary>
    [Range(1, 1_000_000)]
    public int FewestJets { get; init; } = 20;

    /// <summary>Cells that a percentile is the mean of.</summary>
    [Range(1, 100)]
    public int Neighbours { get; init; } = 5;

    /// <summary>Lower end of rho.</summary>
    public double RhoLow { get; init; } = -7;

    /// <summary>Upper end of rho.</summary>
    public double RhoHigh { get; init; } = -1;

    /// <summary>Lower end of pT [GeV].</summary>
    public double PtLow { get; init; } = 200;

    /// <summary>Upper end of pT [GeV].</summary>
    public double PtHigh { get; init; } = 2000;

    /// <summary>Place of a jet in the grid, in cells from its lower corner.</summary>
    /// <param name="mass">Mass [GeV].</param>
    /// <param name="pt">Transverse momentum [GeV].</param>
    public (double X, double Y) Place(double mass, double pt) => (
        (JetScaling.Rho(mass, pt) - RhoLow) / (RhoHigh - RhoLow) * Cells, (pt - PtLow) / (PtHigh - PtLow) * Cells);
}
