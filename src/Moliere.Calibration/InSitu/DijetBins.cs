namespace Moliere.Calibration.InSitu;

/// <summary>Bins of ln of the average initial momentum, frozen before training starts.</summary>
/// <source>Physics notes section 2.4: narrow bins in reconstructed momentum, at least 1000 events per width.</source>
internal sealed class DijetBins
{
    private readonly double _low;
    private readonly double _width;
    private readonly int[] _widthBinOf;

    /// <summary>Divides the range of the selection; joins bins for the width until each has its events.</summary>
    /// <param name="options">Range, width of a bin, events per width and batch size.</param>
    /// <param name="averages">Average momentum of each training event [GeV].</param>
    public DijetBins(InSituOptions options, float[] averages)
    {
        _low = Math.Log(options.Selection.SmallestAverage);
        double range = Math.Log(options.Selection.LargestAverage) - _low;
        ScaleBins = Math.Max(1, (int)Math.Round(range / options.BinWidth));
        _width = range / ScaleBins;
        var counts = new int[ScaleBins];
        foreach (float average in averages)
        {
            counts[ScaleBin(Math.Log(average))]++;
        }

        double batch = Math.Min(1, options.Training.BatchSize / (2.0 * Math.Max(1, averages.Length)));
        _widthBinOf = Join([.. counts.Select(count => count * batch)], options.EventsPerWidth);
        WidthBins = _widthBinOf[^1] + 1;
    }

    /// <summary>Narrow bins, of the constraint.</summary>
    public int ScaleBins { get; }

    /// <summary>Joined bins, of the width.</summary>
    public int WidthBins { get; }

    /// <summary>Narrow bin of an event.</summary>
    /// <param name="logAverage">ln of its average momentum; outside the range the next bin counts.</param>
    public int ScaleBin(double logAverage) => Math.Clamp((int)((logAverage - _low) / _width), 0, ScaleBins - 1);

    /// <summary>Joined bin of a narrow one.</summary>
    /// <param name="scaleBin">Narrow bin.</param>
    public int WidthBin(int scaleBin) => _widthBinOf[scaleBin];

    // From below; what is left over at the upper end joins the last full bin.
    private static int[] Join(double[] counts, int fewest)
    {
        var joined = new int[counts.Length];
        double sum = 0;
        int bin = 0;
        for (int i = 0; i < counts.Length; i++)
        {
            joined[i] = bin;
            sum += counts[i];
            if (sum >= fewest && counts[(i + 1)..].Sum() >= fewest)
            {
                (bin, sum) = (bin + 1, 0);
            }
        }

        return joined;
    }
}
