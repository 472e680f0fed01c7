using Moliere.Data.Kinematics;
using Moliere.Numerics.Random;
using Moliere.Simulation.Generation.Decays;

namespace Moliere.Simulation.Generation.Beams;

/// <summary>
/// The activity that accompanies a hard collision: that of inelastic collisions of small impact parameter.
/// </summary>
internal static class UnderlyingEvent
{
    private const double Activity = 1.5; // of a hard collision over the mean inelastic one; the remnants' strings add
    private const double Shape = 3; // of the gamma distribution of the activity; tuned on the reference dijets

    /// <summary>Adds one draw.</summary>
    /// <param name="activity">Relative to the mean of hard collisions.</param>
    /// <param name="scale">Hardness of the collision [GeV].</param>
    /// <param name="vertex">Where it is.</param>
    /// <param name="record">Receives the particles.</param>
    /// <param name="rng">Stream.</param>
    public static void Add(double activity, double scale, in Vertex vertex, EventRecord record, ref Rng rng)
    {
        double drawn = Distributions.Gamma(Shape, ref rng) / Shape;
        double onset = scale * scale / ((scale * scale) + 25); // the pedestal is full above several GeV
        MultipleInteractions.Add(activity * Activity * onset * drawn, vertex, record, ref rng);
    }
}
