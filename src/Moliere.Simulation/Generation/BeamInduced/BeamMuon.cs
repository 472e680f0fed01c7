using Moliere.Data.Kinematics;

namespace Moliere.Simulation.Generation.BeamInduced;

/// <summary>A muon that came along the beam and lost much of its energy at one place.</summary>
/// <param name="Direction">1 along the beam axis, -1 against it.</param>
/// <param name="Radius">Distance from the beam axis [mm].</param>
/// <param name="Phi">Azimuth [rad].</param>
/// <param name="LossZ">Where it radiates [mm].</param>
/// <param name="Loss">What it radiates there [GeV]; 0 for nothing.</param>
/// <param name="Shift">How much later than its bunch it comes [ns].</param>
internal readonly record struct BeamMuon(
    int Direction, double Radius, double Phi, double LossZ, double Loss, double Shift)
{
    /// <summary>Direction of the place of the loss from the nominal collision, with a transverse momentum of 1 [GeV].
    /// </summary>
    public FourVector LossDirection => FourVector.FromPtEtaPhiMass(1, Math.Asinh(LossZ / Radius), Phi, 0);

    /// <summary>Transverse part of the loss as seen from there [GeV].</summary>
    public double LossPt => Loss * Radius / Math.Sqrt((Radius * Radius) + (LossZ * LossZ));

    /// <summary>
    /// How much later than light from the nominal collision it comes to a place [ns]; negative, the more the earlier on
    /// its way.
    /// </summary>
    /// <param name="z">Along the beam [mm].</param>
    public double DelayAt(double z) => Shift
        + (((Direction * z) - Math.Sqrt((z * z) + (Radius * Radius))) / Data.Units.SpeedOfLight);
}
