using Moliere.Numerics.Random;

namespace Moliere.Simulation.Detector;

/// <summary>How one hadronic shower divides its energy.</summary>
/// <param name="Electromagnetic">Share of neutral pions, in [0, 1).</param>
/// <param name="VisibleRatio">
/// Visible part of the rest over its mean: the factor on the non-electromagnetic signal.
/// </param>
/// <source>Physics notes 5.2.</source>
internal readonly record struct HadronicFractions(double Electromagnetic, double VisibleRatio)
{
    private const double Power = 0.82; // k of Gabriel et al., Nucl. Instrum. Meth. A 338 (1994) 336
    private const double PionScale = 1.0, BaryonScale = 2.6; // E0 in GeV, ibid.
    private const double VisibleMean = 0.48, InvisibleMean = 0.48, EscapedMean = 0.04; // 25 : 25 : 2, notes 5.2

    /// <summary>Mean electromagnetic share f_em; 0 below the threshold of multiple production.</summary>
    /// <param name="energy">Energy released [GeV].</param>
    /// <param name="isBaryon">Whether the projectile is a baryon.</param>
    public static double MeanElectromagnetic(double energy, bool isBaryon)
    {
        double ratio = energy / (isBaryon ? BaryonScale : PionScale);
        return ratio > 1 ? 1 - Math.Pow(ratio, Power - 1) : 0;
    }

    /// <summary>Draws the division: beta for the electromagnetic share, Dirichlet for the rest.</summary>
    /// <param name="energy">Energy released [GeV], positive.</param>
    /// <param name="isBaryon">Whether the projectile is a baryon.</param>
    /// <param name="rng">Stream.</param>
    public static HadronicFractions Draw(double energy, bool isBaryon, ref Rng rng)
    {
        double mean = MeanElectromagnetic(energy, isBaryon), electromagnetic = 0;
        if (mean > 1e-3)
        {
            // Tuned, with 0.2, on the pion resolution of hep-ex/0004009 between 50 and 200 GeV; the notes propose 0.15.
            double relative = 0.45 * Math.Pow(Math.Max(energy / 5, 1), -0.2);
            double sum = ((1 - mean) / (mean * relative * relative)) - 1;
            electromagnetic = Distributions.Beta(mean * sum, (1 - mean) * sum, ref rng);
        }

        // The number of independent nuclear collisions grows with the energy; 5 per GeV is tuned so that a 10 GeV
        // pion in Tile keeps below the 52 %/sqrt(E) of physics notes 5.1 together with sampling.
        double collisions = 3 + (5 * (1 - electromagnetic) * energy);
        double visible = Distributions.Gamma(VisibleMean * collisions, ref rng);
        double hidden = Distributions.Gamma((InvisibleMean + EscapedMean) * collisions, ref rng);
        return new(electromagnetic, visible / (visible + hidden) / VisibleMean);
    }
}
