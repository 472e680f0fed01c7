namespace Moliere.Tagging.Inference;

/// <summary>Puts events into the bins of a histogram from which a parameter is inferred.</summary>
public interface ISummary
{
    /// <summary>Number of bins K.</summary>
    public int BinCount { get; }

    /// <summary>Assigns events to bins.</summary>
    /// <param name="events">[N, 3] row-major: x0, x1, x2.</param>
    /// <param name="bins">[N], filled with numbers in [0, K).</param>
    /// <param name="threads">At least 1; does not change the result.</param>
    public void Assign(ReadOnlySpan<float> events, Span<int> bins, int threads);
}
