using Moliere.Learning.Training;
using Moliere.Numerics.Random;

namespace Moliere.Benchmarks;

/// <summary>
/// Rows of 10 features with 0 to 80 points of 8 features, 40 on average; the target is a sum over points, half a
/// feature and a spread of 0.1.
/// </summary>
internal static class SyntheticSets
{
    public const int Features = 10, PointFeatures = 8, MostPoints = 80;

    public static SetRows Make(int rows, ulong stream)
    {
        var rng = new Rng(1, "benchmark sets", stream);
        float[] features = new float[rows * Features], targets = new float[rows];
        int[] offsets = new int[rows + 1];
        var points = new List<float>(rows * PointFeatures * MostPoints / 2);
        for (int i = 0; i < rows; i++)
        {
            double sum = 0;
            int count = rng.NextInt(MostPoints + 1);
            for (int k = 0; k < count * PointFeatures; k++)
            {
                points.Add((float)rng.NextGaussian());
                sum += k % PointFeatures == 1 ? Math.Exp(-points[^1] * points[^1]) / 16 : 0;
            }

            offsets[i + 1] = offsets[i] + count;
            for (int j = 0; j < Features; j++)
            {
                features[(i * Features) + j] = (float)rng.NextGaussian();
            }

            targets[i] = (float)Distributions.Gaussian(sum + (0.5 * features[i * Features]), 0.1, ref rng);
        }

        return new SetRows(features, Features, offsets, [.. points], PointFeatures, targets, null);
    }
}
