namespace Moliere.Learning.Training;

/// <summary>
/// Rows that each bring a set of points along, in memory; shared, not copied. The order of the points of a set has no
/// effect on anything.
/// </summary>
/// <param name="Features">[N, F] row-major, finite, brought to order one.</param>
/// <param name="FeatureCount">F, at least 1.</param>
/// <param name="Offsets">[N + 1]: row i has the points [Offsets[i], Offsets[i + 1]); from 0 to M, not falling.</param>
/// <param name="SetPoints">[M, P] row-major, finite, brought to order one.</param>
/// <param name="PointFeatureCount">P, at least 1.</param>
/// <param name="Targets">[N], finite.</param>
/// <param name="Weights">[N], may be negative, with a positive sum; null for all 1.</param>
public sealed record SetRows(
    float[] Features,
    int FeatureCount,
    int[] Offsets,
    float[] SetPoints,
    int PointFeatureCount,
    float[] Targets,
    float[]? Weights) : TrainingRows
{
    /// <inheritdoc/>
    public override int RowCount => Targets.Length;

    /// <inheritdoc/>
    public override int Width => FeatureCount;

    /// <inheritdoc/>
    public override int ListCount => 1;

    /// <inheritdoc/>
    public override double MeanWeight => Plain.MeanWeight;

    /// <inheritdoc/>
    public override ReadOnlySpan<float> Row(int row) => Features.AsSpan(row * FeatureCount, FeatureCount);

    /// <inheritdoc/>
    public override int ListWidth(int list) => PointFeatureCount;

    /// <inheritdoc/>
    public override ReadOnlySpan<float> Points(int row, int list = 0) => SetPoints.AsSpan(
        Offsets[row] * PointFeatureCount, (Offsets[row + 1] - Offsets[row]) * PointFeatureCount);

    /// <inheritdoc/>
    public override float Target(int row) => Targets[row];

    /// <inheritdoc/>
    public override float Weight(int row) => Weights is null ? 1 : Weights[row];

    private DataSet Plain => new(Features, FeatureCount, Targets, Weights);

    private protected override void CheckValues(string name)
    {
        Plain.Check(name);
        if (Offsets.Length != RowCount + 1 || Offsets[0] != 0)
        {
            throw new ArgumentException(
                $"The {name} data set has {Offsets.Length} offsets for {RowCount} rows; one more than rows, from 0 on, "
                + "are needed.");
        }

        CheckOrder(name);
        CheckPoints(name);
    }

    private void CheckOrder(string name)
    {
        for (int row = 0; row < RowCount; row++)
        {
            if (Offsets[row + 1] < Offsets[row])
            {
                throw new ArgumentException(
                    $"The set of row {row} of the {name} data set ends at point {Offsets[row + 1]}, before its start "
                    + $"{Offsets[row]}.");
            }
        }
    }

    private void CheckPoints(string name)
    {
        if (SetPoints.LongLength != (long)Offsets[^1] * PointFeatureCount)
        {
            throw new ArgumentException(
                $"The points of the {name} data set hold {SetPoints.Length} numbers; [M = {Offsets[^1]}, "
                + $"{PointFeatureCount}] needs {(long)Offsets[^1] * PointFeatureCount}.");
        }

        int wrong = Array.FindIndex(SetPoints, value => !float.IsFinite(value));
        if (wrong >= 0)
        {
            int point = wrong / PointFeatureCount;
            int row = Array.FindLastIndex(Offsets, offset => offset <= point);
            throw new ArgumentException(
                $"The points of the {name} data set hold {SetPoints[wrong]} in row {row}, point "
                + $"{point - Offsets[row]}, column {wrong % PointFeatureCount}; remove such points first.");
        }
    }
}
