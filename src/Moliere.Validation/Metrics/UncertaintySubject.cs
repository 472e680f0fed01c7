namespace Moliere.Validation.Metrics;

/// <summary>Judges the predicted distribution of one method in one bin.</summary>
internal static class UncertaintySubject
{
    private static readonly string[] Means =
    [
        MetricName.PullTail, MetricName.Coverage68, MetricName.Coverage95, MetricName.Crps,
        MetricName.NegativeLogLikelihood,
    ];

    /// <summary>The metrics, in the order they are written.</summary>
    public static IReadOnlyList<string> Metrics { get; } =
    [
        MetricName.PullCoreMean, MetricName.PullCoreWidth, MetricName.PullTail, MetricName.Coverage68,
        MetricName.Coverage95, MetricName.CalibrationError, MetricName.Sharpness, MetricName.SigmaStat,
        MetricName.SigmaSyst, MetricName.Crps, MetricName.NegativeLogLikelihood,
    ];

    /// <summary>Adds all of them but those of the core of the pull, which is sorted elsewhere.</summary>
    /// <param name="bin">Rows and replicas; receives the figures.</param>
    /// <param name="columns">The method.</param>
    public static void Judge(BinFigures bin, UncertaintyColumns columns)
    {
        bin.AddMeans(Means, columns.Scores);
        bin.AddMedian(MetricName.Sharpness, columns.RelativeTotal);
        bin.AddMedian(MetricName.SigmaStat, columns.RelativeStat);
        bin.AddMedian(MetricName.SigmaSyst, columns.RelativeSyst);
        var uniformity = new PitDeviation(bin.Sort(columns.Pit));
        ReplicaSeries error = bin.Add(MetricName.CalibrationError);
        for (int replica = -1; replica < bin.Replicas; replica++)
        {
            error.Set(replica, uniformity.Of(bin.Counts(replica)));
        }
    }
}
