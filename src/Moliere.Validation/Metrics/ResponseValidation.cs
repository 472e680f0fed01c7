namespace Moliere.Validation.Metrics;

/// <summary>
/// Judges methods on a sample: linearity, resolution, pulls and the calibration of the predicted spread, of the
/// whole sample, in bins, and with 95 % bootstrap intervals. Bits do not depend on the number of threads.
/// </summary>
/// <source>Physics notes, sections 1.5 and 1.7.</source>
public static class ResponseValidation
{
    /// <summary>Makes all figures, ordered by axis (whole sample first), bin, method, metric.</summary>
    /// <param name="sample">Columns and methods.</param>
    /// <param name="axes">Axes, such as <see cref="ClusterAxes.Standard"/>.</param>
    /// <param name="options">Seed, replicas, threads.</param>
    /// <exception cref="ArgumentException">Columns of different length, or an axis without column.</exception>
    public static IReadOnlyList<FigureEntry> Evaluate(
        ValidationSample sample, IReadOnlyList<BinAxis> axes, MetricsOptions options)
    {
        sample.Check();
        float[] weights = FigureFilling.WeightsOf(sample);
        int[] valid = BinnedRows.Valid(sample.Target);
        BootstrapCounts bootstrap = BootstrapCounts.Draw(sample.Events, sample.Rows, options);
        MethodSubject[] methods = [.. sample.Methods.Select(method => new MethodSubject(
            method.Name, new MethodColumns(sample, method.Predictions, weights, options.Threads)))];

        var blocks = new List<FigureBlock>();
        blocks.AddRange(methods.Select(method => new FigureBlock(new(null, [valid], [double.NaN]), method)));
        foreach (BinAxis axis in axes)
        {
            BinnedRows bins = BinnedRows.Of(axis, sample.Variable(axis.Variable), valid);
            blocks.AddRange(methods.Select(method => new FigureBlock(bins, method)));
        }

        blocks.AddRange(methods.SelectMany(method => OfPredictions(method, valid, options)));
        return FigureFilling.Fill(blocks, weights, bootstrap, options);
    }

    private static FigureBlock[] OfPredictions(MethodSubject method, int[] valid, MetricsOptions options) =>
        method.Columns.Uncertainty is not { } uncertainty ? [] :
        [
            new(BinnedRows.OfPrediction(
                MetricName.PredictedSpread, uncertainty.Sigma, valid, options.SpreadBins), method),
            new(BinnedRows.OfPrediction(
                MetricName.PredictedResponse, uncertainty.Response, valid, options.SpreadBins), method),
        ];
}
