using Moliere.Learning.Training;
using Moliere.Numerics.Random;

namespace Moliere.Benchmarks;

/// <summary>
/// Rows of 15 features; the target is a smooth function of all of them, with a spread that depends on one of them.
/// </summary>
internal static class SyntheticRows
{
    public const int Features = 15;

    public static DataSet Make(int rows, ulong stream)
    {
        var rng = new Rng(1, "benchmark rows", stream);
        float[] features = new float[rows * Features], targets = new float[rows];
        for (int i = 0; i < rows; i++)
        {
            double sum = 0;
            for (int j = 0; j < Features; j++)
            {
                float x = (float)rng.NextGaussian();
                features[(i * Features) + j] = x;
                sum += Math.Sin(x * (j + 1) / 4.0) / Features;
            }

            targets[i] = (float)Distributions.Gaussian(sum, 0.1 + (0.05 * Math.Abs(features[i * Features])), ref rng);
        }

        return new DataSet(features, Features, targets, null);
    }
}
