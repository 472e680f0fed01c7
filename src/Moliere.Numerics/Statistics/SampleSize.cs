namespace Moliere.Numerics.Statistics;

/// <summary>How many rows a weighted sample is worth.</summary>
/// <source>Kish, Survey Sampling (1965), section 11.7.</source>
public static class SampleSize
{
    /// <summary>
    /// Size of the sample of equal weights whose mean fluctuates as much, (sum of w)² / sum of w²; 0 without weight.
    /// </summary>
    /// <param name="weights">Weights of either sign.</param>
    public static double Effective(ReadOnlySpan<float> weights)
    {
        double sum = 0, squares = 0;
        foreach (float weight in weights)
        {
            sum += weight;
            squares += (double)weight * weight;
        }

        return Effective(sum, squares);
    }

    /// <summary>The same of weights in double precision.</summary>
    /// <param name="weights">Weights of either sign.</param>
    public static double Effective(ReadOnlySpan<double> weights)
    {
        double sum = 0, squares = 0;
        foreach (double weight in weights)
        {
            sum += weight;
            squares += weight * weight;
        }

        return Effective(sum, squares);
    }

    /// <summary>The same of weights that were added up before.</summary>
    /// <param name="sum">Sum of weights.</param>
    /// <param name="squares">Sum of their squares, not negative.</param>
    public static double Effective(double sum, double squares) => squares > 0 ? sum * sum / squares : 0;
}
