using Moliere.Data.Expressions;
using Moliere.Data.Features;
using Moliere.Data.Tables;
using Moliere.Learning.Trees;

namespace Moliere.Calibration.Taus;

/// <summary>Taus as trees see them: features as they are, NaN where one is missing.</summary>
internal static class TauMatrix
{
    /// <summary>The features of all rows, [N, F] row-major.</summary>
    public static float[] Of(Table taus, IReadOnlyList<Feature> features)
    {
        var matrix = new float[taus.RowCount * features.Count];
        for (int f = 0; f < features.Count; f++)
        {
            double[] values = Expression.Parse(features[f].Expression).Evaluate(taus);
            for (int row = 0; row < values.Length; row++)
            {
                float value = (float)features[f].Apply(values[row]);
                matrix[(row * features.Count) + f] = TauFeatures.IsPresent(value) ? value : float.NaN;
            }
        }

        return matrix;
    }

    /// <summary>Some rows of a matrix, one behind the other.</summary>
    public static float[] Select(float[] matrix, int width, ReadOnlySpan<int> rows)
    {
        var picked = new float[rows.Length * width];
        for (int i = 0; i < rows.Length; i++)
        {
            matrix.AsSpan(rows[i] * width, width).CopyTo(picked.AsSpan(i * width));
        }

        return picked;
    }

    /// <summary>Margins of all rows of a matrix, [N, K] row-major.</summary>
    public static float[] Margins(BoostedTrees trees, float[] matrix, int threads)
    {
        int rows = matrix.Length / trees.Features.Count;
        var margins = new float[rows * trees.MarginCount];
        using var predictor = new TreePredictor(trees, threads);
        predictor.Predict(matrix, rows, margins);
        return margins;
    }
}
