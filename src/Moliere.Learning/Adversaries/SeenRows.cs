using Moliere.Learning.Training;

namespace Moliere.Learning.Adversaries;

/// <summary>
/// Rows as the adversary sees them: main's outputs through a view, then the context. Memory is used again.
/// </summary>
internal sealed record SeenRows(OutputView View, int OutputCount, int ContextWidth) : TrainingRows
{
    private float[] _features = [];
    private float[] _targets = [];
    private float[] _weights = [];
    private int _rowCount;
    private double _scale;

    /// <inheritdoc/>
    public override int RowCount => _rowCount;

    /// <inheritdoc/>
    public override int Width => OutputCount + ContextWidth;

    /// <inheritdoc/>
    public override double MeanWeight => 1 / _scale;

    /// <inheritdoc/>
    public override ReadOnlySpan<float> Row(int row) => _features.AsSpan(row * Width, Width);

    /// <inheritdoc/>
    public override float Target(int row) => _targets[row];

    /// <inheritdoc/>
    public override float Weight(int row) => _weights[row];

    /// <summary>Takes the rows of a batch.</summary>
    /// <param name="batch">Of control rows.</param>
    /// <param name="outputs">What main says about them, [B, O].</param>
    public void Fill(in RowBatch batch, ReadOnlySpan<float> outputs)
    {
        MakeRoom(batch.Count);
        _scale = batch.WeightScale * batch.Count;
        var control = (CoupledRows)batch.Data;
        for (int i = 0; i < batch.Count; i++)
        {
            int row = batch.Row(i);
            Span<float> seen = _features.AsSpan(i * Width, Width);
            OutputViews.Apply(View, outputs.Slice(i * OutputCount, OutputCount), seen);
            control.ContextOf(row).CopyTo(seen[OutputCount..]);
            (_targets[i], _weights[i]) = (control.Target(row), control.Weight(row));
        }
    }

    /// <summary>Some of the rows, weighted to the mean over the sample they were drawn from.</summary>
    public RowBatch Part(int first, int count) => new(this, null, first, count, _scale / count);

    /// <summary>Brings derivatives by what is seen back to main's outputs.</summary>
    /// <param name="bySeen">[B, V + C].</param>
    /// <param name="factor">On all of them.</param>
    /// <param name="byOutputs">[B, O], filled.</param>
    public void Gradient(ReadOnlySpan<float> bySeen, double factor, Span<float> byOutputs)
    {
        for (int row = 0; row < RowCount; row++)
        {
            OutputViews.Gradient(
                View, Row(row)[..OutputCount], bySeen.Slice(row * Width, OutputCount), (float)factor,
                byOutputs.Slice(row * OutputCount, OutputCount));
        }
    }

    /// <summary>What main says, as the adversary sees it, [B, O], in memory of its own.</summary>
    public float[] Outputs()
    {
        var outputs = new float[RowCount * OutputCount];
        for (int row = 0; row < RowCount; row++)
        {
            Row(row)[..OutputCount].CopyTo(outputs.AsSpan(row * OutputCount));
        }

        return outputs;
    }

    /// <summary>These rows in memory of their own.</summary>
    public DataSet ToDataSet() => new(
        _features[..(RowCount * Width)], Width, _targets[..RowCount], _weights[..RowCount]);

    private protected override void CheckValues(string name)
    {
    }

    private void MakeRoom(int rows)
    {
        _rowCount = rows;
        if (_targets.Length < rows)
        {
            (_features, _targets, _weights) = (new float[rows * Width], new float[rows], new float[rows]);
        }
    }
}
