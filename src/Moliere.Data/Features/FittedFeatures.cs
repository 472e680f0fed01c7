using Moliere.Data.Expressions;
using Moliere.Data.Tables;

namespace Moliere.Data.Features;

/// <summary>A feature and the two numbers that standardise it.</summary>
public sealed record FittedFeature
{
    /// <summary>Expression and transform.</summary>
    public required Feature Feature { get; init; }

    /// <summary>Mean of the transformed values over the training sample.</summary>
    public required double Mean { get; init; }

    /// <summary>Their standard deviation, positive; 1 for a constant feature.</summary>
    public required double Sigma { get; init; }
}

/// <summary>
/// The inputs of a model, fitted: turns a table into a matrix. Stored with the model; plain enough for
/// System.Text.Json.
/// </summary>
public sealed record FittedFeatures
{
    /// <summary>The features in the order of the matrix columns.</summary>
    public required IReadOnlyList<FittedFeature> Features { get; init; }

    /// <summary>
    /// The matrix of standardised features, row-major [N, F]. No row is dropped: where a feature is not finite, its
    /// value is 0 (the training mean) and the row is flagged.
    /// </summary>
    /// <param name="table">Has the columns of all expressions.</param>
    /// <param name="finite">False for each row in which any feature is not finite, [N].</param>
    /// <exception cref="MissingColumnException">A column is missing.</exception>
    /// <exception cref="ExpressionException">A stored expression is wrong.</exception>
    /// <exception cref="ArgumentException">
    /// The matrix would have more than 2³¹ elements; apply to parts of the table.
    /// </exception>
    public float[] Apply(Table table, out bool[] finite)
    {
        float[] matrix = ApplyWithGaps(table, out bool[] isGap);
        finite = new bool[table.RowCount];
        for (int row = 0; row < finite.Length; row++)
        {
            finite[row] = !isGap.AsSpan(row * Features.Count, Features.Count).Contains(true);
        }

        return matrix;
    }

    /// <summary>The same matrix, telling of each single value whether it had to be replaced by the mean.</summary>
    /// <param name="table">Has the columns of all expressions.</param>
    /// <param name="isGap">True where a feature is not finite, row-major [N, F].</param>
    /// <exception cref="MissingColumnException">A column is missing.</exception>
    /// <exception cref="ExpressionException">A stored expression is wrong.</exception>
    /// <exception cref="ArgumentException">
    /// The matrix would have more than 2³¹ elements; apply to parts of the table.
    /// </exception>
    public float[] ApplyWithGaps(Table table, out bool[] isGap)
    {
        if ((long)table.RowCount * Features.Count > Array.MaxLength)
        {
            throw new ArgumentException(
                $"A matrix of {table.RowCount} rows x {Features.Count} features is too large; apply to parts.");
        }

        var matrix = new float[table.RowCount * Features.Count];
        isGap = new bool[matrix.Length];
        for (int f = 0; f < Features.Count; f++)
        {
            double[] values = FeatureSet.NumberOf(Features[f].Feature.Expression).Evaluate(table);
            FillColumn(matrix, f, values, isGap);
        }

        return matrix;
    }

    private void FillColumn(float[] matrix, int f, double[] values, bool[] isGap)
    {
        FittedFeature fitted = Features[f];
        for (int row = 0, at = f; row < values.Length; row++, at += Features.Count)
        {
            float standard = (float)((fitted.Feature.Apply(values[row]) - fitted.Mean) / fitted.Sigma);
            isGap[at] = !float.IsFinite(standard);
            matrix[at] = isGap[at] ? 0 : standard;
        }
    }
}
