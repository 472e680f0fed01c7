using Moliere.Data.Objects;
using Moliere.Numerics.Random;
using Moliere.Simulation.Pileup;

namespace Moliere.Simulation.Detector;

/// <summary>Measured time of the cells that stand out of the noise.</summary>
/// <source>Physics notes 5.3, "Time".</source>
internal static class CellTimes
{
    private const float Significance = 2; // the measurement of a time needs a pulse
    private const float LargestTime = 30; // the pulse fit follows no further [ns], physics notes 5.3

    /// <summary>Fills the times of an event whose energies are complete.</summary>
    /// <param name="target">Event.</param>
    /// <param name="sigma">Noise of each cell [GeV].</param>
    /// <param name="timedEnergy">Signal times time of out-of-time collisions [GeV ns]; empty without pile-up.</param>
    /// <param name="gaussians">Worker's source of normal variates.</param>
    /// <param name="rng">Stream of the event's times.</param>
    public static void Fill(
        CalorimeterEvent target, ReadOnlySpan<float> sigma, ReadOnlySpan<float> timedEnergy, ZigguratNoise gaussians,
        ref Rng rng)
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

            double resolution = Resolution(PulseWeights.IsTile(target.Geometry.Sampling[cell]), energy);
            float mean = timedEnergy.IsEmpty ? 0 : timedEnergy[cell] / energy;
            float error = (float)resolution * gaussians.Normal((uint)words.Next(), ref words);
            float time = Math.Clamp(mean, -LargestTime, LargestTime) + error;
            target.Time[cell] = Math.Clamp(time, -LargestTime, LargestTime);
        }
    }

    /// <summary>Width of the time measurement [ns].</summary>
    /// <param name="isTile">Whether the cell is read out by Tile's photomultipliers.</param>
    /// <param name="energy">Positive [GeV].</param>
    public static double Resolution(bool isTile, double energy)
    {
        double statistical = isTile ? 1.1 / Math.Sqrt(energy) : 1.8 / energy, constant = isTile ? 0.4 : 0.25;
        return Math.Sqrt((statistical * statistical) + (constant * constant));
    }
}
