using System.Globalization;

namespace Moliere.Validation.Plots;

/// <summary>Sequential colours for two-dimensional histograms, equally spaced to the eye and readable without colour
/// vision.</summary>
/// <source>Smith and van der Walt, "viridis" (matplotlib 2.0, 2015), reversed, every eighth of the map.</source>
internal static class ColourMap
{
    private static readonly uint[] Anchors =
        [0xfde725, 0xaddc30, 0x5ec962, 0x28ae80, 0x21918c, 0x2c728e, 0x3b528b, 0x472d7b, 0x440154];

    /// <summary>Colour as <c>#rrggbb</c>.</summary>
    /// <param name="fraction">In [0, 1]; moved there when outside.</param>
    public static string At(double fraction)
    {
        double place = Math.Clamp(fraction, 0, 1) * (Anchors.Length - 1);
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
