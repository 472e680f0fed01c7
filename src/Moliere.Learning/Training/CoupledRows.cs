namespace Moliere.Learning.Training;

/// <summary>
/// Rows for a loss that couples them: groups of consecutive rows stay together in every batch, and each row carries
/// numbers that the loss needs and the network does not see.
/// </summary>
/// <param name="Rows">Features, sets, targets and weights; the number of rows is a multiple of the group's.</param>
/// <param name="GroupSize">Rows of a group, at least 1: 2 for the jets of a dijet event.</param>
/// <param name="Context">[N, C] row-major, finite.</param>
/// <param name="ContextWidth">C, may be 0.</param>
public sealed record CoupledRows(TrainingRows Rows, int GroupSize, float[] Context, int ContextWidth) : TrainingRows
{
    /// <inheritdoc/>
    public override int RowCount => Rows.RowCount;

    /// <inheritdoc/>
    public override int Width => Rows.Width;

    /// <inheritdoc/>
    public override int ListCount => Rows.ListCount;

    /// <inheritdoc/>
    public override double MeanWeight => Rows.MeanWeight;

    /// <inheritdoc/>
    public override ReadOnlySpan<float> Row(int row) => Rows.Row(row);

    /// <inheritdoc/>
    public override int ListWidth(int list) => Rows.ListWidth(list);

    /// <inheritdoc/>
    public override ReadOnlySpan<float> Points(int row, int list = 0) => Rows.Points(row, list);

    /// <inheritdoc/>
    public override float Target(int row) => Rows.Target(row);

    /// <inheritdoc/>
    public override float Weight(int row) => Rows.Weight(row);

    /// <summary>What the loss knows about one row, [C].</summary>
    /// <param name="row">Row index.</param>
    public ReadOnlySpan<float> ContextOf(int row) => Context.AsSpan(row * ContextWidth, ContextWidth);

    private protected override void CheckValues(string name)
    {
        Rows.Check(name);
        if (GroupSize < 1 || RowCount % GroupSize != 0)
        {
            throw new ArgumentException(
                $"{RowCount} rows of the {name} data set do not make groups of {GroupSize}; "
                + "a group is at least one row, and none may be cut.");
        }

        if (Context.Length != (long)RowCount * ContextWidth)
        {
            throw new ArgumentException(
                $"The context of the {name} data set holds {Context.Length} numbers; "
                + $"{RowCount} rows of {ContextWidth} ask for {(long)RowCount * ContextWidth}.");
        }

        int index = Array.FindIndex(Context, value => !float.IsFinite(value));
        if (index >= 0)
        {
            throw new ArgumentException(
                $"The context of the {name} data set holds {Context[index]} in row {index / ContextWidth}, "
                + $"column {index % ContextWidth}; remove such rows first.");
        }
    }
}
