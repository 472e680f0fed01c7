namespace Moliere.Validation.Metrics;

/// <summary>All metrics of one subject in one bin, with their replicas.</summary>
/// <param name="rows">Rows of the bin.</param>
/// <param name="weights">Event weight of every row of the sample.</param>
/// <param name="bootstrap">Replicas.</param>
internal sealed class BinFigures(int[] rows, float[] weights, BootstrapCounts bootstrap)
{
    private readonly List<(string Metric, ReplicaSeries Series)> _figures = [];

    /// <summary>Rows of the bin.</summary>
    public int[] Rows { get; } = rows;

    /// <summary>Number of replicas.</summary>
    public int Replicas => bootstrap.Replicas;

    /// <summary>The series of a metric; null where the bin has none.</summary>
    public ReplicaSeries? Find(string metric) => _figures.Find(figure => figure.Metric == metric).Series;

    /// <summary>A new series, to be filled.</summary>
    public ReplicaSeries Add(string metric)
    {
        var series = new ReplicaSeries(Replicas);
        _figures.Add((metric, series));
        return series;
    }

    /// <summary>Adds the weighted median of a quantity.</summary>
    /// <param name="metric">Name of the figure.</param>
    /// <param name="quantity">Quantity of a row; NaN leaves the row out.</param>
    public void AddMedian(string metric, Func<int, float> quantity)
    {
        SortedSample sorted = Sort(quantity);
        ReplicaSeries median = Add(metric);
        for (int replica = -1; replica < Replicas; replica++)
        {
            median.Set(replica, sorted.Median(Counts(replica)));
        }
    }

    /// <summary>Adds weighted means over the same rows.</summary>
    /// <param name="metrics">Names, one per quantity.</param>
    /// <param name="quantities">The quantities of a row; false leaves the row out.</param>
    public void AddMeans(IReadOnlyList<string> metrics, RowQuantities quantities)
    {
        ReplicaSeries[] series = [.. metrics.Select(Add)];
        GroupSums sums = Sum(series.Length, quantities);
        var means = new double[series.Length];
        for (int replica = -1; replica < Replicas; replica++)
        {
            sums.Means(Counts(replica), means);
            for (int i = 0; i < means.Length; i++)
            {
                series[i].Set(replica, means[i]);
            }
        }
    }

    /// <summary>A quantity of the bin's rows, sorted.</summary>
    public SortedSample Sort(Func<int, float> quantity) => new(Rows, quantity, weights, bootstrap.Groups);

    /// <summary>Several quantities of each of the bin's rows, sorted together.</summary>
    /// <param name="count">Quantities of a row.</param>
    /// <param name="quantity">From place among the bin's rows and number of the quantity; NaN leaves it out.</param>
    public SortedSample SortAll(int count, Func<int, int, float> quantity)
    {
        int[] entries = [.. Enumerable.Range(0, count * Rows.Length)];
        return new(
            entries, entry => quantity(entry / count, entry % count),
            Array.ConvertAll(entries, entry => weights[Rows[entry / count]]),
            Array.ConvertAll(entries, entry => bootstrap.Groups[Rows[entry / count]]));
    }

    /// <summary>Sums of quantities over the bin's rows, event by event.</summary>
    public GroupSums Sum(int count, RowQuantities quantities) =>
        new(Rows, weights, bootstrap.Groups, count, quantities);

    /// <summary>How often each group is taken; empty for the sample itself, replica -1.</summary>
    public ReadOnlySpan<byte> Counts(int replica) => replica < 0 ? [] : bootstrap.Of(replica);
}
