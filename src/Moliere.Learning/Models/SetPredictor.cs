using Moliere.Learning.Training;
using Moliere.Numerics.Autodiff;
using Moliere.Numerics.Kernels;

namespace Moliere.Learning.Models;

/// <summary>Runs a network over lists of points forward; rows are independent of each other.</summary>
internal static class SetPredictor
{
    /// <summary>Raw outputs [N, O] of all rows; threads do not change them.</summary>
    public static float[] Outputs(Tape tape, float[] parameters, TrainingRows rows, int threads)
    {
        var packed = new PackedParameters(tape);
        packed.Refresh(parameters);
        int columns = tape.Output.Columns, size = Lanes.MicroBatchRows(tape, rows.RowCount);
        int blocks = (rows.RowCount + size - 1) / size;
        var outputs = new float[rows.RowCount * columns];
        Parallel.For(
            0,
            blocks,
            new ParallelOptions { MaxDegreeOfParallelism = threads },
            () => (Workspace: new Workspace(tape), Gather: new RowGather(tape)),
            (block, _, own) =>
            {
                int first = block * size, count = Math.Min(size, rows.RowCount - first);
                own.Gather.Fill(new RowBatch(rows, null, first, count, 1), 0, count, own.Workspace);
                Span<float> results = outputs.AsSpan(first * columns, count * columns);
                Transpose.Unpad(own.Workspace.Forward(packed), columns, results);
                return own;
            },
            _ => { });
        return outputs;
    }
}
