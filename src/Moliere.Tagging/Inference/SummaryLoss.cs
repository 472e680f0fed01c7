using System.Globalization;
using Moliere.Learning.Losses;
using Moliere.Numerics.Fits;

namespace Moliere.Tagging.Inference;

/// <summary>
/// Variance of the first parameter that counts in soft bins promise: [I^-1]_00 of the Poisson likelihood, with bins
/// p = softmax(outputs / temperature). The context of a row says what it adds, times p, to the expected counts and to
/// their derivative by each of P parameters, [1 + P]: a simulated event adds its expected count, and copies of it with
/// a nuisance moved up and down add the derivative by that nuisance, as varied templates do.
/// </summary>
/// <remarks>
/// With v = I^-1 e_0 and u_k = sum over a of v_a dn_k/da the gradient is d[I^-1]_00 = sum over k of (u_k / n_k)² dn_k
/// - 2 (u_k / n_k) sum over a of v_a d(dn_k/da). Rows are taken per group: contributions are those of one group.
/// </remarks>
/// <param name="bins">K, at least 2.</param>
/// <param name="temperature">Positive; small ones make bins nearly hard.</param>
/// <param name="constraints">Width of the normal constraint of each parameter [P]; infinity for a free one.</param>
/// <param name="groupSize">Rows of a group.</param>
/// <source>de Castro and Dorigo, arXiv:1806.04743, equations 4 to 13 and algorithm 1.</source>
public sealed class SummaryLoss(int bins, double temperature, IReadOnlyList<double> constraints, int groupSize)
    : CoupledLoss
{
    private const double Behind = 1e9; // beyond any uncertainty of a number of events; keeps the order of soft ones

    private readonly int _width = 1 + constraints.Count;
    private readonly double[,] _sums = new double[1 + constraints.Count, bins];
    private readonly double[,] _slopes = new double[1 + constraints.Count, bins];

    /// <inheritdoc/>
    public override int OutputCount => bins;

    /// <inheritdoc/>
    public override string Identity => string.Create(
        CultureInfo.InvariantCulture,
        $"summary {bins} {temperature} [{string.Join(' ', constraints.Select(Text))}] {groupSize}");

    /// <inheritdoc/>
    public override double Evaluate(in CoupledBatch batch, Span<float> gradients)
    {
        Fill(batch);
        double variance = Variance();
        if (!double.IsFinite(variance))
        {
            return double.NaN;
        }

        Span<double> shares = stackalloc double[bins];
        double scale = (double)groupSize / batch.Count / temperature;
        for (int position = 0; position < batch.Count; position++)
        {
            Shares(batch.Output(position), shares);
            Back(shares, batch.Context(position), scale, gradients.Slice(position * bins, bins));
        }

        return variance;
    }

    /// <summary>
    /// Judges by the expected uncertainty of hard bins, the square root of the variance: what the summary is used with.
    /// Networks whose hard bins determine nothing come behind all others, in the order of their soft bins.
    /// </summary>
    /// <param name="rows">Every validation row.</param>
    public override Verdict Judge(in CoupledBatch rows)
    {
        Array.Clear(_sums);
        for (int position = 0; position < rows.Count; position++)
        {
            AddRow(rows.Context(position), Largest(rows.Output(position)), 1);
        }

        Normalise(rows.Count);
        double hard = Math.Sqrt(Variance());
        Fill(rows);
        double soft = Math.Sqrt(Variance());

        // Bins that never win leave a singular matrix at the start; the soft one may still learn from there.
        return new(double.IsFinite(hard) ? hard : Behind + soft) { Measures = [soft] };
    }

    /// <summary>The bin with the largest output, the first of equal ones.</summary>
    /// <param name="outputs">[K].</param>
    internal static int Largest(ReadOnlySpan<float> outputs)
    {
        int largest = 0;
        for (int bin = 1; bin < outputs.Length; bin++)
        {
            largest = outputs[bin] > outputs[largest] ? bin : largest;
        }

        return largest;
    }

    private static string Text(double width) => width.ToString(CultureInfo.InvariantCulture);

    private void Fill(in CoupledBatch batch)
    {
        Array.Clear(_sums);
        Span<double> shares = stackalloc double[bins];
        for (int position = 0; position < batch.Count; position++)
        {
            Shares(batch.Output(position), shares);
            for (int bin = 0; bin < bins; bin++)
            {
                AddRow(batch.Context(position), bin, shares[bin]);
            }
        }

        Normalise(batch.Count);
    }

    private void AddRow(ReadOnlySpan<float> context, int bin, double share)
    {
        for (int a = 0; a < _width; a++)
        {
            _sums[a, bin] += context[a] * share;
        }
    }

    private void Normalise(int rows)
    {
        for (int i = 0; i < _sums.Length; i++)
        {
            _sums[i / bins, i % bins] *= (double)groupSize / rows;
        }
    }

    // Leaves in _slopes the derivative of the variance by the sums.
    private double Variance()
    {
        int parameters = _width - 1;
        var information = new double[parameters, parameters];
        for (int a = 0; a < parameters; a++)
        {
            information[a, a] = 1 / (constraints[a] * constraints[a]);
            for (int b = 0; b < parameters; b++)
            {
                for (int bin = 0; bin < bins; bin++)
                {
                    information[a, b] += Ratio(1 + a, bin) * _sums[1 + b, bin];
                }
            }
        }

        double[,] inverse = NormalMatrix.Inverse(information);
        for (int bin = 0; bin < bins; bin++)
        {
            double u = Enumerable.Range(0, parameters).Sum(a => inverse[a, 0] * Ratio(1 + a, bin));
            _slopes[0, bin] = u * u;
            for (int a = 0; a < parameters; a++)
            {
                _slopes[1 + a, bin] = -2 * u * inverse[a, 0];
            }
        }

        return inverse[0, 0];
    }

    private double Ratio(int row, int bin) => _sums[0, bin] > 0 ? _sums[row, bin] / _sums[0, bin] : 0;

    private void Shares(ReadOnlySpan<float> outputs, Span<double> shares)
    {
        double most = outputs[Largest(outputs)], sum = 0;
        for (int bin = 0; bin < bins; bin++)
        {
            shares[bin] = Math.Exp((outputs[bin] - most) / temperature);
            sum += shares[bin];
        }

        for (int bin = 0; bin < bins; bin++)
        {
            shares[bin] /= sum;
        }
    }

    private void Back(ReadOnlySpan<double> shares, ReadOnlySpan<float> context, double scale, Span<float> gradient)
    {
        Span<double> byShare = stackalloc double[bins];
        double mean = 0;
        for (int bin = 0; bin < bins; bin++)
        {
            for (int a = 0; a < _width; a++)
            {
                byShare[bin] += context[a] * _slopes[a, bin];
            }

            mean += shares[bin] * byShare[bin];
        }

        for (int bin = 0; bin < bins; bin++)
        {
            gradient[bin] = (float)(scale * shares[bin] * (byShare[bin] - mean));
        }
    }
}
