namespace Moliere.Simulation.Generation.Hard;

/// <summary>
/// Parton densities of the proton at leading order, as momentum densities x f(x, Q²): the dynamical set of GRV, in its
/// analytic parametrisation in s = ln(ln(Q²/Λ²) / ln(μ²/Λ²)).
/// </summary>
/// <remarks>
/// Fitted by its authors for x between 1e-5 and 1 and Q² between 0.4 and 1e6 GeV²; continued outside of it, with Q²
/// held at its lower end. Charm and bottom vanish below their thresholds and equal their antiquarks; at high x, where
/// their fit is poor, they are held below strange and charm, which gluons have made for longer. They come on top of an
/// evolution with three flavours: the sum of momenta exceeds 1 by up to 8 percent at the highest scales.
/// </remarks>
/// <source>
/// Glück, Reya, Vogt, Z. Phys. C 67 (1995) 433, appendix, leading order set: forms of eqs. A1 to A3 and their numbers.
/// </source>
internal static class PartonDensities
{
    /// <summary>Length of a table: 13 partons from the antitop to the top, the gluon in the middle.</summary>
    public const int Count = 13;

    private const double Mu2 = 0.23, Lambda2 = 0.2322 * 0.2322; // [GeV²], ibid.
    private const double LowestQ2 = 0.4; // [GeV²], ibid.

    /// <summary>Place of a parton in a table.</summary>
    /// <param name="pdgId">Quark or antiquark number up to 6, 21 for the gluon.</param>
    public static int Index(int pdgId) => pdgId == Data.PdgId.Gluon ? 6 : 6 + pdgId;

    /// <summary>Number of the parton at a place of a table; the inverse of <see cref="Index"/>.</summary>
    /// <param name="index">From 0 to 12.</param>
    public static int IdAt(int index) => index == 6 ? Data.PdgId.Gluon : index - 6;

    /// <summary>Fills a table with x f(x, Q²) of all partons; all 0 at x of 1 or more.</summary>
    /// <param name="x">Momentum fraction, positive.</param>
    /// <param name="q2">Scale squared [GeV²].</param>
    /// <param name="table">Receives <see cref="Count"/> densities, none negative.</param>
    public static void Fill(double x, double q2, Span<double> table)
    {
        table.Clear();
        if (x >= 1)
        {
            return;
        }

        var at = new DensityPoint(x, Math.Log(Math.Log(Math.Max(q2, LowestQ2) / Lambda2) / Math.Log(Mu2 / Lambda2)));
        double up = UpValence(at), down = DownValence(at), sea = LightSea(at), difference = SeaDifference(at);
        table[6 - 1] = Math.Max(0, 0.5 * (sea + difference));
        table[6 - 2] = Math.Max(0, 0.5 * (sea - difference));
        table[6 + 1] = Math.Max(0, down) + table[6 - 1];
        table[6 + 2] = Math.Max(0, up) + table[6 - 2];
        table[6 - 3] = table[6 + 3] = Math.Max(0, Strange(at));
        table[6 - 4] = table[6 + 4] = Math.Clamp(Charm(at), 0, table[9]);
        table[6 - 5] = table[6 + 5] = Math.Clamp(Bottom(at), 0, table[10]);
        table[6] = Math.Max(0, Gluon(at));
    }

    /// <summary>The part of x f of a quark that carries the proton's number.</summary>
    /// <param name="pdgId">1 for down or 2 for up; 0 for any other.</param>
    /// <param name="x">Momentum fraction in (0, 1).</param>
    /// <param name="q2">Scale squared [GeV²].</param>
    public static double Valence(int pdgId, double x, double q2)
    {
        var at = new DensityPoint(x, Math.Log(Math.Log(Math.Max(q2, LowestQ2) / Lambda2) / Math.Log(Mu2 / Lambda2)));
        return Math.Max(0, pdgId switch { 1 => DownValence(at), 2 => UpValence(at), _ => 0 });
    }

    private static double UpValence(in DensityPoint p) => p.Valence(
        p.Poly(2.284, 0.802, 0.055), p.Poly(0.590, -0.024), p.Poly(0.131, 0.063),
        p.Poly(-0.449, -0.138, -0.076), p.Poly(0.213, 2.669, -0.728), p.Poly(8.854, -9.135, 1.979),
        p.Poly(2.997, 0.753, -0.076));

    private static double DownValence(in DensityPoint p) => p.Valence(
        p.Poly(0.371, 0.083, 0.039), 0.376, p.Poly(0.486, 0.062),
        p.Poly(-0.509, 3.310, -1.248), p.Poly(12.41, -10.52, 2.267), p.Poly(6.373, -6.208, 1.418),
        p.Poly(3.691, 0.799, -0.071));

    // Antidown less antiup.
    private static double SeaDifference(in DensityPoint p) => p.Valence(
        p.Poly(0.082, 0.014, 0.008), p.Poly(0.409, -0.005), p.Poly(0.799, 0.071),
        p.Poly(-38.07, 36.13, -0.656), p.Poly(90.31, -74.15, 7.645), 0,
        p.Poly(7.486, 1.217, -0.159));

    // Antidown and antiup together.
    private static double LightSea(in DensityPoint p) => p.Light(
        1.451, 0.271, p.Poly(0.410, -0.232), p.Poly(0.534, -0.457),
        p.Poly(0.890, -0.140), -0.981, p.Poly(0.320, 0.683),
        p.Poly(4.752, 1.164, 0.286), p.Poly(4.119, 1.713), p.Poly(0.682, 2.978));

    private static double Gluon(in DensityPoint p) => p.Light(
        0.524, 1.088, p.Poly(1.742, -0.930), p.Poly(0, 0, -0.399),
        p.Poly(7.486, -2.185), p.Poly(16.69, -22.74, 5.779), p.Poly(-25.59, 29.71, -7.296),
        p.Poly(2.792, 2.215, 0.422, -0.104), p.Poly(0.807, 2.005), p.Poly(3.841, 0.316));

    private static double Strange(in DensityPoint p) => p.Heavy(
        0, 0.914, 0.577, p.Poly(1.798, -0.596),
        p.Root(-5.548, 3.669, -0.616), p.Root(18.92, -16.73, 5.168),
        p.Poly(6.379, -0.350, 0.142), p.Poly(3.981, 1.638), 6.402);

    private static double Charm(in DensityPoint p) => p.Heavy(
        0.888, 1.01, 0.37, 0, 0, p.Poly(4.24, -0.804), p.Poly(3.46, -1.076), p.Poly(4.61, 1.49), p.Poly(2.555, 1.961));

    private static double Bottom(in DensityPoint p) => p.Heavy(
        1.351, 1.00, 0.51, 0, 0, 1.848, p.Poly(2.929, 1.396), p.Poly(4.71, 1.514), p.Poly(4.02, 1.239));
}
