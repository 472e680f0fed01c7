namespace Moliere.Formats.Root.Histograms;

/// <summary>The bins of one axis of a histogram.</summary>
/// <param name="BinCount">Bins between under- and overflow, at least 1.</param>
/// <param name="Low">Lower edge of the first bin.</param>
/// <param name="High">Upper edge of the last bin.</param>
public sealed record RootAxis(int BinCount, double Low, double High)
{
    /// <summary>What the axis shows; may be empty.</summary>
    public string Title { get; init; } = "";

    /// <summary>All edges, one more than bins; empty where the bins are of equal width.</summary>
    public IReadOnlyList<double> Edges { get; init; } = [];

    /// <summary>Texts under the bins by number of the bin, counted from 1; most histograms have none.</summary>
    public IReadOnlyDictionary<int, string> Labels { get; init; } = new Dictionary<int, string>();

    /// <summary>Bins with under- and overflow.</summary>
    internal int CellCount => BinCount + 2;

    /// <summary>Bins of any width.</summary>
    /// <param name="edges">At least two, ascending.</param>
    public static RootAxis FromEdges(IReadOnlyList<double> edges) =>
        new(edges.Count - 1, edges[0], edges[^1]) { Edges = edges };

    /// <summary>Lower edge of a bin, or upper edge of the last one.</summary>
    /// <param name="bin">Counted from 0, up to and with <see cref="BinCount"/>.</param>
    public double Edge(int bin) =>
        Edges.Count > 0 ? Edges[bin] : bin == BinCount ? High : Low + ((High - Low) * bin / BinCount);
}
