using Moliere.Numerics.Random;
using Moliere.Validation.Metrics.Dijets;

namespace Moliere.Tests.Validation.Metrics.Dijets;

/// <summary>Dijets of known truth asymmetry and resolution, in closed form.</summary>
internal static class ToyDijets
{
    /// <summary>A variate of the shape: normal in the core, exponential of either sign in the tails.</summary>
    public static double Draw(AsymmetryShape shape, ref Rng rng)
    {
        if (rng.NextDouble() < shape.Share)
        {
            return shape.Width * rng.NextGaussian();
        }

        double magnitude = Distributions.Exponential(shape.Tail, ref rng);
        return rng.NextDouble() < 0.5 ? magnitude : -magnitude;
    }

    /// <summary>Dijets of a flat spectrum in the logarithm between two momenta.</summary>
    public static (BalancePair Truth, BalancePair Reconstructed) Make(
        int count, AsymmetryShape shape, double resolution, (double Low, double High) range, ulong seed = 1)
    {
        var rng = new Rng(seed, "toy dijets");
        float[][] jets = [.. Enumerable.Range(0, 4).Select(_ => new float[count])];
        for (int i = 0; i < count; i++)
        {
            double average = range.Low * Math.Pow(range.High / range.Low, rng.NextDouble());
            double half = 0.5 * Draw(shape, ref rng) * average;
            jets[0][i] = (float)(average + half);
            jets[1][i] = (float)(average - half);
            jets[2][i] = (float)(jets[0][i] * (1 + (resolution * rng.NextGaussian())));
            jets[3][i] = (float)(jets[1][i] * (1 + (resolution * rng.NextGaussian())));
        }

        return (new(jets[0], jets[1]), new(jets[2], jets[3]));
    }

    public static float[] Asymmetries(BalancePair pair) =>
        [.. Enumerable.Range(0, pair.Reference.Length).Select(pair.Asymmetry)];
}
