using Moliere.Numerics.Random;

namespace Moliere.Simulation.Generation.Decays;

/// <summary>Masses of broad resonances.</summary>
/// <source>Particle Data Group, Review of Particle Physics, review "Resonances", relativistic form in m².</source>
internal static class BreitWigner
{
    /// <summary>How many widths a mass may be away from the pole; the tails belong to other resonances.</summary>
    public const double Reach = 3;

    /// <summary>Draws a mass [GeV] with the density m0 Gamma / ((s - m0²)² + m0² Gamma²) in s = m².</summary>
    /// <param name="mass">Pole m0 [GeV].</param>
    /// <param name="width">Full width [GeV], positive.</param>
    /// <param name="low">Smallest mass [GeV].</param>
    /// <param name="high">Largest mass [GeV], above <paramref name="low"/>.</param>
    /// <param name="rng">Stream.</param>
    public static double Draw(double mass, double width, double low, double high, ref Rng rng)
    {
        double m2 = mass * mass, scale = mass * width;
        double from = Math.Atan(((low * low) - m2) / scale), to = Math.Atan(((high * high) - m2) / scale);
        return Math.Sqrt(m2 + (scale * Math.Tan(from + ((to - from) * rng.NextDouble()))));
    }
}
