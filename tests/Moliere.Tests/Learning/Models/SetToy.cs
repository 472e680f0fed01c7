using Moliere.Learning.Training;
using Moliere.Numerics.Random;

namespace Moliere.Tests.Learning.Models;

/// <summary>
/// Sets of 0 to 30 points of two features with a target that only a sum over them knows, A = sum of exp(-x²) / 8, plus
/// noise of 0.05 and half of the one feature of the object. Points: a positive share, then x.
/// </summary>
internal static class SetToy
{
    public static SetRows Make(int rows, ulong stream, bool isShuffled = false)
    {
        var rng = new Rng(41, "set toy", stream);
        var order = new Rng(42, "set toy order", stream);
        float[] features = new float[rows], targets = new float[rows];
        int[] offsets = new int[rows + 1];
        var points = new List<float>();
        for (int row = 0; row < rows; row++)
        {
            (double Share, double X)[] set = new (double, double)[rng.NextInt(31)];
            double sum = 0;
            for (int i = 0; i < set.Length; i++)
            {
                set[i] = (rng.NextDouble(), rng.NextGaussian());
                sum += Math.Exp(-set[i].X * set[i].X) / 8;
            }

            features[row] = (float)rng.NextGaussian();
            targets[row] = (float)Distributions.Gaussian(sum + (features[row] / 2), 0.05, ref rng);
            offsets[row + 1] = offsets[row] + set.Length;
            if (isShuffled)
            {
                Shuffle(set, ref order);
            }

            foreach ((double share, double x) in set)
            {
                points.Add((float)share);
                points.Add((float)x);
            }
        }

        return new SetRows(features, 1, offsets, [.. points], 2, targets, null);
    }

    private static void Shuffle((double, double)[] set, ref Rng rng)
    {
        for (int left = set.Length; left > 1; left--)
        {
            int j = rng.NextInt(left);
            (set[j], set[left - 1]) = (set[left - 1], set[j]);
        }
    }
}
