using Moliere.Learning.Training;
using Moliere.Numerics.Random;

namespace Moliere.Learning.Adversaries;

/// <summary>
/// Batches of rows without end: each pass visits every row once, in an order of its own. What comes next is a function
/// of seed, purpose and the number of batches drawn.
/// </summary>
internal sealed class BatchStream
{
    private readonly TrainingRows _rows;
    private readonly int _batchSize;
    private readonly ulong _seed;
    private readonly int[] _order;
    private readonly double _weightScale;
    private long _pass = -1;

    public BatchStream(TrainingRows rows, int batchSize, ulong seed, string purpose)
    {
        var rng = new Rng(seed, purpose);
        (_rows, _batchSize, _seed) = (rows, batchSize, ((ulong)rng.NextUInt() << 32) | rng.NextUInt());
        (_order, _weightScale) = (new int[rows.RowCount], 1 / rows.MeanWeight);
    }

    /// <summary>Batches of a pass; the last may be smaller.</summary>
    public int PerPass => (_rows.RowCount + _batchSize - 1) / _batchSize;

    /// <summary>Batches drawn so far; writable for whoever goes on with a written state.</summary>
    public long Drawn { get; set; }

    /// <summary>The next batches up to a number, but none of another pass: their rows lie behind each other.</summary>
    /// <returns>At least one batch; weights are scaled for the mean over one batch of usual size.</returns>
    public RowBatch Next(int atMost)
    {
        (long pass, long at) = Math.DivRem(Drawn, PerPass);
        if (pass != _pass)
        {
            Shuffle.Fill(_order, _seed, checked((int)pass));
            _pass = pass;
        }

        int batches = (int)Math.Min(atMost, PerPass - at), first = (int)at * _batchSize;
        int count = Math.Min(_order.Length - first, batches * _batchSize);
        Drawn += batches;
        return new RowBatch(_rows, _order, first, count, _weightScale / count);
    }
}
