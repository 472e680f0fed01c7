namespace Moliere.Numerics.Kernels;

/// <summary>Independent normal weights, as a view.</summary>
/// <param name="means">mu.</param>
/// <param name="logVariances">s = ln sigma², as many; never sigma or its square.</param>
public readonly ref struct NormalWeights(ReadOnlySpan<float> means, ReadOnlySpan<float> logVariances)
{
    /// <summary>mu of each weight.</summary>
    public ReadOnlySpan<float> Means { get; } = means;

    /// <summary>ln sigma² of each weight.</summary>
    public ReadOnlySpan<float> LogVariances { get; } = logVariances;
}
