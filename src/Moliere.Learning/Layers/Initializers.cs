using Moliere.Numerics.Random;

namespace Moliere.Learning.Layers;

/// <summary>Random starting weights that keep the size of signals from layer to layer.</summary>
public static class Initializers
{
    /// <summary>
    /// Normal with standard deviation sqrt(2 / fan-in), for activations that drop half of their input.
    /// </summary>
    /// <param name="weights">Filled.</param>
    /// <param name="fanIn">Inputs of a unit, at least 1.</param>
    /// <param name="rng">Stream.</param>
    /// <source>He et al., arXiv:1502.01852, equation 10.</source>
    public static void HeNormal(Span<float> weights, int fanIn, ref Rng rng)
    {
        double sigma = Math.Sqrt(2.0 / fanIn);
        foreach (ref float weight in weights)
        {
            weight = (float)Distributions.Gaussian(0, sigma, ref rng);
        }
    }

    /// <summary>Normal with standard deviation 1 / sqrt(fan-in): units of unit variance give sums of it.</summary>
    /// <param name="weights">Filled.</param>
    /// <param name="fanIn">Inputs of a unit, at least 1.</param>
    /// <param name="rng">Stream.</param>
    /// <source>LeCun et al., "Efficient BackProp" (1998), equation 16.</source>
    public static void LeCunNormal(Span<float> weights, int fanIn, ref Rng rng)
    {
        double sigma = 1 / Math.Sqrt(fanIn);
        foreach (ref float weight in weights)
        {
            weight = (float)Distributions.Gaussian(0, sigma, ref rng);
        }
    }

    /// <summary>Uniform in ± sqrt(6 / (fan-in + fan-out)), for activations that are linear around 0.</summary>
    /// <param name="weights">Filled.</param>
    /// <param name="fanIn">Inputs of a unit, at least 1.</param>
    /// <param name="fanOut">Units of the layer, at least 1.</param>
    /// <param name="rng">Stream.</param>
    /// <source>Glorot and Bengio, AISTATS 9 (2010) 249, equation 16.</source>
    public static void GlorotUniform(Span<float> weights, int fanIn, int fanOut, ref Rng rng)
    {
        double limit = Math.Sqrt(6.0 / (fanIn + fanOut));
        foreach (ref float weight in weights)
        {
            weight = (float)Distributions.Uniform(-limit, limit, ref rng);
        }
    }
}
