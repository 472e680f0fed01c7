namespace Moliere.Data.Kinematics;

/// <summary>Distances on the cylinder of (pseudo)rapidity and azimuth.</summary>
public static class EtaPhi
{
    /// <summary>The azimuth wrapped into [-pi, pi) [rad]. Any finite input.</summary>
    /// <param name="phi">Azimuth [rad].</param>
    public static double WrapPhi(double phi)
    {
        double turns = Math.Floor((phi + Math.PI) / (2 * Math.PI));
        return phi - (turns * 2 * Math.PI);
    }

    /// <summary>Signed difference a - b in [-pi, pi) [rad].</summary>
    /// <param name="a">Azimuth [rad].</param>
    /// <param name="b">Azimuth [rad].</param>
    public static double DeltaPhi(double a, double b) => WrapPhi(a - b);

    /// <summary>Distance sqrt(deta² + dphi²), not negative.</summary>
    /// <param name="eta1">(Pseudo)rapidity of the first.</param>
    /// <param name="phi1">Azimuth of the first [rad].</param>
    /// <param name="eta2">(Pseudo)rapidity of the second.</param>
    /// <param name="phi2">Azimuth of the second [rad].</param>
    public static double DeltaR(double eta1, double phi1, double eta2, double phi2)
    {
        double deta = eta1 - eta2, dphi = DeltaPhi(phi1, phi2);
        return Math.Sqrt((deta * deta) + (dphi * dphi));
    }
}
