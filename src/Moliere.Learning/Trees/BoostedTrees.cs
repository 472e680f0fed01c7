namespace Moliere.Learning.Trees;

/// <summary>
/// A sum of regression trees for each of K margins: the trees of one round follow each other, tree t adds to margin
/// t mod K. Immutable.
/// </summary>
/// <source>arXiv:1603.02754, section 2.1.</source>
public sealed record BoostedTrees
{
    /// <summary>The trees in order of the rounds.</summary>
    public required IReadOnlyList<Tree> Trees { get; init; }

    /// <summary>What they were grown for, and hence what margins mean.</summary>
    public required TreeObjective Objective { get; init; }

    /// <summary>Where each margin starts [K].</summary>
    public required float[] Start { get; init; }

    /// <summary>Name of each feature [F]; unique.</summary>
    public required IReadOnlyList<string> Features { get; init; }

    /// <summary>Number of margins K: classes, two for a mean with its width, otherwise 1.</summary>
    public int MarginCount => Start.Length;

    /// <summary>Margins of one row, summed in order of the trees; the slow definition of every faster one.</summary>
    /// <param name="row">Features [F]; NaN where missing.</param>
    /// <param name="margins">Receives the margins [K].</param>
    public void Evaluate(ReadOnlySpan<float> row, Span<float> margins)
    {
        Start.CopyTo(margins);
        for (int t = 0; t < Trees.Count; t++)
        {
            margins[t % MarginCount] += Trees[t].Evaluate(row);
        }
    }
}
