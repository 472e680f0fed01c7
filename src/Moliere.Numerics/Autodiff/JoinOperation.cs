using Moliere.Numerics.Kernels;

namespace Moliere.Numerics.Autodiff;

/// <summary>
/// Y = (X | S): the columns of a second value behind those of the first, row by row. Gradient: each takes its columns.
/// </summary>
/// <param name="Input">X [B, F].</param>
/// <param name="Second">S [B, G].</param>
/// <param name="Output">Y [B, F + G].</param>
public sealed record JoinOperation(Value Input, Value Second, Value Output) : Operation(Input, Output)
{
    /// <inheritdoc/>
    public override int ParameterCount => 0;

    internal override int PackedCount => 0;

    internal override int GradientCount => 0;

    internal override int KeptColumns => 0;

    internal override void Pack(ReadOnlySpan<float> parameters, Span<float> packed)
    {
    }

    internal override void Unpack(ReadOnlySpan<float> gradient, Span<float> flat)
    {
    }

    internal override void Forward(Workspace workspace, ReadOnlySpan<float> packed)
    {
        Span<float> output = workspace.Values(Output);
        output.Clear();
        ColumnBlocks.Copy(workspace.Values(Input), (Input.Columns, 0), output, (Output.Columns, 0), Input.Columns);
        ColumnBlocks.Copy(
            workspace.Values(Second), (Second.Columns, 0), output, (Output.Columns, Input.Columns), Second.Columns);
    }

    internal override void Backward(
        Workspace workspace, ReadOnlySpan<float> packed, Span<float> gradient, bool accumulate)
    {
        Split(workspace, Input, 0);
        Split(workspace, Second, Input.Columns);
    }

    private void Split(Workspace workspace, Value part, int first)
    {
        if (workspace.HasGradient(part))
        {
            Span<float> own = workspace.Gradients(part);
            own.Clear();
            ColumnBlocks.Copy(
                workspace.Gradients(Output), (Output.Columns, first), own, (part.Columns, 0), part.Columns);
        }
    }
}
