using Moliere.Numerics.Kernels;

namespace Moliere.Numerics.Autodiff;

/// <summary>
/// Y = X * D: in training each element of D is 0 with the given probability and 1 / (1 - rate) else, so that Y has the
/// expectation X; otherwise Y = X. D is named by the noise of the workspace and the place of the operation on the tape.
/// Gradient: dX = dY * D.
/// </summary>
/// <param name="Input">X.</param>
/// <param name="Output">Y.</param>
/// <param name="Rate">Probability that an element is dropped, in [0, 1).</param>
/// <source>Srivastava et al., J. Mach. Learn. Res. 15 (2014) 1929, sections 4 and 10 (scaled while training).</source>
public sealed record DropoutOperation(Value Input, Value Output, double Rate) : Operation(Input, Output)
{
    /// <inheritdoc/>
    public override int ParameterCount => 0;

    internal override int PackedCount => 0;

    internal override int GradientCount => 0;

    internal override int KeptColumns => Padding.Stride(Output.Columns);

    internal override void Pack(ReadOnlySpan<float> parameters, Span<float> packed)
    {
    }

    internal override void Unpack(ReadOnlySpan<float> gradient, Span<float> flat)
    {
    }

    internal override void Forward(Workspace workspace, ReadOnlySpan<float> packed)
    {
        Span<float> output = workspace.Values(Output);
        workspace.Values(Input).CopyTo(output);
        if (workspace.IsTraining)
        {
            Span<float> factors = workspace.Kept(Output);
            DropoutNoise.Fill(workspace.Noise with { Layer = (uint)Output.Index }, Rate, factors);
            LocalNoise.MultiplyInPlace(output, factors, 1);
        }
    }

    internal override void Backward(
        Workspace workspace, ReadOnlySpan<float> packed, Span<float> gradient, bool accumulate)
    {
        if (workspace.HasGradient(Input))
        {
            Span<float> own = workspace.Gradients(Input);
            workspace.Gradients(Output).CopyTo(own);
            if (workspace.IsTraining)
            {
                LocalNoise.MultiplyInPlace(own, workspace.Kept(Output), 1);
            }
        }
    }
}
