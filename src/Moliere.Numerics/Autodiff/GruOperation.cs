using Moliere.Numerics.Kernels;

namespace Moliere.Numerics.Autodiff;

/// <summary>
/// Gated recurrent unit whose reset follows the product with the state: with z = x W + b and s = h U + c in the order
/// (r, u, n), r = sigmoid(z_r + s_r), u = sigmoid(z_u + s_u), n = tanh(z_n + r s_n) and h' = (1 - u) n + u h.
/// </summary>
/// <param name="Input">X [M, F].</param>
/// <param name="Output">Last h [B, H], or all [M, H].</param>
/// <source>
/// Cho et al., arXiv:1406.1078, section 2.3; reset after the product and order of the gates: documentation of
/// torch.nn.GRU.
/// </source>
public sealed record GruOperation(Value Input, Value Output) : RecurrentOperation(Input, Output)
{
    /// <inheritdoc/>
    public override int Gates => 3;

    /// <inheritdoc/>
    public override int Biases => 2;

    // What states give to the gates.
    private protected override int OwnColumns => Wide;

    private protected override void Advance(Workspace workspace, ReadOnlySpan<float> packed, PackedStep step)
    {
        Span<float> gates = step.Of(GateValues(workspace), Wide), sums = step.Of(StateSums(workspace), Wide);
        Span<float> before = step.Of(Before(workspace), Stride);
        MatMul.Multiply(
            new MatrixView(before, Stride), StateWeights(packed), StateBias(packed), sums, Wide,
            (step.Rows, step.HasBefore ? Units : 0, Wide));
        GruGates.Rows(gates, sums, step.HasBefore ? before : [], step.Of(States(workspace), Stride), Stride);
    }

    private protected override void Retreat(Workspace workspace, ReadOnlySpan<float> packed, PackedStep step)
    {
        Span<float> gates = step.Of(GateValues(workspace), Wide), sums = step.Of(StateSums(workspace), Wide);
        Span<float> before = step.HasBefore ? step.Of(Before(workspace), Stride) : [], states = States(workspace);
        GruGates.RowsGradient(
            gates, sums, before, step.Of(states, Stride), step.Previous(states, Stride), Stride);
        if (step.HasBefore)
        {
            AddStateGradient(sums, packed, step.Previous(states, Stride));
        }
    }

    private protected override Span<float> StateSums(Workspace workspace) => Own(workspace, 0, Wide);
}
