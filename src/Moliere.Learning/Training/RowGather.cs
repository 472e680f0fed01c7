using Moliere.Numerics.Autodiff;
using Moliere.Numerics.Kernels;

namespace Moliere.Learning.Training;

/// <summary>
/// Brings the features and the points of some rows into a workspace. The points of a sequence stay in their order;
/// those of a set are brought into <see cref="CanonicalOrder"/>, so that nothing that is computed from them depends on
/// how they came.
/// </summary>
internal sealed class RowGather(Tape tape)
{
    private readonly CanonicalOrder?[] _orders =
        [.. tape.Lists.Select(list => list.IsSequence ? null : new CanonicalOrder(list.Width))];

    private readonly int[] _offsets = new int[(Lanes.MaximumRows + 1) * tape.Lists.Count];

    /// <summary>Starts the workspace with rows [first, first + rows) of a batch.</summary>
    public void Fill(in RowBatch batch, int first, int rows, Workspace workspace)
    {
        int stride = Padding.Stride(tape.Input.Columns);
        Span<float> input = workspace.Begin(rows, Count(batch, first, rows));
        input.Clear();
        for (int i = 0; i < rows; i++)
        {
            batch.Data.Row(batch.Row(first + i)).CopyTo(input[(i * stride)..]);
        }

        for (int list = 0; list < tape.Lists.Count; list++)
        {
            FillPoints(batch, first, rows, list, workspace);
        }
    }

    private ReadOnlySpan<int> Count(in RowBatch batch, int first, int rows)
    {
        for (int list = 0; list < tape.Lists.Count; list++)
        {
            Span<int> offsets = Offsets(list, rows);
            for (int i = 0; i < rows; i++)
            {
                int points = batch.Data.Points(batch.Row(first + i), list).Length / tape.Lists[list].Width;
                offsets[i + 1] = offsets[i] + points;
            }
        }

        return _offsets.AsSpan(0, (rows + 1) * tape.Lists.Count);
    }

    // A list whose place another one had in a smaller batch starts from 0 again.
    private Span<int> Offsets(int list, int rows)
    {
        Span<int> offsets = _offsets.AsSpan(list * (rows + 1), rows + 1);
        offsets[0] = 0;
        return offsets;
    }

    private void FillPoints(in RowBatch batch, int first, int rows, int list, Workspace workspace)
    {
        Span<float> points = workspace.Points(list), weights = workspace.PointWeights(list);
        int stride = Padding.Stride(tape.Lists[list].Points.Columns), width = tape.Lists[list].Width, to = 0;
        points.Clear();
        for (int i = 0; i < rows; i++)
        {
            ReadOnlySpan<float> own = batch.Data.Points(batch.Row(first + i), list);
            ReadOnlySpan<int> order = _orders[list] is null ? [] : _orders[list]!.Of(own);
            for (int k = 0; k < own.Length / width; k++, to++)
            {
                int from = order.IsEmpty ? k : order[k];
                weights[to] = Split(own.Slice(from * width, width), tape.Lists[list], points[(to * stride)..]);
            }
        }
    }

    // The features of a point without its weight, and the weight.
    private static float Split(ReadOnlySpan<float> point, PointList list, Span<float> features)
    {
        if (list.WeightColumn is not int column)
        {
            point.CopyTo(features);
            return 1;
        }

        point[..column].CopyTo(features);
        point[(column + 1)..].CopyTo(features[column..]);
        return point[column];
    }
}
