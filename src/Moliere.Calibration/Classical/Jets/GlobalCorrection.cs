using System.Text.Json.Serialization;

namespace Moliere.Calibration.Classical.Jets;

/// <summary>
/// One step of the global sequential correction: divides the four-momentum by the relative response R(pT, x) / R(pT) of
/// jets with the same value x of one variable. The mean response stays.
/// </summary>
/// <param name="Variable">The variable and where it is used.</param>
/// <param name="Bins">Bins in |eta_det|.</param>
/// <param name="Maps">Per bin, the relative response; null where there were too few jets, or beyond the reach.</param>
/// <source>arXiv:2007.02645, section 5.1.4; physics notes section 2.6, step 3.</source>
public sealed record GlobalCorrection(GlobalVariable Variable, DetectorEtaBins Bins, ResponseMap?[] Maps) : JetStep
{
    private const double LargestFactor = 2; // pitfall 1 of the physics notes: no absurd factor

    /// <inheritdoc/>
    [JsonIgnore]
    public override string Method => "gsc";

    /// <inheritdoc/>
    internal override void Apply(JetMomenta jets)
    {
        float[] values = jets.Table.Floats(Variable.Column);
        for (int row = 0; row < jets.Pt.Length; row++)
        {
            jets.Scale(row, float.IsFinite(values[row]) ? 1 / Factor(jets, row, values[row]) : double.NaN);
        }
    }

    /// <inheritdoc/>
    internal override string? Defect() => Variable?.Column is null || Bins is null || Maps?.Length != Bins.Count
        || Array.Exists(Maps, map => map is not null && !map.IsConsistent())
            ? "maps of a global correction that do not fit their bins"
            : null;

    /// <summary>Relative response of a jet; 1 where the correction does not apply.</summary>
    internal double Factor(JetMomenta jets, int row, double value)
    {
        double eta = Math.Abs(jets.DetectorEta[row]);
        bool isInside = eta < Variable.EtaReach && value > Variable.Above && jets.Pt[row] >= Variable.LowestPt;
        return isInside && jets.IsUsable[row] && Maps[Bins.IndexOf(eta)] is { } map
            ? Math.Clamp(map.At(Math.Log(Axis(jets, row)), Coordinate(value)), 1 / LargestFactor, LargestFactor)
            : 1;
    }

    /// <summary>The momentum a map is read at: energy for punch-through, else transverse momentum [GeV].</summary>
    internal double Axis(JetMomenta jets, int row) => Variable.IsPunchThrough ? jets.Energy[row] : jets.Pt[row];

    /// <summary>The variable as a map sees it.</summary>
    internal double Coordinate(double value) => Variable.IsPunchThrough ? Math.Log(value) : value;
}
