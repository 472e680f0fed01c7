namespace Moliere.Learning.Training;

/// <summary>
/// Rows that each bring several lists of points along, in memory; shared, not copied. The order of the points of a list
/// counts: recurrent layers read it from the first to the last.
/// </summary>
/// <param name="Plain">Features, targets and weights of the rows.</param>
/// <param name="Lists">One or more lists per row.</param>
public sealed record SequenceRows(DataSet Plain, IReadOnlyList<PointLists> Lists) : TrainingRows
{
    /// <inheritdoc/>
    public override int RowCount => Plain.RowCount;

    /// <inheritdoc/>
    public override int Width => Plain.Width;

    /// <inheritdoc/>
    public override int ListCount => Lists.Count;

    /// <inheritdoc/>
    public override double MeanWeight => Plain.MeanWeight;

    /// <inheritdoc/>
    public override ReadOnlySpan<float> Row(int row) => Plain.Row(row);

    /// <inheritdoc/>
    public override int ListWidth(int list) => Lists[list].Width;

    /// <inheritdoc/>
    public override ReadOnlySpan<float> Points(int row, int list = 0) => Lists[list].Of(row);

    /// <inheritdoc/>
    public override float Target(int row) => Plain.Target(row);

    /// <inheritdoc/>
    public override float Weight(int row) => Plain.Weight(row);

    private protected override void CheckValues(string name)
    {
        Plain.Check(name);
        foreach (PointLists list in Lists)
        {
            list.Check(name, RowCount);
        }
    }
}
