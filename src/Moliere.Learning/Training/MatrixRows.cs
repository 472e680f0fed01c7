namespace Moliere.Learning.Training;

/// <summary>The first rows of a <see cref="RowMatrix"/> with one of its targets.</summary>
public sealed record MatrixRows : TrainingRows
{
    private readonly RowMatrix _matrix;
    private readonly int _target;
    private readonly Lazy<double> _meanWeight;

    internal MatrixRows(RowMatrix matrix, int target, int rows)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)target, (uint)matrix.Targets, nameof(target));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rows, matrix.RowCount);
        (_matrix, _target, RowCount) = (matrix, target, rows);
        _meanWeight = new(SumOfWeights);
    }

    /// <inheritdoc/>
    public override int RowCount { get; }

    /// <inheritdoc/>
    public override int Width => _matrix.Features;

    /// <inheritdoc/>
    public override double MeanWeight => _meanWeight.Value / RowCount;

    /// <inheritdoc/>
    public override ReadOnlySpan<float> Row(int row) => _matrix[row][..Width];

    /// <inheritdoc/>
    public override float Target(int row) => _matrix[row][Width + _target];

    /// <inheritdoc/>
    public override float Weight(int row) => _matrix[row][^1];

    // The matrix takes nothing else.
    private protected override void CheckValues(string name)
    {
    }

    private double SumOfWeights()
    {
        double sum = 0;
        for (int row = 0; row < RowCount; row++)
        {
            sum += Weight(row);
        }

        return sum;
    }
}
