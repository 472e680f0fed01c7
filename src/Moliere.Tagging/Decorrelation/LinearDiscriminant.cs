using Moliere.Data.Objects;
using Moliere.Data.Tables;

namespace Moliere.Tagging.Decorrelation;

/// <summary>
/// "Designed decorrelated tagger": minus tau21 - a (rho' - 1.5), rho' = ln(m² / (pT 1 GeV)), whose mean does not move
/// with the mass where that of tau21 moves along a straight line.
/// </summary>
/// <param name="Name">In recipes, figures and metrics.</param>
/// <param name="Column">The variable, tau21.</param>
/// <param name="Slope">a, per unit of rho'.</param>
/// <source>arXiv:1603.00027, section 3, equation 3.1; ATL-PHYS-PUB-2018-014, section 4.1.</source>
public sealed record LinearDiscriminant(string Name, string Column, double Slope) : IDiscriminant
{
    private const double Pivot = 1.5; // ATL-PHYS-PUB-2018-014, section 4.1: only shifts the scale

    /// <inheritdoc/>
    public bool IsProbability => false;

    /// <inheritdoc/>
    public float[] Score(Table jets, int threads)
    {
        float[] values = jets.Floats(Column), mass = jets.Floats(BoostedJetColumns.Mass);
        float[] pt = jets.Floats(BoostedJetColumns.Pt);
        return [.. values.Select((value, i) =>
            JetScaling.Score((Slope * (JetScaling.RhoPrime(mass[i], pt[i]) - Pivot)) - value))];
    }
}
