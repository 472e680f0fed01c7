namespace Moliere.Numerics.Autodiff;

/// <summary>
/// The rule that makes sums reproducible: a batch is cut into micro-batches, micro-batch m belongs to lane m modulo
/// <see cref="Count"/>, a lane sums in order, and lanes are added in order. Threads only decide who computes a lane.
/// </summary>
public static class Lanes
{
    /// <summary>Number of lanes: a contract, since another number gives other rounding.</summary>
    public const int Count = 16;

    /// <summary>
    /// Most rows of a micro-batch: activations of a 64-wide network stay in a second-level cache of 256 KiB.
    /// </summary>
    public const int MaximumRows = 128;

    /// <summary>Fewest rows worth the fixed cost of a micro-batch.</summary>
    public const int MinimumRows = 32;

    /// <summary>
    /// Rows of a micro-batch with sets: the activations of 16 sets of 40 points in a 128-wide network stay in a
    /// second-level cache of 2 MiB.
    /// </summary>
    public const int SetRows = 16;

    /// <summary>Rows of a micro-batch: a batch of 512 rows or more gives several workers something to do.</summary>
    /// <param name="batchRows">Rows of the batch, at least 1.</param>
    public static int MicroBatchRows(int batchRows) =>
        Math.Clamp((batchRows + 7) / 8, MinimumRows, MaximumRows);

    /// <summary>Number of micro-batches of a batch of rows without sets.</summary>
    /// <param name="batchRows">Rows of the batch, at least 1.</param>
    public static int MicroBatchCount(int batchRows)
    {
        int rows = MicroBatchRows(batchRows);
        return (batchRows + rows - 1) / rows;
    }

    /// <summary>
    /// Rows of a micro-batch of a tape: few if each brings a set of points along; of batch normalisation such a number
    /// that the last micro-batch is nearly as large as the others, since its statistics count as much.
    /// </summary>
    /// <param name="tape">What is run.</param>
    /// <param name="batchRows">Rows of the batch, at least 1.</param>
    public static int MicroBatchRows(Tape tape, int batchRows)
    {
        int rows = tape.HasPoints ? SetRows : MicroBatchRows(batchRows);
        return tape.HasBatchNorm ? Evenly(rows, batchRows) : rows;
    }

    /// <summary>Number of micro-batches of a batch.</summary>
    /// <param name="tape">What is run.</param>
    /// <param name="batchRows">Rows of the batch, at least 1.</param>
    public static int MicroBatchCount(Tape tape, int batchRows)
    {
        int rows = MicroBatchRows(tape, batchRows);
        return (batchRows + rows - 1) / rows;
    }

    // Of the numbers above half of the most, the one whose last micro-batch lacks the fewest rows.
    private static int Evenly(int most, int batchRows)
    {
        int best = most;
        for (int rows = most; 2 * rows > most; rows--)
        {
            best = Lacking(rows) < Lacking(best) ? rows : best;
        }

        return best;

        int Lacking(int rows) => rows - 1 - ((batchRows - 1) % rows);
    }
}
