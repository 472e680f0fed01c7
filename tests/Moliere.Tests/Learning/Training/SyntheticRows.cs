using Moliere.Learning.Training;
using Moliere.Numerics.Random;

namespace Moliere.Tests.Learning.Training;

/// <summary>Rows with a known conditional mean, sin(2 x0) + x1 / 2, and a spread of 0.1 + 0.1 |x1|.</summary>
internal static class SyntheticRows
{
    public static DataSet Make(int rows, ulong stream, bool weighted = false)
    {
        var rng = new Rng(23, "synthetic rows", stream);
        float[] features = new float[rows * 3], targets = new float[rows], weights = new float[rows];
        for (int i = 0; i < rows; i++)
        {
            double a = rng.NextGaussian(), b = rng.NextGaussian();
            (features[i * 3], features[(i * 3) + 1]) = ((float)a, (float)b);
            features[(i * 3) + 2] = (float)rng.NextGaussian();
            targets[i] = (float)Distributions.Gaussian(Math.Sin(2 * a) + (b / 2), 0.1 + (0.1 * Math.Abs(b)), ref rng);
            weights[i] = rng.NextDouble() < 0.1 ? -1 : 1;
        }

        return new DataSet(features, 3, targets, weighted ? weights : null);
    }
}
