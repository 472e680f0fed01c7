using Moliere.Numerics.Autodiff;
using Moliere.Numerics.Kernels;

namespace Moliere.Learning.Training;

/// <summary>
/// Brings the features and the points of some rows into a workspace. The points of a set are brought into
/// <see cref="CanonicalOrder"/>, so that nothing that is computed from them depends on how they came.
/// </summary>
internal sealed class RowGather(Tape tape)
{
    private readonly CanonicalOrder _order = new(tape.PointWidth);
    private readonly int[] _offsets = new int[Lanes.MaximumRows + 1];

    /// <summary>Starts the workspace with rows [first, first + rows) of a batch.</summary>
    public void Fill(in RowBatch batch, int first, int rows, Workspace workspace)
    {
        int stride = Padding.Stride(tape.Input.Columns);
        Span<float> input = Begin(batch, first, rows, workspace);
        input.Clear();
        for (int i = 0; i < rows; i++)
        {
            batch.Data.Row(batch.Row(first + i)).CopyTo(input[(i * stride)..]);
        }

        if (tape.HasPoints)
        {
            FillPoints(batch, first, rows, workspace);
        }
    }

    private Span<float> Begin(in RowBatch batch, int first, int rows, Workspace workspace)
    {
        if (!tape.HasPoints)
        {
            return workspace.Begin(rows);
        }

        for (int i = 0; i < rows; i++)
        {
            int points = batch.Data.Points(batch.Row(first + i)).Length / tape.PointWidth;
            _offsets[i + 1] = _offsets[i] + points;
        }

        return workspace.Begin(_offsets.AsSpan(0, rows + 1));
    }

    private void FillPoints(in RowBatch batch, int first, int rows, Workspace workspace)
    {
        int stride = Padding.Stride(tape.Points.Columns), width = tape.PointWidth;
        Span<float> points = workspace.Points, weights = workspace.PointWeights;
        points.Clear();
        for (int i = 0; i < rows; i++)
        {
            ReadOnlySpan<float> set = batch.Data.Points(batch.Row(first + i));
            ReadOnlySpan<int> order = _order.Of(set);
            for (int k = 0, to = _offsets[i]; k < order.Length; k++, to++)
            {
                weights[to] = Split(set.Slice(order[k] * width, width), points[(to * stride)..]);
            }
        }
    }

    // The features of a point without its weight, and the weight.
    private float Split(ReadOnlySpan<float> point, Span<float> features)
    {
        if (tape.WeightColumn is not int column)
        {
            point.CopyTo(features);
            return 1;
        }

        point[..column].CopyTo(features);
        point[(column + 1)..].CopyTo(features[column..]);
        return point[column];
    }
}
