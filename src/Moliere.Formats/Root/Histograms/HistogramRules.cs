namespace Moliere.Formats.Root.Histograms;

/// <summary>What histograms and graphs can be written.</summary>
internal static class HistogramRules
{
    private static readonly int[] Sums = [0, 4, 7, 11];

    /// <summary>The class of a histogram whose numbers fit together.</summary>
    /// <exception cref="ArgumentException">Its class is unknown, or a length or value does not fit.</exception>
    public static HistogramClass Require(RootHistogram histogram)
    {
        HistogramClass form = HistogramClass.Find(histogram.ClassName) ?? throw new ArgumentException(
            $"Histogram '{histogram.Name}' is of class '{histogram.ClassName}'; TH1, TH2 and TH3 with C, S, I, F or D, "
            + "TProfile and TProfile2D can be written.");
        Demand(histogram, histogram.Axes.Count == form.Dimensions, $"{form.Dimensions} axes");
        Demand(histogram, histogram.Axes.All(axis => axis.BinCount > 0), "at least one bin on each axis");
        Demand(
            histogram, histogram.Axes.All(axis => axis.Edges.Count == 0 || axis.Edges.Count == axis.BinCount + 1),
            "one edge more than bins, or none");
        long cells = histogram.Axes.Aggregate(1L, (product, axis) => checked(product * axis.CellCount));
        Demand(histogram, histogram.Contents.Count == cells, $"{cells} cells with under- and overflow");
        Demand(
            histogram, histogram.SumW2.Count == 0 || histogram.SumW2.Count == cells, $"{cells} or no squared weights");
        Demand(
            histogram, histogram.Statistics.Count == 0 || histogram.Statistics.Count == Sums[form.Dimensions],
            $"{Sums[form.Dimensions]} or no sums of statistics");
        Demand(
            histogram, histogram.Contents.All(value => CellArray.Holds(value, form.Letter)),
            "contents that its type of cell can hold");
        RequireProfile(histogram, form, cells);
        return form;
    }

    /// <summary>Refuses a graph whose arrays do not fit together.</summary>
    /// <exception cref="ArgumentException">Its class is unknown, or lengths differ.</exception>
    public static void Require(RootGraph graph)
    {
        if (!RootGraph.IsKnown(graph.ClassName))
        {
            throw new ArgumentException(
                $"Graph '{graph.Name}' is of class '{graph.ClassName}'; TGraph, TGraphErrors and TGraphAsymmErrors can "
                + "be written.");
        }

        if (graph.Y.Count != graph.X.Count || GraphRecord.Errors(graph).Any(errors => errors.Count != graph.X.Count))
        {
            throw new ArgumentException(
                $"Graph '{graph.Name}' needs as many y and errors as it has x, {graph.X.Count}.");
        }
    }

    private static void RequireProfile(RootHistogram histogram, HistogramClass form, long cells)
    {
        Demand(
            histogram, form.IsProfile == histogram.Profile is not null,
            form.IsProfile ? "the numbers of a profile" : "no numbers of a profile");
        if (histogram.Profile is { } profile)
        {
            Demand(histogram, profile.BinEntries.Count == cells, $"{cells} sums of weights");
            Demand(
                histogram, profile.BinSumW2.Count == 0 || profile.BinSumW2.Count == cells,
                $"{cells} or no squared weights of bins");
        }
    }

    private static void Demand(RootHistogram histogram, bool holds, string needed)
    {
        if (!holds)
        {
            throw new ArgumentException($"Histogram '{histogram.Name}' ({histogram.ClassName}) needs {needed}.");
        }
    }
}
