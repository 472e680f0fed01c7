using Moliere.Numerics.Random;

namespace Moliere.Simulation.Detector;

/// <summary>
/// Passage of a charged particle that only ionises: Landau fluctuations about the minimum loss in each layer, read
/// on the EM scale as deposit over e/mip.
/// </summary>
/// <source>
/// Physics notes 5.2; rise 1/beta^(5/3) of slow particles: Particle Data Group, passage of particles.
/// </source>
internal sealed class IonisingTrack(SpotScatter scatter)
{
    private const double MoyalMean = 1.2703628; // ln 2 + Euler's constant

    /// <summary>
    /// Follows the particle from a depth to another or to its end; returns the depth it reached [interaction lengths].
    /// </summary>
    /// <param name="path">Material.</param>
    /// <param name="axis">Direction.</param>
    /// <param name="startLambda">Depth where it begins [interaction lengths].</param>
    /// <param name="kinetic">Kinetic energy at the beginning, then what is left of it; 0 when it stopped [GeV].</param>
    /// <param name="mass">Mass [GeV].</param>
    /// <param name="endLambda">Depth where it interacts [interaction lengths].</param>
    /// <param name="rng">Stream.</param>
    public double Follow(
        CaloPath path, ShowerAxis axis, double startLambda, ref double kinetic, double mass, double endLambda,
        ref Rng rng)
    {
        if (kinetic <= 0)
        {
            return startLambda;
        }

        double depthX0 = 0;
        foreach (ref readonly PathSlice slice in path.Slices.AsSpan(path.AtLambda(startLambda)))
        {
            bool ends = slice.LambdaEnd >= endLambda;
            double from = Math.Max(slice.LambdaBegin, startLambda), to = ends ? endLambda : slice.LambdaEnd;
            double share = (to - from) / (slice.LambdaEnd - slice.LambdaBegin);
            depthX0 += share * (slice.X0End - slice.X0Begin);
            if (!ends && !slice.EndsLayer)
            {
                continue;
            }

            double loss = Math.Min(Loss(slice.Medium, depthX0, kinetic, mass, ref rng), kinetic);
            depthX0 = 0;
            kinetic -= loss;
            if (slice.Region >= 0)
            {
                scatter.OnAxis(slice, axis, loss, loss / slice.Medium.EOverMip);
            }

            if (ends || kinetic <= 0)
            {
                return Math.Min(slice.LambdaEnd, endLambda);
            }
        }

        return endLambda;
    }

    private static double Loss(CaloMedium medium, double depthX0, double kinetic, double mass, ref Rng rng)
    {
        double gamma = 1 + (kinetic / mass), beta2 = 1 - (1 / (gamma * gamma));
        double mean = medium.MipLossPerX0 * depthX0 * Math.Pow(beta2, -5.0 / 6);
        double width = medium.LandauWidthPerX0 * depthX0 / beta2;
        return Math.Max(0, mean + (width * (Distributions.Moyal(ref rng) - MoyalMean)));
    }
}
