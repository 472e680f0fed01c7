namespace Moliere.Data;

/// <summary>
/// The units in which a file holds energies and lengths: factors to the house units GeV and mm. Times are ns and angles
/// rad in all of them.
/// </summary>
/// <param name="Energy">One unit of energy, momentum or mass [GeV].</param>
/// <param name="Length">One unit of length [mm].</param>
public sealed record UnitSystem(double Energy, double Length)
{
    /// <summary>GeV and mm.</summary>
    public static UnitSystem House { get; } = new(1, 1);

    /// <summary>MeV and mm, as ATLAS files have them.</summary>
    public static UnitSystem Atlas { get; } = new(Units.MeV, 1);

    /// <summary>GeV and cm, as CMS files have them.</summary>
    public static UnitSystem Cms { get; } = new(1, Units.Centimetre);

    /// <summary>The factor that brings a value in these units to a house unit.</summary>
    /// <param name="houseUnit">
    /// Such as <c>GeV</c>, <c>mm</c> or <c>GeV/mm³</c>; parts other than GeV and mm count as equal in both.
    /// </param>
    public double FactorTo(string houseUnit)
    {
        double factor = 1, sign = 1;
        foreach (string side in houseUnit.Split('/'))
        {
            foreach (string part in side.Split(' ', '·'))
            {
                factor *= Math.Pow(OfOne(part.TrimEnd('²', '³')), sign * PowerOf(part));
            }

            sign = -1;
        }

        return factor;
    }

    private static int PowerOf(string unit) => unit.EndsWith('²') ? 2 : unit.EndsWith('³') ? 3 : 1;

    private double OfOne(string unit) => unit switch
    {
        "GeV" => Energy,
        "mm" => Length,
        _ => 1,
    };
}
