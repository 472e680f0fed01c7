using Moliere.Learning.Training;
using Moliere.Numerics.Random;

namespace Moliere.Tests.Learning.Models;

/// <summary>
/// Two lists per row: letters of 0 to 12 points (a sign and noise) and others of 0 to 5 points. The class is 1 where
/// the first letter is positive: what only the order of the points tells.
/// </summary>
internal static class SequenceToy
{
    public static SequenceRows Make(int rows, ulong stream)
    {
        var rng = new Rng(43, "sequence toy", stream);
        float[] features = new float[rows], targets = new float[rows];
        (List<float> letters, List<float> others) = ([], []);
        int[] first = new int[rows + 1], second = new int[rows + 1];
        for (int row = 0; row < rows; row++)
        {
            features[row] = (float)rng.NextGaussian();
            int count = row % 17 == 0 ? 0 : 1 + rng.NextInt(12);
            for (int i = 0; i < count; i++)
            {
                float sign = rng.NextInt(2) == 0 ? -1 : 1;
                targets[row] = i == 0 && sign > 0 ? 1 : targets[row];
                letters.AddRange([sign, (float)rng.NextGaussian()]);
            }

            int extra = rng.NextInt(6);
            for (int i = 0; i < 3 * extra; i++)
            {
                others.Add((float)rng.NextGaussian());
            }

            (first[row + 1], second[row + 1]) = (first[row] + count, second[row] + extra);
        }

        return new(
            new(features, 1, targets, null),
            [new("letters", 2, first, [.. letters]), new("others", 3, second, [.. others])]);
    }
}
