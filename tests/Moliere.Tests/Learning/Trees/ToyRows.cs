using Moliere.Learning.Trees;
using Moliere.Numerics.Random;

namespace Moliere.Tests.Learning.Trees;

/// <summary>Rows of a known function of five features: one may be missing, one has few values, one is constant.</summary>
internal static class ToyRows
{
    public static readonly string[] Names = ["a", "b", "c", "few", "constant"];

    /// <summary>Draws rows.</summary>
    public static TreeRows Draw(int rows, ulong seed = 1, double missing = 0, bool isWeighted = false)
    {
        float[] features = new float[rows * Names.Length], targets = new float[rows], weights = new float[rows];
        for (int row = 0; row < rows; row++)
        {
            var rng = new Rng(seed, "toy rows", (ulong)row);
            Span<float> x = features.AsSpan(row * Names.Length, Names.Length);
            (x[0], x[1], x[2]) = ((float)rng.NextGaussian(), (float)rng.NextGaussian(), (float)rng.NextDouble());
            (x[3], x[4]) = (rng.NextInt(5), 3);
            targets[row] = (float)(Truth(x) + (0.3 * rng.NextGaussian()));
            weights[row] = (float)(0.5 + rng.NextDouble());
            if (rng.NextDouble() < missing)
            {
                targets[row] += 2;
                x[0] = float.NaN;
            }
        }

        return new(features, Names, targets, isWeighted ? weights : null);
    }

    /// <summary>The same rows with labels: whether the target is above a limit.</summary>
    public static TreeRows Labelled(TreeRows rows, params float[] limits) =>
        rows with { Targets = [.. rows.Targets.Select(target => (float)limits.Count(limit => target > limit))] };

    /// <summary>Mean of the targets.</summary>
    public static double Truth(ReadOnlySpan<float> x) =>
        Math.Sin(2 * x[0]) + (x[1] * x[2]) + (x[3] == 2 ? 1 : 0);
}
