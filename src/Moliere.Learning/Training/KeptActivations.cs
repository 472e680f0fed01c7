using Moliere.Numerics.Autodiff;
using Moliere.Numerics.Kernels;

namespace Moliere.Learning.Training;

/// <summary>
/// Activations of all members for all micro-batches of a batch, kept from the pass that takes predictions to the pass
/// that takes gradients. Where they would take too much memory nothing is kept, and the second pass computes them
/// again, to the same bits.
/// </summary>
internal sealed class KeptActivations(Tape tape, int members, long mostFloats)
{
    /// <summary>256 MiB of floats: 16 members of the default shape with batches of up to 7000 rows.</summary>
    public const long MostFloats = 1L << 26;

    private Workspace[] _workspaces = [];
    private int _microBatches;

    /// <summary>Whether the activations of the present batch are kept.</summary>
    public bool IsKeeping { get; private set; }

    /// <summary>Makes room for a batch, or decides not to.</summary>
    public void Begin(int microBatches)
    {
        _microBatches = microBatches;
        int runs = members * microBatches;
        IsKeeping = (long)runs * Lanes.MaximumRows * FloatsPerRow(tape) <= mostFloats;
        if (IsKeeping && _workspaces.Length < runs)
        {
            _workspaces = [.. _workspaces, .. Enumerable.Range(_workspaces.Length, runs - _workspaces.Length)
                .Select(_ => new Workspace(tape))];
        }
    }

    /// <summary>Memory of one member for one micro-batch; null where nothing is kept.</summary>
    public Workspace? Of(int member, int microBatch) =>
        IsKeeping ? _workspaces[(member * _microBatches) + microBatch] : null;

    /// <summary>
    /// Values and gradients of one row; what some activations need besides is left out of the estimate.
    /// </summary>
    public static long FloatsPerRow(Tape tape) => Padding.Stride(tape.Input.Columns)
        + tape.Operations.Sum(operation => 2L * Padding.Stride(operation.Output.Columns));
}
