using Moliere.Learning.Training;
using Moliere.Numerics.Random;

namespace Moliere.Benchmarks;

/// <summary>
/// Rows with ragged lists as those of displaced jets (clusters, tracks, segments) or of tracks alone, and classes that
/// the first points of the lists tell. The lengths are uniform from the least to the most of a list.
/// </summary>
internal static class SyntheticSequences
{
    /// <summary>Name, features and lengths of a list.</summary>
    public sealed record List(string Name, int Width, int Least, int Most);

    public static readonly List[] Displaced =
        [new("clusters", 12, 1, 30), new("tracks", 10, 0, 20), new("segments", 6, 0, 30)];

    public static readonly List[] Tracks = [new("tracks", 6, 1, 15)];

    public const int Features = 3;

    public static SequenceRows Make(List[] lists, int rows, int classes, ulong stream)
    {
        var rng = new Rng(1, "benchmark sequences", stream);
        float[] features = new float[rows * Features], targets = new float[rows];
        for (int i = 0; i < features.Length; i++)
        {
            features[i] = (float)rng.NextGaussian();
        }

        PointLists[] points = [.. lists.Select(list => Points(list, rows, ref rng))];
        for (int row = 0; row < rows; row++)
        {
            ReadOnlySpan<float> first = points[0].Of(row);
            targets[row] = Math.Clamp((int)MathF.Floor(first[0] + first[1] + 1.5f), 0, classes - 1);
        }

        return new(new(features, Features, targets, null), points);
    }

    private static PointLists Points(List list, int rows, ref Rng rng)
    {
        var offsets = new int[rows + 1];
        for (int row = 0; row < rows; row++)
        {
            offsets[row + 1] = offsets[row] + list.Least + rng.NextInt(list.Most - list.Least + 1);
        }

        var values = new float[offsets[^1] * list.Width];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = (float)rng.NextGaussian();
        }

        return new(list.Name, list.Width, offsets, values);
    }
}
