namespace Moliere.Calibration.Neural.Jets;

/// <summary>
/// Mean of the Gaussian core of a sample: mean and width of what lies within 1.5 widths of the mean, the width corrected
/// for the cut, repeated until nothing moves.
/// </summary>
/// <source>The iterated Gaussian fit of arXiv:1112.6426, section 9.2.</source>
internal static class CoreMean
{
    private const double Cut = 1.5, Tolerance = 1e-5;
    private const double KeptVariance = 0.5513823; // of a normal law within ±1.5 standard deviations
    private const int MostSteps = 80;

    /// <summary>The mean; of a sample without width, its median.</summary>
    /// <param name="values">At least one; sorted on return.</param>
    public static double Of(double[] values)
    {
        Array.Sort(values);
        double mean = values[values.Length / 2];
        double width = 0.5 * (values[(int)(0.84 * values.Length)] - values[(int)(0.16 * values.Length)]);
        for (int step = 0; step < MostSteps && width > 0; step++)
        {
            (double next, double spread) = Within(values, mean, Cut * width);
            double moved = Math.Abs(next - mean) + Math.Abs(spread - width);
            (mean, width) = (next, spread);
            if (moved < Tolerance * width)
            {
                break;
            }
        }

        return mean;
    }

    private static (double Mean, double Width) Within(double[] values, double mean, double reach)
    {
        double n = 0, sum = 0, squares = 0;
        foreach (double value in values)
        {
            double d = value - mean;
            if (Math.Abs(d) <= reach)
            {
                (n, sum, squares) = (n + 1, sum + d, squares + (d * d));
            }
        }

        double shift = sum / n, variance = (squares / n) - (shift * shift);
        return (mean + shift, Math.Sqrt(Math.Max(0, variance) / KeptVariance));
    }
}
