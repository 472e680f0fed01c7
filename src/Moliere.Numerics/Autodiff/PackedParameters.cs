using Moliere.Numerics.Kernels;

namespace Moliere.Numerics.Autodiff;

/// <summary>
/// The parameters of a tape in the layout the kernels read: rows padded, and each weight matrix also transposed. Made
/// once per optimiser step and shared by all workers, which only read it.
/// </summary>
/// <param name="tape">The tape whose parameters these are.</param>
public sealed class PackedParameters(Tape tape)
{
    private readonly AlignedBuffer _buffer = new(tape.PackedCount);

    /// <summary>Copies the current parameters; no worker may be reading.</summary>
    /// <param name="parameters">Flat vector, as long as the tape says.</param>
    public void Refresh(ReadOnlySpan<float> parameters)
    {
        foreach (Operation operation in tape.Operations)
        {
            operation.Pack(parameters.Slice(operation.ParameterOffset, operation.ParameterCount), Of(operation));
        }
    }

    internal Span<float> Of(Operation operation) => _buffer.Slice(operation.PackedOffset, operation.PackedCount);
}
