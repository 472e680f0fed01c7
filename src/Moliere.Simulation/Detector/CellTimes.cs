using Moliere.Data.Objects;
using Moliere.Numerics.Random;
using Moliere.Simulation.Detector.Description;

namespace Moliere.Simulation.Detector;

/// <summary>Measured time of the cells that stand out of the noise.</summary>
/// <source>Physics notes 5.3, "Time".</source>
internal static class CellTimes
{
    private const float Significance = 2; // the measurement of a time needs a pulse
    private const float LargestTime = 30; // the pulse fit follows no further [ns], physics notes 5.3

    /// <summary>Fills the times of an event whose energies are complete.</summary>
    /// <param name="target">Event.</param>
    /// <param name="technologies">Read-out of every region.</param>
    /// <param name="sigma">Noise of each cell [GeV].</param>
    /// <param name="timedEnergy">Signal times time of everything that is not at time zero [GeV ns].</param>
    /// <param name="gaussians">Worker's source of normal variates.</param>
    /// <param name="rng">Stream of the event's times.</param>
    public static void Fill(
        CalorimeterEvent target, Technology[] technologies, ReadOnlySpan<float> sigma, ReadOnlySpan<float> timedEnergy,
        ZigguratNoise gaussians, ref Rng rng)
    {
        var words = new SplitMix(ref rng);
        for (int cell = 0; cell < sigma.Length; cell++)
        {
            float energy = Math.Abs(target.Energy[cell]);
            if (energy <= Significance * sigma[cell])
            {
                target.Time[cell] = 0;
                continue;
            }

            double resolution = technologies[target.Geometry.RegionIndex[cell]].TimeResolution(energy);
            float mean = timedEnergy[cell] / energy;
            float error = (float)resolution * gaussians.Normal((uint)words.Next(), ref words);
            float time = Math.Clamp(mean, -LargestTime, LargestTime) + error;
            target.Time[cell] = Math.Clamp(time, -LargestTime, LargestTime);
        }
    }
}
