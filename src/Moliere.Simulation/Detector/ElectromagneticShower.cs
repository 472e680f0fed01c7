using Moliere.Numerics.Random;

namespace Moliere.Simulation.Detector;

/// <summary>Deposits an electromagnetic shower slice by slice.</summary>
internal sealed class ElectromagneticShower(SpotScatter scatter)
{
    private const double ContainedShare = 0.9998; // the rest of the profile is below any cell's noise
    private const double DeepestTau = 5; // the lateral profile was fitted up to there, hep-ex/0001020

    /// <summary>Number of spots that resolve the cells of a shower.</summary>
    /// <param name="energy">[GeV].</param>
    public static int SpotCount(double energy) => (int)Math.Clamp(6 + (20 * Math.Sqrt(energy)), 6, 300);

    /// <summary>Showers a photon or an electron.</summary>
    /// <param name="path">Material.</param>
    /// <param name="axis">Direction.</param>
    /// <param name="depthX0">Depth where it begins [X0].</param>
    /// <param name="energy">Positive [GeV].</param>
    /// <param name="isPhoton">Whether it has to convert first.</param>
    /// <param name="rng">Stream.</param>
    public void Develop(
        CaloPath path, ShowerAxis axis, double depthX0, double energy, bool isPhoton, ref Rng rng)
    {
        double before = isPhoton ? Distributions.Exponential(ElectromagneticProfile.ConversionDepth, ref rng) : 0;
        double start = depthX0 + before;
        Fill(path, axis, ElectromagneticProfile.Draw(energy, path.ShowerMedium, ref rng), start, energy, ref rng);
    }

    /// <summary>Fills the slices behind a depth from a profile.</summary>
    /// <param name="path">Material.</param>
    /// <param name="axis">Direction.</param>
    /// <param name="profile">Depth profile in radiation lengths.</param>
    /// <param name="start">Depth of the start [X0].</param>
    /// <param name="energy">Positive [GeV].</param>
    /// <param name="rng">Stream.</param>
    public void Fill(
        CaloPath path, ShowerAxis axis, in GammaProfile profile, double start, double energy, ref Rng rng)
    {
        int spots = SpotCount(energy);
        double before = 0, pending = 0, quantum = energy / spots, perMaximum = 1 / Math.Max(profile.Maximum, 1);
        for (int i = path.AtX0(start); i < path.Slices.Length && before < ContainedShare; i++)
        {
            ref readonly PathSlice slice = ref path.Slices[i];
            double share = profile.Before(slice.X0End - start);
            pending += energy * (share - before);
            before = share;
            if (slice.Region < 0)
            {
                pending = 0;
            }
            else if (pending >= quantum || slice.EndsLayer || before >= ContainedShare)
            {
                double tau = Math.Min((((slice.X0Begin + slice.X0End) / 2) - start) * perMaximum, DeepestTau);
                var radial = RadialProfile.Electromagnetic(energy, Math.Max(tau, 0), slice.Medium);
                int count = Math.Max(1, (int)Math.Round(pending / quantum));
                scatter.Scatter(
                    slice, axis, radial, pending, pending, slice.Medium.SamplingTerm, count, ref rng);
                pending = 0;
            }
        }
    }
}
