namespace Moliere.Validation.Metrics.Tagging;

/// <summary>
/// A figure of networks that differ in their starts alone and are judged on the same rows: the mean, and its standard
/// error from the spread of the starts and from the rows, in quadrature.
/// </summary>
/// <param name="Value">Mean over the starts.</param>
/// <param name="Error">
/// Root of the squared spread over the number of starts plus the variance of the mean over replicas of the rows; from
/// the rows alone for one start.
/// </param>
/// <source>Physics notes, section 0: bootstrap every figure, mean and spread over seeds.</source>
public readonly record struct StartMean(double Value, double Error)
{
    /// <summary>Draws the starts together.</summary>
    /// <param name="starts">
    /// Of each start the figure on the rows themselves, then on each replica; at least one.
    /// </param>
    public static StartMean Of(IReadOnlyList<double[]> starts)
    {
        double[] means = [.. Enumerable.Range(0, starts[0].Length)
            .Select(sample => starts.Average(own => own[sample]))];
        return Of([.. starts.Select(own => own[0])], Math.Sqrt(Variance(means[1..])));
    }

    /// <summary>Draws the starts together where the error of the rows is known.</summary>
    /// <param name="starts">Of each start the figure; at least one.</param>
    /// <param name="rowError">Standard error of their mean from the rows, which they share.</param>
    public static StartMean Of(IReadOnlyList<double> starts, double rowError) => new(
        starts.Average(), Math.Sqrt((Variance([.. starts]) / starts.Count) + (rowError * rowError)));

    /// <summary>The difference of two figures, start by start and replica by replica.</summary>
    /// <param name="starts">Of each start the figure on the rows themselves, then on each replica.</param>
    /// <param name="others">What is taken away, of the same starts and replicas.</param>
    public static StartMean OfDifference(IReadOnlyList<double[]> starts, IReadOnlyList<double[]> others) => Of(
        [.. starts.Zip(others, (own, other) => own.Zip(other, (one, two) => one - two).ToArray())]);

    private static double Variance(double[] values)
    {
        if (values.Length < 2 || values.Max() == values.Min()) // equal values, whose mean may be rounded
        {
            return 0;
        }

        double mean = values.Average();
        return values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1);
    }
}
