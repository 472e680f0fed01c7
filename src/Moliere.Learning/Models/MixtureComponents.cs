using Moliere.Learning.Losses;
using Moliere.Numerics.Special;

namespace Moliere.Learning.Models;

/// <summary>
/// Shares, means and widths of a mixture, decoded from raw outputs into scratch memory of the same length.
/// </summary>
internal readonly ref struct MixtureComponents
{
    private const int MostSteps = 200;

    private readonly Span<double> _shares;
    private readonly Span<double> _means;
    private readonly Span<double> _sigmas;

    public MixtureComponents(ReadOnlySpan<float> outputs, Span<double> scratch)
    {
        int k = outputs.Length / 3;
        _means = scratch[..k];
        _sigmas = scratch[k..(2 * k)];
        _shares = scratch[(2 * k)..];
        double largest = double.NegativeInfinity, sum = 0;
        foreach (float logit in outputs[(2 * k)..])
        {
            largest = Math.Max(largest, logit);
        }

        for (int i = 0; i < k; i++)
        {
            _means[i] = outputs[i];
            _sigmas[i] = Math.Exp(0.5 * LogVariance.Bounded(outputs[k + i]));
            _shares[i] = Math.Exp(outputs[(2 * k) + i] - largest);
            sum += _shares[i];
        }

        foreach (ref double share in _shares)
        {
            share /= sum;
        }
    }

    public double Value(CentralValue central) => central switch
    {
        CentralValue.Median => Quantile(0.5),
        CentralValue.Mean => Mean(),
        _ => Mode(),
    };

    public double Mean()
    {
        double mean = 0;
        for (int i = 0; i < _means.Length; i++)
        {
            mean += _shares[i] * _means[i];
        }

        return mean;
    }

    public double Variance()
    {
        double mean = Mean(), variance = 0;
        for (int i = 0; i < _means.Length; i++)
        {
            double offset = _means[i] - mean;
            variance += _shares[i] * ((_sigmas[i] * _sigmas[i]) + (offset * offset));
        }

        return variance;
    }

    public double Probability(double x)
    {
        double probability = 0;
        for (int i = 0; i < _means.Length; i++)
        {
            probability += _shares[i] * ErrorFunction.NormalProbability((x - _means[i]) / _sigmas[i]);
        }

        return probability;
    }

    /// <summary>Density f, f', f'' and the precision by which f' is divided in a fixed-point step.</summary>
    public (double Density, double First, double Second, double Precision) Slope(double x)
    {
        double density = 0, first = 0, second = 0, precision = 0;
        for (int i = 0; i < _means.Length; i++)
        {
            double pull = (x - _means[i]) / _sigmas[i], inverse = 1 / (_sigmas[i] * _sigmas[i]);
            double part = _shares[i] * Math.Exp(-0.5 * pull * pull) / (Math.Sqrt(2 * Math.PI) * _sigmas[i]);
            density += part;
            first -= part * pull / _sigmas[i];
            second += part * inverse * ((pull * pull) - 1);
            precision += part * inverse;
        }

        return (density, first, second, precision);
    }

    public double Mode()
    {
        double best = double.NaN, highest = double.NegativeInfinity;
        foreach (double mean in _means)
        {
            double top = Climb(mean), density = Slope(top).Density;
            if (density > highest)
            {
                (best, highest) = (top, density);
            }
        }

        return best;
    }

    public double Quantile(double probability)
    {
        double low = double.PositiveInfinity, high = double.NegativeInfinity, width = 0;
        for (int i = 0; i < _means.Length; i++)
        {
            // 40 sigma: beyond, the tail of a normal density is zero in double precision.
            low = Math.Min(low, _means[i] - (40 * _sigmas[i]));
            high = Math.Max(high, _means[i] + (40 * _sigmas[i]));
            width = Math.Max(width, _sigmas[i]);
        }

        double x = Mean();
        while (high - low > 1e-9 * width)
        {
            double excess = Probability(x) - probability;
            (low, high) = excess > 0 ? (low, x) : (x, high);
            double newton = x - (excess / Slope(x).Density), middle = 0.5 * (low + high);
            double next = newton > low && newton < high ? newton : middle;
            if (next == x || Math.Abs(next - x) < 1e-10 * width)
            {
                return next;
            }

            // At the limit of the numbers' resolution the middle is one of the ends.
            if (middle == low || middle == high)
            {
                break;
            }

            x = next;
        }

        return 0.5 * (low + high);
    }

    // Newton where it climbs, otherwise the fixed-point step, which always does.
    private double Climb(double x)
    {
        double tolerance = 1e-7 * NarrowestSigma();
        var here = Slope(x);
        for (int step = 0; step < MostSteps && here.Density > 0; step++)
        {
            double next = here.Second < 0 ? x - (here.First / here.Second) : x + (here.First / here.Precision);
            var there = Slope(next);
            if (!(there.Density >= here.Density))
            {
                next = x + (here.First / here.Precision);
                there = Slope(next);
            }

            double moved = Math.Abs(next - x);
            (x, here) = (next, there);
            if (!(moved > tolerance))
            {
                break;
            }
        }

        return x;
    }

    private double NarrowestSigma()
    {
        double narrowest = double.PositiveInfinity;
        foreach (double sigma in _sigmas)
        {
            narrowest = Math.Min(narrowest, sigma);
        }

        return narrowest;
    }
}
