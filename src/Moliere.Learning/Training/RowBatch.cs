namespace Moliere.Learning.Training;

/// <summary>Some rows of a data set, in a given order.</summary>
/// <param name="Data">Where the rows are.</param>
/// <param name="Order">Row numbers; null for the order of the data set.</param>
/// <param name="First">Position of the first row in the order.</param>
/// <param name="Count">Number of rows, at least 1.</param>
/// <param name="WeightScale">Factor on the event weights.</param>
internal readonly record struct RowBatch(
    TrainingRows Data, int[]? Order, int First, int Count, double WeightScale)
{
    /// <summary>Row number at a position of the batch.</summary>
    public int Row(int position) => Order is null ? First + position : Order[First + position];
}
