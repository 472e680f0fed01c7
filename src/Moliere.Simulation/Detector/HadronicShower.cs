using Moliere.Numerics.Random;
using Moliere.Simulation.Detector.PunchThrough;

namespace Moliere.Simulation.Detector;

/// <summary>
/// Deposits a hadronic shower from its vertex: a part that behaves electromagnetically and a slower, wider rest.
/// Invisible and escaped energy counts as deposited where it is lost.
/// </summary>
/// <source>
/// Depth: Bock's two terms with the constants of hep-ex/9903019, scaled by f_em and its rest (hep-ex/9912028).
/// Width: GFlash's law with a log-normal radius; its median follows Tile's core of 58 mm (hep-ex/9904032) and
/// widens with depth.
/// </source>
internal sealed class HadronicShower(
    SpotScatter scatter, ElectromagneticShower electromagnetic, CalorimeterLeaks leaks)
{
    private const double ContainedShare = 0.999;
    private const double MedianWidth = 0.12, WidthGrowth = 0.08, WidthSpread = 0.4; // interaction lengths; log-normal
    private const double LocalRadius = 10; // end of a slow hadron [mm]

    /// <summary>Showers a hadron that interacts in a slice.</summary>
    /// <param name="path">Material.</param>
    /// <param name="axis">Direction.</param>
    /// <param name="vertex">Index of the slice of the interaction.</param>
    /// <param name="depthLambda">Depth of the interaction [interaction lengths].</param>
    /// <param name="energy">Energy released [GeV], positive.</param>
    /// <param name="isBaryon">Whether the projectile is a baryon.</param>
    /// <param name="rng">Stream.</param>
    public void Develop(
        CaloPath path, ShowerAxis axis, int vertex, double depthLambda, double energy, bool isBaryon, ref Rng rng)
    {
        var fractions = HadronicFractions.Draw(energy, isBaryon, ref rng);
        double shape = 0.786 + (0.427 * Math.Log(Math.Max(energy, 1)));
        double pionEnergy = fractions.Electromagnetic * energy;
        if (pionEnergy > 0)
        {
            double start = DepthX0(path.Slices[vertex], depthLambda);
            var profile = new GammaProfile(shape, 0.29);
            electromagnetic.Fill(path, axis, profile, start, pionEnergy, ref rng);
            ref readonly PathSlice last = ref path.Slices[^1];
            leaks.AddRest(axis, last.RadiusEnd, pionEnergy * (1 - profile.Before(last.X0End - start)));
        }

        Fill(path, axis, new(shape, 0.978), vertex, depthLambda, energy - pionEnergy, fractions.VisibleRatio, ref rng);
    }

    /// <summary>Deposits a slow hadron that gives its kinetic energy to ionisation where it is.</summary>
    /// <param name="slice">Where.</param>
    /// <param name="axis">Direction.</param>
    /// <param name="kinetic">[GeV].</param>
    /// <param name="rng">Stream.</param>
    public void Stop(in PathSlice slice, ShowerAxis axis, double kinetic, ref Rng rng)
    {
        if (slice.Region >= 0)
        {
            double signal = kinetic / slice.Medium.EOverMip;
            scatter.Scatter(
                slice, axis, RadialProfile.Single(LocalRadius), kinetic, signal, slice.Medium.SamplingTerm, 4, ref rng);
        }
    }

    private static int SpotCount(double energy) => (int)Math.Clamp(8 + (20 * Math.Sqrt(energy)), 8, 300);

    private static double DepthX0(in PathSlice slice, double depthLambda)
    {
        double share = (depthLambda - slice.LambdaBegin) / (slice.LambdaEnd - slice.LambdaBegin);
        return slice.X0Begin + (share * (slice.X0End - slice.X0Begin));
    }

    private void Fill(
        CaloPath path, ShowerAxis axis, in GammaProfile profile, int vertex, double start, double energy,
        double visible, ref Rng rng)
    {
        int spots = SpotCount(energy);
        double before = 0, pending = 0, quantum = energy / spots;
        double spread = Math.Exp(WidthSpread * rng.NextGaussian());
        for (int i = vertex; i < path.Slices.Length && before < ContainedShare; i++)
        {
            ref readonly PathSlice slice = ref path.Slices[i];
            double share = profile.Before(slice.LambdaEnd - start);
            pending += energy * (share - before);
            before = share;
            if (slice.Region < 0)
            {
                pending = 0;
            }
            else if (pending >= quantum || slice.EndsLayer || before >= ContainedShare)
            {
                double depth = slice.LambdaEnd - start;
                double radius = slice.Medium.InteractionLength * (MedianWidth + (WidthGrowth * depth)) * spread;
                double signal = pending * visible / slice.Medium.EOverH;
                int count = Math.Max(1, (int)Math.Round(pending / quantum));
                scatter.Scatter(
                    slice, axis, RadialProfile.Single(radius), pending, signal, slice.Medium.HadronSamplingTerm, count,
                    ref rng);
                pending = 0;
            }
        }

        leaks.AddRest(axis, path.Slices[^1].RadiusEnd, before < ContainedShare ? energy * (1 - before) : 0);
    }
}
