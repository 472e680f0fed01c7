using Moliere.Numerics.Kernels;

namespace Moliere.Numerics.Autodiff;

/// <summary>
/// Long short-term memory: with z = x W + h U + b in the order (i, f, g, o),
/// c' = sigmoid(f) c + sigmoid(i) tanh(g) and h' = sigmoid(o) tanh(c').
/// </summary>
/// <param name="Input">X [M, F].</param>
/// <param name="Output">Last h [B, H], or all [M, H].</param>
/// <source>
/// Hochreiter and Schmidhuber, Neural Computation 9 (1997) 1735; forget gate: Gers, Schmidhuber and Cummins, Neural
/// Computation 12 (2000) 2451. Order of the gates: documentation of torch.nn.LSTM.
/// </source>
public sealed record LstmOperation(Value Input, Value Output) : RecurrentOperation(Input, Output)
{
    /// <inheritdoc/>
    public override int Gates => 4;

    /// <inheritdoc/>
    public override int Biases => 1;

    // The memories c, tanh(c), and the gradient by c.
    private protected override int OwnColumns => 3 * Stride;

    private protected override void Advance(Workspace workspace, ReadOnlySpan<float> packed, PackedStep step)
    {
        Span<float> gates = step.Of(GateValues(workspace), Wide), memories = Own(workspace, 0, Stride);
        if (step.HasBefore)
        {
            var before = new MatrixView(step.Of(Before(workspace), Stride), Stride);
            MatMul.Multiply(
                before, StateWeights(packed), new MatrixView(gates, Wide), gates, Wide, (step.Rows, Units, Wide));
        }

        LstmGates.Rows(
            gates, step.Previous(memories, Stride), step.Of(memories, Stride),
            step.Of(Own(workspace, Stride, Stride), Stride), step.Of(States(workspace), Stride), Stride);
    }

    private protected override void Retreat(Workspace workspace, ReadOnlySpan<float> packed, PackedStep step)
    {
        Span<float> gates = step.Of(GateValues(workspace), Wide), states = States(workspace);
        Span<float> memories = Own(workspace, 0, Stride), memoryGradients = Own(workspace, 2 * Stride, Stride);

        // What a later step has not written belongs to lists that end here: nothing flows back into their memory.
        step.Of(memoryGradients, Stride)[(step.Left * Stride)..].Clear();
        LstmGates.RowsGradient(
            gates, step.Previous(memories, Stride), step.Of(Own(workspace, Stride, Stride), Stride),
            step.Of(states, Stride), step.Of(memoryGradients, Stride), step.Previous(memoryGradients, Stride), Stride);
        if (step.HasBefore)
        {
            AddStateGradient(gates, packed, step.Previous(states, Stride));
        }
    }

    private protected override Span<float> StateSums(Workspace workspace) => GateValues(workspace);
}
