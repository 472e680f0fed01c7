using Moliere.Numerics.Fits;

namespace Moliere.Calibration.Classical.Jets;

/// <summary>
/// Turns jets back to the direction of the jets of particles: part of a jet next to a gap of the calorimeter reads low,
/// and the axis moves away from it. Energy and size of the momentum stay, the transverse momentum follows. Jets below 8
/// GeV are left as they are; above 2500 GeV the correction is that at 2500 GeV.
/// </summary>
/// <param name="Bins">Bins in |eta_det|.</param>
/// <param name="Shift">
/// Per bin, mean of eta - eta_true, outward positive, over the logarithm of the calibrated energy [GeV].
/// </param>
/// <source>arXiv:2007.02645, section 5.1.2; limits: physics notes section 2.6, step 2.</source>
public sealed record EtaCorrection(DetectorEtaBins Bins, Polynomial[] Shift) : JetStep
{
    internal const double LowestPt = 8;
    internal const double HighestEnergy = 2500;

    /// <inheritdoc/>
    public override string Method => "eta";

    /// <inheritdoc/>
    internal override void Apply(JetMomenta jets)
    {
        for (int row = 0; row < jets.Pt.Length; row++)
        {
            if (jets.IsUsable[row] && jets.Pt[row] >= LowestPt)
            {
                double logEnergy = Math.Log(Math.Min(jets.Energy[row], HighestEnergy));
                double outward = Shift[Bins.IndexOf(jets.DetectorEta[row])].At(logEnergy);
                jets.Turn(row, jets.Eta[row] - (outward * Math.Sign(jets.DetectorEta[row])));
            }
        }
    }

    /// <inheritdoc/>
    internal override string? Defect() => Bins is null || Shift?.Length != Bins.Count
        || Array.Exists(Shift, shift => shift?.Coefficients is null) ? "shifts of the direction without bins" : null;
}
