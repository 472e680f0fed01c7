namespace Moliere.Learning.Training;

/// <summary>
/// Rows to learn from or to judge on, wherever they lie: <see cref="DataSet"/> in arrays, <see cref="MatrixRows"/> on
/// the disk. Equal rows in equal order train to the same bits from either.
/// </summary>
public abstract record TrainingRows
{
    private protected TrainingRows()
    {
    }

    /// <summary>Number of rows N.</summary>
    public abstract int RowCount { get; }

    /// <summary>Number of features F, at least 1.</summary>
    public abstract int Width { get; }

    /// <summary>Lists of points that each row brings along; 0 where rows are features alone.</summary>
    public virtual int ListCount => 0;

    /// <summary>Mean of the weights; 1 without weights.</summary>
    public abstract double MeanWeight { get; }

    /// <summary>The features of one row, [F].</summary>
    /// <param name="row">Row index.</param>
    public abstract ReadOnlySpan<float> Row(int row);

    /// <summary>Features P of each point of one list.</summary>
    /// <param name="list">In [0, <see cref="ListCount"/>).</param>
    public virtual int ListWidth(int list) =>
        throw new ArgumentOutOfRangeException(nameof(list), list, "These rows have no lists.");

    /// <summary>The points of one list of one row, [n, P] row-major with n from 0.</summary>
    /// <param name="row">Row index.</param>
    /// <param name="list">In [0, <see cref="ListCount"/>).</param>
    public virtual ReadOnlySpan<float> Points(int row, int list = 0) => [];

    /// <summary>Target of one row.</summary>
    /// <param name="row">Row index.</param>
    public abstract float Target(int row);

    /// <summary>Weight of one row; may be negative.</summary>
    /// <param name="row">Row index.</param>
    public abstract float Weight(int row);

    /// <summary>Refuses what cannot be trained on; the message names the first offending row.</summary>
    /// <param name="name">How to call these rows in a message, such as "training".</param>
    /// <exception cref="ArgumentException">
    /// Empty, lengths that disagree, a non-finite number or weights without positive sum.
    /// </exception>
    public void Check(string name)
    {
        if (RowCount == 0)
        {
            throw new ArgumentException($"The {name} data set is empty; at least one row is needed.");
        }

        CheckValues(name);
        if (!(MeanWeight > 0))
        {
            throw new ArgumentException(
                $"The weights of the {name} data set have the mean {MeanWeight}; it must be positive.");
        }
    }

    private protected abstract void CheckValues(string name);
}
