using Moliere.Learning.Trees;
using Moliere.Numerics.Random;

namespace Moliere.Tests.Toolbox;

/// <summary>
/// Trees of random shape with thresholds on a coarse grid, and rows on the same grid: ties, both zeros, infinities and
/// missing numbers occur all the time.
/// </summary>
internal static class RandomForest
{
    private static readonly float[] s_odd =
        [0, -0.0f, float.PositiveInfinity, float.NegativeInfinity, float.Epsilon, float.MaxValue, -float.MaxValue];

    public static BoostedTrees Model(
        int trees, int features, int depth, TreeObjective objective = TreeObjective.Squared, int margins = 1,
        bool withOddThresholds = true)
    {
        var rng = new Rng(17, "trees", (ulong)((trees * 1000) + depth));
        var grown = new Tree[trees];
        for (int t = 0; t < trees; t++)
        {
            grown[t] = Grow(features, depth, withOddThresholds, ref rng);
        }

        float[] start = new float[margins];
        for (int k = 0; k < margins; k++)
        {
            start[k] = (float)rng.NextGaussian();
        }

        string[] names = [.. Enumerable.Range(0, features).Select(f => $"x{f}")];
        return new BoostedTrees { Trees = grown, Objective = objective, Start = start, Features = names };
    }

    /// <summary>Rows [rows, features], a tenth of the numbers missing.</summary>
    public static float[] Rows(int rows, int features, bool withInfinities = true)
    {
        var rng = new Rng(18, "rows", (ulong)rows);
        float[] x = new float[rows * features];
        for (int i = 0; i < x.Length; i++)
        {
            float number = Number(withInfinities, ref rng);
            x[i] = rng.NextDouble() < 0.1 ? float.NaN : float.IsFinite(number) || withInfinities ? number : 0;
        }

        return x;
    }

    private static Tree Grow(int features, int depth, bool withOdd, ref Rng rng)
    {
        List<int> feature = [], left = [], right = [];
        List<float> threshold = [];
        List<bool> missingLeft = [];
        List<int> levels = [0];
        for (int node = 0; node < levels.Count; node++)
        {
            bool isLeaf = levels[node] == depth || (levels[node] > 0 && rng.NextDouble() < 0.15);
            feature.Add(isLeaf ? -1 : (int)(rng.NextDouble() * features));
            threshold.Add(isLeaf ? 0 : Number(withOdd, ref rng));
            missingLeft.Add(!isLeaf && rng.NextDouble() < 0.5);
            left.Add(isLeaf ? -1 : levels.Count);
            right.Add(isLeaf ? -1 : levels.Count + 1);
            levels.AddRange(isLeaf ? [] : [levels[node] + 1, levels[node] + 1]);
        }

        float[] value = new float[feature.Count], cover = new float[feature.Count], gain = new float[feature.Count];
        for (int node = 0; node < value.Length; node++)
        {
            value[node] = (float)(0.1 * rng.NextGaussian());
            cover[node] = (float)(1 + (100 * rng.NextDouble()));
            gain[node] = feature[node] < 0 ? 0 : (float)(10 * rng.NextDouble());
        }

        return new Tree
        {
            Feature = [.. feature],
            Threshold = [.. threshold],
            Left = [.. left],
            Right = [.. right],
            MissingLeft = [.. missingLeft],
            Value = value,
            Gain = gain,
            Cover = cover,
        };
    }

    private static float Number(bool withOdd, ref Rng rng) => withOdd && rng.NextDouble() < 0.1
        ? s_odd[(int)(rng.NextDouble() * s_odd.Length)]
        : MathF.Round((float)rng.NextGaussian() * 4) / 4;
}
