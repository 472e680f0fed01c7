using Moliere.Data.Kinematics;

namespace Moliere.Tagging.Displaced;

/// <summary>Where the points of a jet are measured from.</summary>
/// <param name="Eta">Pseudorapidity of the origin.</param>
/// <param name="Phi">Azimuth of the origin [rad].</param>
/// <param name="Side">1, or -1 where the jet is mirrored at the plane z = 0.</param>
internal readonly record struct JetFrame(double Eta, double Phi, double Side)
{
    public double RelativeEta(double eta) => Side * (eta - Eta);

    public double RelativePhi(double phi) => EtaPhi.DeltaPhi(phi, Phi);
}
