using Moliere.Learning.Losses;
using Moliere.Numerics.Special;

namespace Moliere.Learning.Models;

/// <summary>
/// Sums over draws for a block of rows, from which mean, sigma_stat, sigma_syst and one mixture of K components follow.
/// Component k of the mixture has the mean share of the draws' components k, and their mean and variance weighted by
/// share: draws surround one set of weights, so equal k mean the same component.
/// </summary>
/// <source>
/// Bollweg et al., arXiv:1904.10004, equations 14-16; moment matching: Bishop, PRML (2006), section 10.7.
/// </source>
internal sealed class DrawMoments(Loss loss, int mostRows)
{
    // A component without any share still needs a mean.
    private const double LeastShare = 1e-30;

    private readonly double[] _mixtures = new double[mostRows * 3 * loss.Components];
    private readonly double[] _totals = new double[mostRows * 3];
    private int _draws;

    /// <summary>Forgets all draws.</summary>
    public void Clear()
    {
        _draws = 0;
        Array.Clear(_mixtures);
        Array.Clear(_totals);
    }

    /// <summary>Adds the outputs of one draw.</summary>
    /// <param name="outputs">[rows, stride], the first O columns count.</param>
    /// <param name="stride">Floats between rows.</param>
    /// <param name="rows">At most as many as there is room for.</param>
    public void Add(ReadOnlySpan<float> outputs, int stride, int rows)
    {
        Span<float> mixture = stackalloc float[3 * loss.Components];
        for (int row = 0; row < rows; row++)
        {
            loss.Decode(outputs.Slice(row * stride, loss.OutputCount), mixture);
            AddTotals(new NormalMixture(mixture), _totals.AsSpan(row * 3, 3));
            AddComponents(mixture, _mixtures.AsSpan(row * mixture.Length, mixture.Length));
        }

        _draws++;
    }

    /// <summary>Writes the rows of the block into a prediction.</summary>
    public void Write(NetworkPrediction prediction, int first, int rows)
    {
        int width = 3 * loss.Components;
        for (int row = 0; row < rows; row++)
        {
            WriteTotals(_totals.AsSpan(row * 3, 3), prediction, first + row);
            WriteComponents(
                _mixtures.AsSpan(row * width, width), prediction.Mixture.AsSpan((first + row) * width, width));
        }
    }

    private static void AddTotals(NormalMixture mixture, Span<double> totals)
    {
        double mean = mixture.Mean();
        totals[0] += mean;
        totals[1] += mean * mean;
        totals[2] += mixture.Variance();
    }

    private static void AddComponents(ReadOnlySpan<float> mixture, Span<double> sums)
    {
        int k = mixture.Length / 3;
        for (int i = 0; i < k; i++)
        {
            double share = Math.Max(mixture[i], LeastShare), mean = mixture[k + i], sigma = mixture[(2 * k) + i];
            sums[i] += share;
            sums[k + i] += share * mean;
            sums[(2 * k) + i] += share * ((sigma * sigma) + (mean * mean));
        }
    }

    // Draws are a sample of the weights' distribution: N - 1 makes the variance of their means unbiased.
    private void WriteTotals(ReadOnlySpan<double> totals, NetworkPrediction prediction, int row)
    {
        double mean = totals[0] / _draws, spread = Math.Max(0, totals[1] - (_draws * mean * mean));
        prediction.Mean[row] = (float)mean;
        prediction.SigmaStat![row] = _draws > 1 ? (float)Math.Sqrt(spread / (_draws - 1)) : 0;
        if (prediction.SigmaSyst is not null)
        {
            prediction.SigmaSyst[row] = (float)Math.Sqrt(totals[2] / _draws);
        }
    }

    private void WriteComponents(ReadOnlySpan<double> sums, Span<float> mixture)
    {
        int k = mixture.Length / 3;
        for (int i = 0; i < k; i++)
        {
            double share = sums[i], mean = sums[k + i] / share, square = sums[(2 * k) + i] / share;
            mixture[i] = (float)(share / _draws);
            mixture[k + i] = (float)mean;
            mixture[(2 * k) + i] = (float)Math.Sqrt(Math.Max(0, square - (mean * mean)));
        }
    }
}
