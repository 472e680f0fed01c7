namespace Moliere.Reconstruction.Taus;

/// <summary>Share of a charged pion's energy that clusters show at EM scale.</summary>
/// <source>
/// Physics notes section 5.2: pi/e = f_em + (1 - f_em)/(e/h) with f_em = 1 - (E/1 GeV)^(k - 1), k = 0.82.
/// </source>
internal static class PionResponse
{
    private const double Power = -0.18; // physics notes 5.2
    private const double EOverH = 1.74; // of lead and liquid argon, where most pions of taus shower; physics notes 5.2

    /// <summary>Mean response in (0, 1).</summary>
    /// <param name="energy">Of the pion [GeV]; below 1 GeV that of 1 GeV.</param>
    public static double Of(double energy) =>
        1 - ((1 - (1 / EOverH)) * Math.Pow(Math.Max(1, energy), Power));
}
