namespace Moliere.Tagging.Decorrelation;

/// <summary>The ratios of mass and momentum in which the substructure of quark and gluon jets scales.</summary>
/// <source>arXiv:1603.00027, section 2.</source>
internal static class JetScaling
{
    /// <summary>rho = ln(m² / pT²).</summary>
    public static double Rho(double mass, double pt) => Math.Log(mass * mass / (pt * pt));

    /// <summary>rho' = ln(m² / (pT 1 GeV)), in which the mean of tau21 is a straight line.</summary>
    public static double RhoPrime(double mass, double pt) => Math.Log(mass * mass / pt);
}
