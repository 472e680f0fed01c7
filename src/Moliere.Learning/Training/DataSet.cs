namespace Moliere.Learning.Training;

/// <summary>Rows to learn from or to judge on; shared, not copied.</summary>
/// <param name="Features">[N, F] row-major, finite, brought to order one.</param>
/// <param name="FeatureCount">F, at least 1.</param>
/// <param name="Targets">[N], finite.</param>
/// <param name="Weights">[N], may be negative, with a positive sum; null for all 1.</param>
public sealed record DataSet(float[] Features, int FeatureCount, float[] Targets, float[]? Weights)
{
    /// <summary>Number of rows N.</summary>
    public int RowCount => Targets.Length;

    /// <summary>Mean of the weights; 1 without weights.</summary>
    public double MeanWeight => Weights is null ? 1 : Weights.Sum(weight => (double)weight) / RowCount;

    /// <summary>Weight of one row.</summary>
    /// <param name="row">Row index.</param>
    public float Weight(int row) => Weights is null ? 1 : Weights[row];

    /// <summary>Refuses what cannot be trained on; the message names the first offending row.</summary>
    /// <param name="name">How to call this data set in a message, such as "training".</param>
    /// <exception cref="ArgumentException">
    /// Empty, lengths that disagree, a non-finite number or weights without positive sum.
    /// </exception>
    public void Check(string name)
    {
        if (RowCount == 0)
        {
            throw new ArgumentException($"The {name} data set is empty; at least one row is needed.");
        }

        RequireLength(Features.LongLength, (long)RowCount * FeatureCount, $"features of the {name} data set");
        RequireLength(Weights?.LongLength ?? RowCount, RowCount, $"weights of the {name} data set");
        RequireFinite(Features, FeatureCount, $"features of the {name} data set");
        RequireFinite(Targets, 1, $"targets of the {name} data set");
        RequireFinite(Weights ?? [], 1, $"weights of the {name} data set");
        if (!(MeanWeight > 0))
        {
            throw new ArgumentException(
                $"The weights of the {name} data set have the mean {MeanWeight}; it must be positive.");
        }
    }

    private static void RequireLength(long found, long expected, string what)
    {
        if (found != expected)
        {
            throw new ArgumentException($"The {what} hold {found} numbers; the shape asks for {expected}.");
        }
    }

    private static void RequireFinite(float[] values, int columns, string what)
    {
        int index = Array.FindIndex(values, value => !float.IsFinite(value));
        if (index >= 0)
        {
            throw new ArgumentException(
                $"The {what} hold {values[index]} in row {index / columns}, column {index % columns}; "
                + "remove such rows first.");
        }
    }
}
