using Moliere.Numerics.Kernels;

namespace Moliere.Numerics.Autodiff;

/// <summary>
/// Y = c sum over the points of a set of X, or c sum of z X with the weight z of each point: [M, H] to [B, H]. A set
/// without points gives zeros. Gradient: dX = c dY, or c z dY, of the set that the point is in.
/// </summary>
/// <param name="Input">X.</param>
/// <param name="Output">Y.</param>
/// <param name="Scale">c, positive.</param>
/// <param name="IsWeighted">Whether the weights of the points count.</param>
/// <source>
/// Zaheer et al., arXiv:1703.06114, theorem 2; with weights Komiske, Metodiev and Thaler, arXiv:1810.05165, equation 2.
/// </source>
public sealed record SetSumOperation(Value Input, Value Output, float Scale, bool IsWeighted)
    : Operation(Input, Output)
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

    internal override void Forward(Workspace workspace, ReadOnlySpan<float> packed) => SegmentSums.Sum(
        workspace.Values(Input), workspace.Offsets(Input), Weights(workspace), Scale, workspace.Values(Output));

    internal override void Backward(
        Workspace workspace, ReadOnlySpan<float> packed, Span<float> gradient, bool accumulate)
    {
        if (workspace.HasGradient(Input))
        {
            SegmentSums.SumGradient(
                workspace.Gradients(Output), workspace.Offsets(Input), Weights(workspace), Scale,
                workspace.Gradients(Input));
        }
    }

    private ReadOnlySpan<float> Weights(Workspace workspace) => IsWeighted ? workspace.PointWeights(Input.List) : [];
}
