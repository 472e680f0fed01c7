using Moliere.Numerics.Random;

namespace Moliere.Simulation.Generation.Hard;

/// <summary>A hard process at leading order: a density over its phase space and an event at each point.</summary>
internal abstract class HardProcess
{
    /// <summary>
    /// Fills a point and gives dσ / (d ln scale · du1 · du2) there [pb]; 0 where the point is not possible.
    /// </summary>
    /// <param name="scale">Transverse momentum or mass [GeV].</param>
    /// <param name="u1">First coordinate in (0, 1).</param>
    /// <param name="u2">Second coordinate in (0, 1).</param>
    /// <param name="point">Receives kinematics and channels.</param>
    public abstract double Density(double scale, double u1, double u2, HardPoint point);

    /// <summary>The event of a point and a channel, with decays of its resonances.</summary>
    /// <param name="point">Point that <see cref="Density"/> filled.</param>
    /// <param name="channel">One of its channels.</param>
    /// <param name="rng">Stream.</param>
    public abstract HardEvent Build(HardPoint point, in Channel channel, ref Rng rng);
}
