using System.Globalization;
using System.Text;
using Moliere.Numerics.Random;

namespace Moliere.Learning.Trees.Sources;

/// <summary>
/// Rows that show what a model does: features lie exactly on thresholds of the trees, between two of them, or are
/// missing. They are no data.
/// </summary>
internal static class ExampleRows
{
    private const int Count = 20;
    private const ulong Seed = 1;

    /// <summary>Features and margins; numbers have the digits of the double that a float is.</summary>
    public static string Csv(BoostedTrees model, string[] names)
    {
        int features = model.Features.Count;
        string[] margins = [.. Enumerable.Range(0, model.MarginCount).Select(k => $"margin_{k}")];
        var text = new StringBuilder($"{string.Join(',', names.Concat(margins))}\n");
        float[] sums = new float[model.MarginCount];
        foreach (float[] row in Rows(model, features))
        {
            model.Evaluate(row, sums);
            text.AppendJoin(',', row.Concat(sums).Select(TreeSource.Exact)).Append('\n');
        }

        return text.ToString();
    }

    private static IEnumerable<float[]> Rows(BoostedTrees model, int features)
    {
        float[][] thresholds = [.. Enumerable.Range(0, features).Select(feature => Thresholds(model, feature))];
        for (int row = 0; row < Count; row++)
        {
            var rng = new Rng(Seed, "example rows", (ulong)row);
            float[] x = new float[features];
            for (int feature = 0; feature < features; feature++)
            {
                x[feature] = Number(thresholds[feature], ref rng);
            }

            if (row == Count - 1 && features > 0)
            {
                x[rng.NextInt(features)] = float.NaN;
            }

            yield return x;
        }
    }

    private static float[] Thresholds(BoostedTrees model, int feature) =>
    [
        .. model.Trees
            .SelectMany(tree => tree.Threshold.Where((value, node) => tree.Feature[node] == feature))
            .Where(float.IsFinite).Distinct().Order(),
    ];

    private static float Number(float[] thresholds, ref Rng rng)
    {
        if (thresholds.Length == 0)
        {
            return (float)rng.NextGaussian();
        }

        float threshold = thresholds[rng.NextInt(thresholds.Length)];
        float next = thresholds[rng.NextInt(thresholds.Length)];
        return rng.NextInt(10) switch
        {
            0 => float.NaN,
            < 4 => threshold,
            < 7 => (threshold / 2) + (next / 2),
            _ => threshold + (float)(rng.NextGaussian() * Math.Max(1e-3, Math.Abs(threshold))),
        };
    }
}
