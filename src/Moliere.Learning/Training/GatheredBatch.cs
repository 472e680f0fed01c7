using Moliere.Numerics.Autodiff;
using Moliere.Numerics.Kernels;

namespace Moliere.Learning.Training;

/// <summary>
/// The rows of one batch, brought together once for all members of an ensemble and cut into micro-batches. Features are
/// padded as the engine wants them.
/// </summary>
internal sealed class GatheredBatch(int columns)
{
    private readonly int _stride = Padding.Stride(columns);
    private float[] _features = [];
    private float[] _targets = [];
    private float[] _weights = [];
    private RowBatch _batch;

    /// <summary>
    /// Number of micro-batches; members supply the parallel work, so each is as large as the cache allows.
    /// </summary>
    public int MicroBatchCount => (_batch.Count + Lanes.MaximumRows - 1) / Lanes.MaximumRows;

    /// <summary>Starts a batch; every micro-batch must then be gathered.</summary>
    public void Begin(in RowBatch batch)
    {
        _batch = batch;
        if (_targets.Length < batch.Count)
        {
            _features = new float[batch.Count * _stride];
            _targets = new float[batch.Count];
            _weights = new float[batch.Count];
        }
    }

    /// <summary>Position of the first row of a micro-batch in the batch.</summary>
    public static int First(int index) => index * Lanes.MaximumRows;

    /// <summary>Rows of a micro-batch.</summary>
    public int Rows(int index) => Math.Min(Lanes.MaximumRows, _batch.Count - First(index));

    /// <summary>[rows, padded F].</summary>
    public ReadOnlySpan<float> Features(int index) => _features.AsSpan(First(index) * _stride, Rows(index) * _stride);

    /// <summary>[rows].</summary>
    public ReadOnlySpan<float> Targets(int index) => _targets.AsSpan(First(index), Rows(index));

    /// <summary>[rows], event weights times the scale of the batch.</summary>
    public ReadOnlySpan<float> Weights(int index) => _weights.AsSpan(First(index), Rows(index));

    /// <summary>Copies the rows of one micro-batch; different ones may run at once.</summary>
    public void Gather(int index)
    {
        TrainingRows data = _batch.Data;
        for (int i = First(index), end = i + Rows(index); i < end; i++)
        {
            int row = _batch.Row(i);
            data.Row(row).CopyTo(_features.AsSpan(i * _stride));
            _targets[i] = data.Target(row);
            _weights[i] = (float)(data.Weight(row) * _batch.WeightScale);
        }
    }
}
