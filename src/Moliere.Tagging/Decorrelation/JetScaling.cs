namespace Moliere.Tagging.Decorrelation;

/// <summary>The ratios of mass and momentum in which the substructure of quark and gluon jets scales.</summary>
/// <source>arXiv:1603.00027, section 2.</source>
internal static class JetScaling
{
    /// <summary>rho = ln(m² / pT²); NaN for a jet without mass or momentum.</summary>
    public static double Rho(double mass, double pt) =>
        mass > 0 && pt > 0 ? Math.Log(mass * mass / (pt * pt)) : double.NaN;

    /// <summary>
    /// rho' = ln(m² / (pT 1 GeV)), in which the mean of tau21 is a straight line; NaN for a jet without mass or
    /// momentum.
    /// </summary>
    public static double RhoPrime(double mass, double pt) =>
        mass > 0 && pt > 0 ? Math.Log(mass * mass / pt) : double.NaN;

    /// <summary>A score; NaN where what it is made of gave none that can be ordered.</summary>
    public static float Score(double value) => double.IsFinite(value) ? (float)value : float.NaN;
}
