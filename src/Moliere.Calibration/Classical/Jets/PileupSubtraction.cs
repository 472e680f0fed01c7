using System.Text.Json.Serialization;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Numerics.Fits;

namespace Moliere.Calibration.Classical.Jets;

/// <summary>
/// Subtracts pile-up: pT - rho A - alpha (N_PV - 1) - beta mu, the whole four-momentum scaled alike. What is left is
/// never less than a tenth of what was measured: a jet of nothing but pile-up stays a soft jet with a positive
/// momentum; <see cref="CountFloored"/> says how many there are.
/// </summary>
/// <param name="Alpha">Slope with the number of vertices [GeV] over |eta_det|.</param>
/// <param name="Beta">Slope with the mean number of collisions [GeV] over |eta_det|.</param>
/// <source>arXiv:2007.02645, section 5.1.1, equation 1.</source>
public sealed record PileupSubtraction(PiecewiseLinear Alpha, PiecewiseLinear Beta) : JetStep
{
    private const double LeastShare = 0.1; // pitfall 1 of the physics notes: responses within [0.1, 10]

    /// <inheritdoc/>
    public override string Method => "pileup";

    /// <summary>Whether there are slopes: without jets to fit them to, all are 0.</summary>
    [JsonIgnore]
    public bool HasSlopes => Array.Exists(Alpha.Values, v => v != 0) || Array.Exists(Beta.Values, v => v != 0);

    /// <summary>Number of jets of which a tenth or less would be left.</summary>
    /// <param name="table">A jet table.</param>
    public int CountFloored(Table table)
    {
        var jets = new JetMomenta(table);
        Func<int, double> pileup = Of(jets);
        return Enumerable.Range(0, table.RowCount)
            .Count(row => jets.IsUsable[row] && jets.Pt[row] - pileup(row) <= LeastShare * jets.Pt[row]);
    }

    /// <inheritdoc/>
    internal override void Apply(JetMomenta jets)
    {
        Func<int, double> pileup = Of(jets);
        for (int row = 0; row < jets.Pt.Length; row++)
        {
            double share = 1 - (pileup(row) / jets.Pt[row]);
            jets.Scale(row, double.IsNaN(share) ? share : Math.Max(share, LeastShare));
        }
    }

    /// <inheritdoc/>
    internal override string? Defect() =>
        Alpha is { Knots.Length: > 0 } && Beta is { Knots.Length: > 0 }
            && Alpha.Knots.Length == Alpha.Values?.Length && Beta.Knots.Length == Beta.Values?.Length
            ? null
            : "slopes of pile-up without one value per knot";

    // An infinite input counts as unusable, not as infinite pile-up.
    private Func<int, double> Of(JetMomenta jets)
    {
        float[] density = jets.Table.Floats(JetColumns.Density), area = jets.Table.Floats(JetColumns.Area);
        float[] vertices = jets.Table.Floats(JetColumns.VertexCount), mu = jets.Table.Floats(JetColumns.Mu);
        return row =>
        {
            double eta = Math.Abs(jets.DetectorEta[row]), region = (double)density[row] * area[row];
            double sum = region + (Alpha.At(eta) * (vertices[row] - 1)) + (Beta.At(eta) * mu[row]);
            return double.IsFinite(sum) && float.IsFinite(vertices[row]) && float.IsFinite(mu[row]) ? sum : double.NaN;
        };
    }
}
