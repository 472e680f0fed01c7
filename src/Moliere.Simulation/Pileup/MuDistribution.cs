using Moliere.Numerics.Random;

namespace Moliere.Simulation.Pileup;

/// <summary>The mean number of collisions per crossing, over the years of Run 2.</summary>
/// <source>
/// Physics notes 5.4 for the yearly means; recorded luminosities 3.2, 33.0, 44.3 and 58.5 fb⁻¹
/// (ATLAS-CONF-2019-021). The relative spread within a year, 0.35, is chosen so that the whole has the 36 ± 14 of
/// calibration samples.
/// </source>
public sealed class MuDistribution(PileupOptions options)
{
    private const double RelativeSpread = 0.35, MixtureMean = 33.5;

    private static readonly double[] Luminosity = [3.2, 33.0, 44.3, 58.5];
    private static readonly double[] YearMean = [13.4, 25.1, 37.8, 36.1];

    /// <summary>Mean over events.</summary>
    public double Mean => options.FixedMu ?? options.MeanMu;

    /// <summary>Draws mu of one event: a year by luminosity, then a gamma variate about its mean.</summary>
    /// <param name="rng">Stream.</param>
    public double Draw(ref Rng rng)
    {
        if (options.FixedMu is { } mu)
        {
            return mu;
        }

        double pick = rng.NextDouble() * Luminosity.Sum(), shape = 1 / (RelativeSpread * RelativeSpread);
        int year = 0;
        while (year < Luminosity.Length - 1 && pick > Luminosity[year])
        {
            pick -= Luminosity[year++];
        }

        double yearMean = YearMean[year] * options.MeanMu / MixtureMean;
        return yearMean / shape * Distributions.Gamma(shape, ref rng);
    }
}
