using Moliere.Data.Objects;
using Moliere.Numerics.Kernels;
using Moliere.Numerics.Random;
using Moliere.Simulation.Pileup;

namespace Moliere.Simulation.Detector;

/// <summary>Measured time of the cells that stand out of the noise. Belongs to one worker.</summary>
/// <source>Physics notes 5.3, "Time".</source>
internal sealed class CellTimes(DetectorModel detector, CellNoise noise)
{
    private const float Significance = 2; // the measurement of a time needs a pulse
    private const float LargestTime = 30; // the pulse fit follows no further [ns], physics notes 5.3

    private readonly ZigguratNoise _gaussians = new();
    private readonly float[] _inverse = [.. noise.Total.Select(sigma => 1 / sigma)];
    private readonly float[] _magnitudes = new float[noise.Total.Length];
    private readonly int[] _found = new int[noise.Total.Length];

    /// <summary>Fills the times of an event whose energies are complete.</summary>
    /// <param name="target">Event.</param>
    /// <param name="timedEnergy">Signal times time of everything that is not at time zero [GeV ns].</param>
    /// <param name="rng">Stream of the event's times.</param>
    public void Fill(CalorimeterEvent target, ReadOnlySpan<float> timedEnergy, ref Rng rng)
    {
        var words = new SplitMix(ref rng);
        Array.Clear(target.Time);
        int count = ScaledMagnitudes.Collect(target.Energy, _inverse, Significance, _magnitudes, _found);
        foreach (int cell in _found.AsSpan(0, count))
        {
            float energy = Math.Abs(target.Energy[cell]);
            double resolution = detector.Technologies[target.Geometry.RegionIndex[cell]].TimeResolution(energy);
            float error = (float)resolution * _gaussians.Normal((uint)words.Next(), ref words);
            float time = Math.Clamp(timedEnergy[cell] / energy, -LargestTime, LargestTime) + error;
            target.Time[cell] = Math.Clamp(time, -LargestTime, LargestTime);
        }
    }
}
