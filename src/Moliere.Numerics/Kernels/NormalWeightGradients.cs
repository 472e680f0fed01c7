namespace Moliere.Numerics.Kernels;

/// <summary>Derivatives of a loss by <see cref="NormalWeights"/>, as a view that can be added to.</summary>
/// <param name="means">By mu.</param>
/// <param name="logVariances">By s = ln sigma².</param>
public readonly ref struct NormalWeightGradients(Span<float> means, Span<float> logVariances)
{
    /// <summary>By mu of each weight.</summary>
    public Span<float> Means { get; } = means;

    /// <summary>By ln sigma² of each weight.</summary>
    public Span<float> LogVariances { get; } = logVariances;
}
