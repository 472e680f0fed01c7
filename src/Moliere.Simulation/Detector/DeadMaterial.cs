namespace Moliere.Simulation.Detector;

/// <summary>The material nobody reads out, as a function of |eta|.</summary>
/// <source>
/// Physics notes 5.1: 2 to 2.5 X0 upstream at eta = 0 and 5 to 6 X0 at 1.5 to 1.7; 10 cm of aluminium at r = 198
/// and 218 cm; aluminium in the crack. The amounts in the crack and before the gap scintillators are our choice.
/// </source>
internal sealed class DeadMaterial(double scale)
{
    private const double UpstreamX0 = 2.3, UpstreamEnd = 1.5; // X0 at eta = 0; the slant 1/sin(theta) does the rise
    private const double CrackX0 = 3, GapX0 = 3;
    private const double CrackLow = 1.4, CrackHigh = 1.5, GapLow = 1.0;

    private static readonly CaloMedium Aluminium = CaloMedium.Dead(PureMaterial.Aluminium);

    /// <summary>
    /// Depth in front of the presampler cells, or of the end-cap where there is no presampler [X0].
    /// </summary>
    /// <param name="absEta">|eta|.</param>
    /// <param name="presamplerX0">Part of it that the presampler's cells own, along the direction [X0].</param>
    public double Upstream(double absEta, double presamplerX0) =>
        Math.Max(0, (scale * UpstreamX0 * Math.Cosh(Math.Min(absEta, UpstreamEnd))) - presamplerX0);

    /// <summary>Adds the layers of one direction, in any order.</summary>
    /// <param name="absEta">|eta|.</param>
    /// <param name="presamplerX0">Part of the upstream material that the presampler's cells own [X0].</param>
    /// <param name="layers">Receives them.</param>
    public void AddTo(List<MaterialLayer> layers, double absEta, double presamplerX0)
    {
        double slant = Math.Cosh(absEta), radiusPerZ = 1 / Math.Sinh(Math.Max(absEta, 0.01));
        layers.Add(new(1150, 1350, Aluminium, Upstream(absEta, presamplerX0), -1));
        if (absEta < CrackLow)
        {
            double wall = 100 / Aluminium.RadiationLength * slant * scale;
            layers.Add(new(1980, 2080, Aluminium, wall, -1));
            layers.Add(new(2130, 2230, Aluminium, wall, -1));
        }

        if (absEta is >= GapLow and < CrackLow)
        {
            layers.Add(new(2235, 2249, Aluminium, GapX0 * slant * scale, -1));
        }

        if (absEta is >= CrackLow and < CrackHigh)
        {
            layers.Add(new(3440 * radiusPerZ, 3540 * radiusPerZ, Aluminium, CrackX0 / Math.Tanh(absEta) * scale, -1));
        }
    }
}
