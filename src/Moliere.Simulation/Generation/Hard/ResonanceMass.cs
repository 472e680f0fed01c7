using Moliere.Numerics.Random;

namespace Moliere.Simulation.Generation.Hard;

/// <summary>Mass of a resonance by its Breit-Wigner distribution.</summary>
/// <source>Particle Data Group, Review of Particle Physics, resonances: relativistic Breit-Wigner.</source>
internal static class ResonanceMass
{
    private const double Reach = 15; // widths to either side of the pole; the matrix elements assume the pole

    /// <summary>Draws a mass [GeV].</summary>
    /// <param name="pole">Mass at the pole [GeV].</param>
    /// <param name="width">Full width [GeV].</param>
    /// <param name="limit">Mass that the kinematics leave room for [GeV].</param>
    /// <param name="rng">Stream.</param>
    public static double Draw(double pole, double width, double limit, ref Rng rng)
    {
        double low = pole - Math.Min(0.5 * pole, Reach * width), high = Math.Min(limit, pole + (Reach * width));
        if (high <= low)
        {
            return high;
        }

        double from = Math.Atan(((low * low) - (pole * pole)) / (pole * width));
        double to = Math.Atan(((high * high) - (pole * pole)) / (pole * width));
        double square = (pole * pole) + (pole * width * Math.Tan(from + ((to - from) * rng.NextDouble())));
        return Math.Sqrt(square);
    }
}
