using Moliere.Learning.Training;

namespace Moliere.Learning.Losses;

/// <summary>
/// What the network says about all rows of a batch at once. Positions count from 0 in the order of the batch; rows of
/// one group lie behind each other in the order of the data set.
/// </summary>
public readonly ref struct CoupledBatch
{
    private readonly CoupledRows _data;
    private readonly ReadOnlySpan<int> _order;
    private readonly ReadOnlySpan<float> _outputs;
    private readonly int _outputCount;

    /// <summary>Views outputs as those of some rows.</summary>
    /// <param name="data">Where the rows are.</param>
    /// <param name="order">Row number at each position [B]; empty for all rows of the data set in its order.</param>
    /// <param name="outputs">[B, O], row-major without padding.</param>
    /// <param name="outputCount">O.</param>
    public CoupledBatch(CoupledRows data, ReadOnlySpan<int> order, ReadOnlySpan<float> outputs, int outputCount)
    {
        _data = data;
        _order = order;
        _outputs = outputs;
        _outputCount = outputCount;
    }

    /// <summary>Rows B of the batch.</summary>
    public int Count => _outputs.Length / _outputCount;

    /// <summary>Number in the data set of the row at a position.</summary>
    /// <param name="position">In [0, B).</param>
    public int Row(int position) => _order.IsEmpty ? position : _order[position];

    /// <summary>The O outputs of the row at a position.</summary>
    /// <param name="position">In [0, B).</param>
    public ReadOnlySpan<float> Output(int position) => _outputs.Slice(position * _outputCount, _outputCount);

    /// <summary>What the loss knows about the row at a position and the network does not, [C].</summary>
    /// <param name="position">In [0, B).</param>
    public ReadOnlySpan<float> Context(int position) => _data.ContextOf(Row(position));

    /// <summary>Target of the row at a position.</summary>
    /// <param name="position">In [0, B).</param>
    public float Target(int position) => _data.Target(Row(position));

    /// <summary>Weight of the row at a position.</summary>
    /// <param name="position">In [0, B).</param>
    public float Weight(int position) => _data.Weight(Row(position));
}
