using Moliere.Numerics.Kernels;
using Moliere.Numerics.Random;

namespace Moliere.Numerics.Autodiff;

/// <summary>
/// The memory in which one worker runs a tape over one micro-batch: values, gradients and what operations keep between
/// the two passes. All matrices are row-major with rows padded to <see cref="Padding.Width"/>.
/// </summary>
/// <param name="tape">The tape to run.</param>
public sealed class Workspace(Tape tape)
{
    private readonly Arena _arena = new();
    private readonly int[] _values = new int[tape.Operations.Count + 1];
    private readonly int[] _gradients = new int[tape.Operations.Count + 1];
    private readonly int[] _kept = new int[tape.Operations.Count + 1];
    private readonly int[] _scratch = new int[tape.Operations.Count + 1];

    /// <summary>Rows of the current micro-batch.</summary>
    public int Rows { get; private set; }

    /// <summary>The noise that stochastic layers add in the next forward pass; each layer draws its own.</summary>
    public NoiseStream Noise { get; set; }

    /// <summary>Starts a micro-batch: everything computed before is forgotten.</summary>
    /// <param name="rows">At least 1.</param>
    /// <returns>The input [rows, padded F], to be filled by the caller, padding included.</returns>
    public Span<float> Begin(int rows)
    {
        Rows = rows;
        _arena.Reset((rows * FloatsPerRow()) + ScratchFloats());
        _values[0] = _arena.Allocate(rows * Padding.Stride(tape.Input.Columns));
        foreach (Operation operation in tape.Operations)
        {
            int index = operation.Output.Index, floats = rows * Padding.Stride(operation.Output.Columns);
            _values[index] = _arena.Allocate(floats);
            _kept[index] = _arena.Allocate(rows * operation.KeptColumns);
            _gradients[index] = _arena.Allocate(floats);
            _scratch[index] = _arena.Allocate(operation.ScratchCount);
        }

        return Values(tape.Input);
    }

    /// <summary>Runs the tape.</summary>
    /// <param name="parameters">Packed parameters of the same tape.</param>
    /// <returns>The output [rows, padded columns].</returns>
    public ReadOnlySpan<float> Forward(PackedParameters parameters)
    {
        foreach (Operation operation in tape.Operations)
        {
            operation.Forward(this, parameters.Of(operation));
        }

        return Values(tape.Output);
    }

    /// <summary>The output of the last run [rows, padded columns].</summary>
    public ReadOnlySpan<float> Output => Values(tape.Output);

    /// <summary>
    /// Gradient of the loss with respect to the output [rows, padded columns], cleared for the caller to fill.
    /// </summary>
    public Span<float> BeginGradient()
    {
        Span<float> gradient = Gradients(tape.Output);
        gradient.Clear();
        return gradient;
    }

    /// <summary>Runs the tape in reverse from the gradient that the caller has filled in.</summary>
    /// <param name="parameters">Packed parameters, the same as in the forward pass.</param>
    /// <param name="sums">Receives the gradient with respect to the parameters.</param>
    /// <param name="lane">Which of the sums.</param>
    /// <param name="accumulate">False for the first micro-batch of a lane, which overwrites.</param>
    public void Backward(PackedParameters parameters, LaneGradients sums, int lane, bool accumulate)
    {
        for (int i = tape.Operations.Count - 1; i >= 0; i--)
        {
            Operation operation = tape.Operations[i];
            operation.Backward(this, parameters.Of(operation), sums.Of(lane, operation), accumulate);
        }
    }

    internal Span<float> Values(Value value) => Slice(_values[value.Index], value);

    internal Span<float> Gradients(Value value) => Slice(_gradients[value.Index], value);

    internal Span<float> Kept(Value value) => Slice(_kept[value.Index], value);

    /// <summary>Part of what an operation keeps: columns [skip, skip + count) of its kept columns.</summary>
    internal Span<float> Kept(Value value, int skip, int count) =>
        _arena.Slice(_kept[value.Index] + (Rows * skip), Rows * count);

    internal Span<float> Scratch(Value value, int count) => _arena.Slice(_scratch[value.Index], count);

    private Span<float> Slice(int offset, Value value) => _arena.Slice(offset, Rows * Padding.Stride(value.Columns));

    private int FloatsPerRow()
    {
        int floats = Padding.Stride(tape.Input.Columns);
        foreach (Operation operation in tape.Operations)
        {
            floats += (2 * Padding.Stride(operation.Output.Columns)) + operation.KeptColumns;
        }

        return floats;
    }

    private int ScratchFloats()
    {
        int floats = 0;
        for (int i = 0; i < tape.Operations.Count; i++)
        {
            floats += tape.Operations[i].ScratchCount;
        }

        return floats;
    }
}
