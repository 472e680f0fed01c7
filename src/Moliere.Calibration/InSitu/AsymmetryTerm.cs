using Moliere.Learning.Losses;

namespace Moliere.Calibration.InSitu;

/// <summary>
/// Width of A = (p_ref - p_probe) / p_avg in frozen bins, averaged over the bins by weight. A common factor of all
/// momenta does not change it.
/// </summary>
/// <source>Physics notes section 2.4, item 2; arXiv:2007.02645, section 6.1.</source>
internal sealed class AsymmetryTerm(WidthKind kind, int bins)
{
    private double[] _values = [];
    private double[] _weights = [];
    private double[] _gradients = [];
    private int[] _events = [];

    /// <summary>The width; a factor times its derivative is added to the gradient of the batch.</summary>
    public double Add(DijetBatch batch, double factor)
    {
        if (_values.Length < batch.Events)
        {
            (_values, _weights) = (new double[batch.Events], new double[batch.Events]);
            (_gradients, _events) = (new double[batch.Events], new int[batch.Events]);
        }

        double sum = 0, total = Total(batch);
        for (int bin = 0; bin < bins; bin++)
        {
            (int count, double weight) = Gather(batch, bin);
            if (count > 0)
            {
                Span<double> gradients = _gradients.AsSpan(0, count);
                sum += weight * Width.Of(kind, _values.AsSpan(0, count), _weights.AsSpan(0, count), gradients);
                Scatter(batch, gradients, factor * weight / total);
            }
        }

        return sum / total;
    }

    /// <summary>(p - q) / ((p + q) / 2).</summary>
    public static double Asymmetry(double reference, double probe) => 2 * (reference - probe) / (reference + probe);

    private static double Total(DijetBatch batch)
    {
        double total = 0;
        for (int e = 0; e < batch.Events; e++)
        {
            total += batch.Weight[2 * e];
        }

        return total;
    }

    private (int Count, double Weight) Gather(DijetBatch batch, int bin)
    {
        int count = 0;
        double sum = 0;
        ReadOnlySpan<int> binOf = batch.WidthBin;
        ReadOnlySpan<double> momentum = batch.Momentum, weight = batch.Weight;
        for (int e = 0; e < batch.Events; e++)
        {
            if (binOf[2 * e] == bin)
            {
                _events[count] = e;
                _values[count] = Asymmetry(momentum[2 * e], momentum[(2 * e) + 1]);
                _weights[count++] = weight[2 * e];
                sum += weight[2 * e];
            }
        }

        return (count, sum);
    }

    // dA/dp_ref = 4 p_probe / (p_ref + p_probe)², and the same with the opposite sign for the other.
    private void Scatter(DijetBatch batch, ReadOnlySpan<double> gradients, double factor)
    {
        ReadOnlySpan<double> momentum = batch.Momentum;
        Span<double> sums = batch.Gradient;
        for (int i = 0; i < gradients.Length; i++)
        {
            int reference = 2 * _events[i], probe = reference + 1;
            double sum = momentum[reference] + momentum[probe];
            double common = factor * gradients[i] * 4 / (sum * sum);
            sums[reference] += common * momentum[probe];
            sums[probe] -= common * momentum[reference];
        }
    }
}
