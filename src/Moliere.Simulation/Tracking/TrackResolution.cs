namespace Moliere.Simulation.Tracking;

/// <summary>Widths of the measured track parameters, before tails.</summary>
/// <source>
/// Momentum: physics notes 5.1 (Delphes ATLAS card), or arXiv:0901.0512, chapter on tracking, table of track-parameter
/// resolutions: sigma(q/pT) = sigma_inf (1 (+) p/pT) at |eta| of 0.25-0.50 and of 1.50-1.75. Impact parameters:
/// arXiv:1405.6569, figure 15, as tabulated in steps of pT by the Delphes ATLAS card; angles: ATLAS inner detector TDR,
/// central lines of 1 and 20 GeV, ibid.
/// </source>
internal static class TrackResolution
{
    // Geometric means of the steps [GeV], and the widths [mm] read off there.
    private static readonly double[] s_pt = [0.707, 1.414, 2.828, 4.899, 7.746, 17.32, 40];
    private static readonly double[] s_d0 = [0.080, 0.045, 0.028, 0.020, 0.016, 0.014, 0.0115];
    private static readonly double[] s_z0 = [0.140, 0.096, 0.075, 0.058, 0.055, 0.050, 0.047];

    /// <summary>Relative width of 1/pT.</summary>
    /// <param name="pt">Transverse momentum [GeV].</param>
    /// <param name="eta">Pseudorapidity.</param>
    /// <param name="choice">Parametrisation.</param>
    public static double InversePt(double pt, double eta, MomentumResolution choice) =>
        choice == MomentumResolution.Expected ? Expected(pt, Math.Abs(eta)) : DelphesCard(pt, Math.Abs(eta));

    /// <summary>Width of d0 [mm].</summary>
    /// <param name="pt">Transverse momentum [GeV].</param>
    /// <param name="eta">Pseudorapidity; scattering grows with the root of the path.</param>
    public static double D0(double pt, double eta) => Widened(s_d0, pt, Math.Sqrt(Math.Cosh(eta) / Math.Cosh(1)));

    /// <summary>Width of z0 [mm].</summary>
    /// <param name="pt">Transverse momentum [GeV].</param>
    /// <param name="eta">Pseudorapidity; scattering also projects on the beam.</param>
    public static double Z0(double pt, double eta) => Widened(s_z0, pt, Math.Pow(Math.Cosh(eta) / Math.Cosh(1), 1.5));

    /// <summary>Width of the azimuth [rad].</summary>
    /// <param name="pt">Transverse momentum [GeV].</param>
    public static double Phi(double pt) => Quadrature(1.3e-4, 1.6e-3 / pt); // 1.6 mrad at 1 GeV, 0.15 mrad at 20 GeV

    /// <summary>Width of the cotangent of the polar angle.</summary>
    /// <param name="pt">Transverse momentum [GeV].</param>
    public static double Cotangent(double pt) => Quadrature(6.5e-4, 1.8e-3 / pt); // ibid., 1.9e-3 and 6.6e-4

    // The table is an average over directions, taken to hold at |eta| = 1; what exceeds its last entry is scattering.
    private static double Widened(double[] table, double pt, double factor)
    {
        double width = Interpolate(table, pt), floor = table[^1];
        return Quadrature(floor, factor * Math.Sqrt(Math.Max(0, (width * width) - (floor * floor))));
    }

    // Linear in ln(pT); below the table scattering grows like 1/pT, above it the width stays.
    private static double Interpolate(double[] table, double pt)
    {
        if (pt <= s_pt[0])
        {
            return table[0] * s_pt[0] / pt;
        }

        int i = 1;
        while (i < s_pt.Length - 1 && pt > s_pt[i])
        {
            i++;
        }

        double t = Math.Min(1, Math.Log(pt / s_pt[i - 1]) / Math.Log(s_pt[i] / s_pt[i - 1]));
        return table[i - 1] + (t * (table[i] - table[i - 1]));
    }

    private static double DelphesCard(double pt, double absEta) => absEta switch
    {
        < 0.5 => Quadrature(0.06, 1.3e-3 * pt), // physics notes 5.1
        < 1.5 => Quadrature(0.10, 1.7e-3 * pt), // ibid.
        _ => Quadrature(0.25, 3.1e-3 * pt), // ibid.
    };

    // Published at two places: linear in |eta| between their middles, constant inside the first and beyond the second.
    private static double Expected(double pt, double absEta)
    {
        double t = Math.Clamp((absEta - 0.375) / (1.625 - 0.375), 0, 1);
        double intrinsic = 0.34e-3 + (t * (0.41e-3 - 0.34e-3)); // 1/GeV
        double equal = 44 + (t * (80 - 44)); // GeV, where scattering is as large
        return intrinsic * Quadrature(pt, equal);
    }

    private static double Quadrature(double a, double b) => Math.Sqrt((a * a) + (b * b));
}
