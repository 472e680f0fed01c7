using Moliere.Numerics.Fits;

namespace Moliere.Calibration.Classical.Jets;

/// <summary>
/// Brings jets to the energy scale of particles: the four-momentum is divided by the mean response R at the measured
/// energy. R is frozen beyond the energies it was derived for and never below 0.25.
/// </summary>
/// <param name="Bins">Bins in eta_det.</param>
/// <param name="Response">Per bin, R over the logarithm of the measured energy [GeV].</param>
/// <source>Numerical inversion: arXiv:2007.02645, section 5.1.2; its bias: arXiv:1609.05195.</source>
public sealed record McjesInversion(DetectorEtaBins Bins, PiecewiseLinear[] Response) : JetStep
{
    private const double LeastResponse = 0.25; // physics notes section 2.6

    /// <inheritdoc/>
    public override string Method => "mcjes";

    /// <summary>Mean response at a measured energy.</summary>
    /// <param name="detectorEta">Pseudorapidity in the detector.</param>
    /// <param name="energy">Measured energy after pile-up subtraction [GeV], positive.</param>
    public double ResponseAt(double detectorEta, double energy) =>
        Math.Max(LeastResponse, Response[Bins.IndexOf(detectorEta)].At(Math.Log(energy)));

    /// <inheritdoc/>
    internal override void Apply(JetMomenta jets)
    {
        for (int row = 0; row < jets.Pt.Length; row++)
        {
            jets.Scale(row, 1 / ResponseAt(jets.DetectorEta[row], jets.Energy[row]));
        }
    }

    /// <inheritdoc/>
    internal override string? Defect() =>
        Bins is not null && Response?.Length == Bins.Count && Array.TrueForAll(Response, IsConsistent)
            ? null
            : "response curves that do not fit their bins";

    private static bool IsConsistent(PiecewiseLinear? curve) =>
        curve is { Knots.Length: > 0 } && curve.Knots.Length == curve.Values?.Length;
}
