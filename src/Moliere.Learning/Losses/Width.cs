using Moliere.Numerics.Special;

namespace Moliere.Learning.Losses;

/// <summary>
/// Width of a distribution around zero as an M-estimate of scale: the s for which the weighted mean of chi(|a| / s) is
/// chi's expectation for a standard normal variate. All kinds give the standard deviation of a normal sample, follow a
/// common factor of all values, and are differentiable: ds/da_i = w_i chi'(u_i) sign(a_i) / sum of w_j chi'(u_j) u_j,
/// u = |a| / s.
/// </summary>
/// <source>Huber, Robust Statistics (1981), sections 5.2 and 5.3: M-estimates of scale; "proposal 2".</source>
public static class Width
{
    private const double HuberBound = 1.5; // Huber (1981), section 6.7: the customary bound of proposal 2

    private const double HuberMean = 0.77846521617447; // E min(z², 1.5²) of a standard normal variate z, closed form
    private const double Smoothing = 0.15; // of the quantile's edge, in widths: our choice
    private const double SmoothedTail = 0.3226942829358825; // E Phi((|z| - 1) / 0.15), by Simpson's rule to 1e-15

    // Largest change of the last step, relative to the width.
    private const double Tolerance = 1e-12;
    private const int MostSteps = 200;

    /// <summary>The width of weighted values.</summary>
    /// <param name="kind">Which chi.</param>
    /// <param name="values">[n], finite.</param>
    /// <param name="weights">[n], not negative, with a positive sum; empty for equal ones.</param>
    /// <returns>0 where so many values are 0 that no positive width solves the equation.</returns>
    public static double Of(WidthKind kind, ReadOnlySpan<double> values, ReadOnlySpan<double> weights) =>
        Of(kind, values, weights, []);

    /// <summary>The width and its derivative by each value.</summary>
    /// <param name="kind">Which chi.</param>
    /// <param name="values">[n], finite.</param>
    /// <param name="weights">[n], not negative, with a positive sum; empty for equal ones.</param>
    /// <param name="gradient">[n], filled; empty for none. 0 where the width is 0.</param>
    public static double Of(
        WidthKind kind, ReadOnlySpan<double> values, ReadOnlySpan<double> weights, Span<double> gradient)
    {
        gradient.Clear();
        double width = RootMeanSquare(values, weights);
        if (kind != WidthKind.RootMeanSquare)
        {
            width = Solve(kind, values, weights, width);
        }

        if (width > 0 && !gradient.IsEmpty)
        {
            FillGradient(kind, values, weights, width, gradient);
        }

        return width;
    }

    private static double RootMeanSquare(ReadOnlySpan<double> values, ReadOnlySpan<double> weights)
    {
        double sum = 0, total = 0;
        for (int i = 0; i < values.Length; i++)
        {
            double weight = weights.IsEmpty ? 1 : weights[i];
            sum += weight * values[i] * values[i];
            total += weight;
        }

        return Math.Sqrt(sum / total);
    }

    // chi(|a| / s) falls with s: bracket, then halve the bracket's logarithm and finish with Newton's steps inside it.
    private static double Solve(
        WidthKind kind, ReadOnlySpan<double> values, ReadOnlySpan<double> weights, double start)
    {
        double low = 0, high = double.PositiveInfinity, width = start;
        for (int step = 0; step < MostSteps && width > 1e-12 * start; step++)
        {
            (double excess, double slope) = Equation(kind, values, weights, width);
            (low, high) = excess > 0 ? (width, high) : (low, width);
            double next = width * Math.Exp(slope > 0 ? Math.Clamp(excess / slope, -1, 1) : Math.Sign(excess));
            next = next > low && next < high ? next : Middle(low, high);
            if (Math.Abs(next - width) <= Tolerance * width)
            {
                return next;
            }

            width = next;
        }

        return width > 1e-12 * start ? width : 0;
    }

    private static double Middle(double low, double high) =>
        double.IsPositiveInfinity(high) ? 2 * low : low == 0 ? high / 2 : Math.Sqrt(low * high);

    // Mean of chi(u) minus what it shall be, and minus its derivative by the logarithm of the width.
    private static (double Excess, double Slope) Equation(
        WidthKind kind, ReadOnlySpan<double> values, ReadOnlySpan<double> weights, double width)
    {
        double sum = 0, slope = 0, total = 0;
        for (int i = 0; i < values.Length; i++)
        {
            double weight = weights.IsEmpty ? 1 : weights[i], u = Math.Abs(values[i]) / width;
            sum += weight * Chi(kind, u);
            slope += weight * ChiSlope(kind, u) * u;
            total += weight;
        }

        return ((sum / total) - Expectation(kind), slope / total);
    }

    private static void FillGradient(
        WidthKind kind,
        ReadOnlySpan<double> values,
        ReadOnlySpan<double> weights,
        double width,
        Span<double> gradient)
    {
        double sum = 0;
        for (int i = 0; i < values.Length; i++)
        {
            double u = Math.Abs(values[i]) / width;
            gradient[i] = (weights.IsEmpty ? 1 : weights[i]) * ChiSlope(kind, u);
            sum += gradient[i] * u;
        }

        for (int i = 0; i < values.Length; i++)
        {
            gradient[i] *= Math.Sign(values[i]) / sum;
        }
    }

    private static double Chi(WidthKind kind, double u) => kind switch
    {
        WidthKind.RootMeanSquare => u * u,
        WidthKind.Huber => Math.Min(u * u, HuberBound * HuberBound),
        _ => ErrorFunction.NormalProbability((u - 1) / Smoothing),
    };

    private static double ChiSlope(WidthKind kind, double u) => kind switch
    {
        WidthKind.RootMeanSquare => 2 * u,
        WidthKind.Huber => u < HuberBound ? 2 * u : 0,
        _ => Math.Exp(-0.5 * (u - 1) * (u - 1) / (Smoothing * Smoothing)) / (Math.Sqrt(2 * Math.PI) * Smoothing),
    };

    private static double Expectation(WidthKind kind) => kind switch
    {
        WidthKind.RootMeanSquare => 1,
        WidthKind.Huber => HuberMean,
        _ => SmoothedTail,
    };
}
