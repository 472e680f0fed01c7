using Moliere.Data.Histograms;

namespace Moliere.Formats.Root.Histograms;

/// <summary>The house's own histograms as those of a ROOT file, and back.</summary>
public static class HistogramTranslation
{
    /// <summary>
    /// A <c>TH1D</c> with the same bins and sums. The sums for mean and width count every bin at its centre, as the
    /// values that were filled are not kept.
    /// </summary>
    /// <param name="histogram">Any histogram.</param>
    /// <param name="name">Name inside the file.</param>
    /// <param name="title">Text above it.</param>
    public static RootHistogram ToRoot(Histogram1D histogram, string name, string title = "")
    {
        int count = histogram.Axis.Count;
        int[] slots = [.. Enumerable.Range(-1, count + 2)];
        return new("TH1D", name)
        {
            Title = title,
            Axes = [ToRoot(histogram.Axis)],
            Contents = [.. slots.Select(histogram.Content)],
            SumW2 = [.. slots.Select(histogram.Variance)],
            Entries = histogram.Entries,
            Statistics =
            [
                .. new Func<int, double>[]
                {
                    histogram.Content, histogram.Variance, bin => histogram.Content(bin) * Middle(histogram.Axis, bin),
                    bin => histogram.Content(bin) * Math.Pow(Middle(histogram.Axis, bin), 2),
                }.Select(sum => Enumerable.Range(0, count).Sum(sum)),
            ],
        };
    }

    /// <summary>A histogram with the same bins, sums and fills; without squared weights, those of 1.</summary>
    /// <param name="histogram">One axis with finite edges that ascend; no profile.</param>
    /// <exception cref="ArgumentException">It has more axes, is a profile, or its edges do not ascend.</exception>
    public static Histogram1D ToHistogram1D(RootHistogram histogram)
    {
        if (histogram.Axes.Count != 1 || histogram.Profile is not null)
        {
            throw new ArgumentException(
                $"'{histogram.Name}' is of class {histogram.ClassName}; only histograms of one axis are taken.",
                nameof(histogram));
        }

        RootAxis axis = histogram.Axes[0];
        Axis bins = axis.Edges.Count > 0
            ? Axis.FromEdges(axis.Edges) : Axis.Uniform(axis.BinCount, axis.Low, axis.High);
        IReadOnlyList<double> squares = histogram.SumW2.Count > 0 ? histogram.SumW2 : histogram.Contents;
        return Histogram1D.FromBins(bins, histogram.Contents, squares, (long)Math.Round(histogram.Entries));
    }

    private static RootAxis ToRoot(Axis axis)
    {
        IReadOnlyList<double> edges = axis.Edges;
        bool isUniform = Axis.Uniform(axis.Count, edges[0], edges[^1]).Edges.SequenceEqual(edges);
        return isUniform ? new(axis.Count, edges[0], edges[^1]) : RootAxis.FromEdges(edges);
    }

    // ROOT takes the middle of the edges on every axis.
    private static double Middle(Axis axis, int bin) => (axis.Low(bin) + axis.High(bin)) / 2;
}
