using System.Globalization;

namespace Moliere.Validation.Plots.Events;

/// <summary>
/// Colours of transverse energies on a dark ground, equally spaced in the logarithm and readable without colour vision.
/// A fixed number of shades lets all cells of one shade share a path.
/// </summary>
/// <source>Smith and van der Walt, "inferno" (matplotlib 2.0, 2015), its upper three quarters.</source>
internal static class EnergyShades
{
    /// <summary>Number of shades.</summary>
    public const int Count = 18;

    /// <summary>Lower end of the scale [GeV]; fainter signals take the first shade.</summary>
    public const double Low = 0.05;

    /// <summary>Upper end of the scale [GeV]; larger signals take the last shade.</summary>
    public const double High = 100;

    private static readonly uint[] Anchors =
        [0x4a0c6b, 0x781c6d, 0xa52c60, 0xcf4446, 0xed6925, 0xfb9b06, 0xf7d13d, 0xfcffa4];

    /// <summary>Shade of a transverse energy [GeV], in [0, <see cref="Count"/>).</summary>
    public static int Of(double energy)
    {
        double fraction = Math.Log(Math.Max(energy, Low) / Low) / Math.Log(High / Low);
        return Math.Clamp((int)(fraction * Count), 0, Count - 1);
    }

    /// <summary>Colour of a shade as <c>#rrggbb</c>.</summary>
    public static string Colour(int shade)
    {
        double place = (double)shade / (Count - 1) * (Anchors.Length - 1);
        int below = Math.Min((int)place, Anchors.Length - 2);
        uint colour = 0;
        for (int shift = 16; shift >= 0; shift -= 8)
        {
            double low = (Anchors[below] >> shift) & 0xff, high = (Anchors[below + 1] >> shift) & 0xff;
            colour |= (uint)Math.Round(low + ((place - below) * (high - low))) << shift;
        }

        return $"#{colour.ToString("x6", CultureInfo.InvariantCulture)}";
    }
}
