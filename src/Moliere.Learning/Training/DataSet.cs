namespace Moliere.Learning.Training;

/// <summary>Rows to learn from or to judge on, in memory; shared, not copied.</summary>
/// <param name="Features">[N, F] row-major, finite, brought to order one.</param>
/// <param name="FeatureCount">F, at least 1.</param>
/// <param name="Targets">[N], finite.</param>
/// <param name="Weights">[N], may be negative, with a positive sum; null for all 1.</param>
public sealed record DataSet(float[] Features, int FeatureCount, float[] Targets, float[]? Weights) : TrainingRows
{
    /// <inheritdoc/>
    public override int RowCount => Targets.Length;

    /// <inheritdoc/>
    public override int Width => FeatureCount;

    /// <inheritdoc/>
    public override double MeanWeight => Weights is null ? 1 : Weights.Sum(weight => (double)weight) / RowCount;

    /// <inheritdoc/>
    public override ReadOnlySpan<float> Row(int row) => Features.AsSpan(row * FeatureCount, FeatureCount);

    /// <inheritdoc/>
    public override float Target(int row) => Targets[row];

    /// <inheritdoc/>
    public override float Weight(int row) => Weights is null ? 1 : Weights[row];

    private protected override void CheckValues(string name)
    {
        RequireLength(Features.LongLength, (long)RowCount * FeatureCount, $"features of the {name} data set");
        RequireLength(Weights?.LongLength ?? RowCount, RowCount, $"weights of the {name} data set");
        RequireFinite(Features, FeatureCount, $"features of the {name} data set");
        RequireFinite(Targets, 1, $"targets of the {name} data set");
        RequireFinite(Weights ?? [], 1, $"weights of the {name} data set");
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
