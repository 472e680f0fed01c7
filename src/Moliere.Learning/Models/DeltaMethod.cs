using Moliere.Learning.Losses;
using Moliere.Numerics.Autodiff;
using Moliere.Numerics.Special;

namespace Moliere.Learning.Models;

/// <summary>
/// What follows from independent outputs of given means m_o and standard deviations d_o: for g(outputs), with g+ and g-
/// at m_o ± d_o, the mean is g + sum over o of (g+ + g- - 2 g) / 2 and the variance sum over o of ((g+ - g-) / 2)².
/// </summary>
/// <source>Julier and Uhlmann, Proc. IEEE 92 (2004) 401, section III: differences instead of derivatives.</source>
internal static class DeltaMethod
{
    /// <summary>Writes the rows of a block into a prediction.</summary>
    public static void Write(MomentPass pass, int rows, Loss loss, NetworkPrediction prediction, int first)
    {
        int width = 3 * loss.Components;
        Span<float> outputs = stackalloc float[loss.OutputCount], deviations = stackalloc float[loss.OutputCount];
        for (int row = 0; row < rows; row++)
        {
            pass.Row(row, outputs, deviations);
            Span<float> mixture = prediction.Mixture.AsSpan((first + row) * width, width);
            Moments moments = Row(outputs, deviations, loss, mixture);
            prediction.Mean[first + row] = (float)moments.Mean;
            prediction.SigmaStat![first + row] = (float)Math.Sqrt(moments.Spread);
            if (prediction.SigmaSyst is not null)
            {
                prediction.SigmaSyst[first + row] = (float)Math.Sqrt(moments.Variance);
            }
        }
    }

    private static Moments Row(Span<float> outputs, ReadOnlySpan<float> deviations, Loss loss, Span<float> mixture)
    {
        int width = mixture.Length;
        Span<float> centre = stackalloc float[width], up = stackalloc float[width], down = stackalloc float[width];
        Span<double> means = stackalloc double[width], spreads = stackalloc double[width / 3];
        spreads.Clear();
        loss.Decode(outputs, centre);
        Start(centre, means);
        var point = new NormalMixture(centre);
        double mean = point.Mean(), variance = point.Variance();
        var moments = new Moments(mean, 0, variance);
        for (int i = 0; i < outputs.Length; i++)
        {
            float kept = outputs[i];
            outputs[i] = kept + deviations[i];
            loss.Decode(outputs, up);
            outputs[i] = kept - deviations[i];
            loss.Decode(outputs, down);
            outputs[i] = kept;
            Add(centre, up, down, means, spreads);
            moments = moments.With(new NormalMixture(up), new NormalMixture(down), mean, variance);
        }

        Finish(means, spreads, centre, mixture);
        return moments.Variance > 0 ? moments : moments with { Variance = variance };
    }

    // Shares, means and squares of sigmas.
    private static void Start(ReadOnlySpan<float> centre, Span<double> means)
    {
        int k = centre.Length / 3;
        for (int i = 0; i < centre.Length; i++)
        {
            means[i] = i < 2 * k ? centre[i] : (double)centre[i] * centre[i];
        }
    }

    private static void Add(
        ReadOnlySpan<float> centre,
        ReadOnlySpan<float> up,
        ReadOnlySpan<float> down,
        Span<double> means,
        Span<double> spreads)
    {
        int k = centre.Length / 3;
        for (int i = 0; i < k; i++)
        {
            int mean = k + i, sigma = (2 * k) + i;
            double slope = 0.5 * (up[mean] - down[mean]);
            spreads[i] += slope * slope;
            means[i] += 0.5 * (up[i] + down[i] - (2.0 * centre[i]));
            means[mean] += 0.5 * (up[mean] + down[mean] - (2.0 * centre[mean]));
            means[sigma] += (0.5 * (((double)up[sigma] * up[sigma]) + ((double)down[sigma] * down[sigma])))
                - ((double)centre[sigma] * centre[sigma]);
        }
    }

    // Second-order terms may drive a tiny share or variance below zero; then the value at the centre is kept.
    private static void Finish(
        ReadOnlySpan<double> means, ReadOnlySpan<double> spreads, ReadOnlySpan<float> centre, Span<float> mixture)
    {
        int k = spreads.Length;
        double total = 0;
        for (int i = 0; i < k; i++)
        {
            double share = means[i] > 0 ? means[i] : centre[i], sigma = centre[(2 * k) + i];
            double variance = (means[(2 * k) + i] > 0 ? means[(2 * k) + i] : sigma * sigma) + spreads[i];
            total += share;
            mixture[i] = (float)share;
            mixture[k + i] = (float)means[k + i];
            mixture[(2 * k) + i] = (float)Math.Sqrt(variance);
        }

        foreach (ref float share in mixture[..k])
        {
            share = (float)(share / total);
        }
    }

    private readonly record struct Moments(double Mean, double Spread, double Variance)
    {
        public Moments With(NormalMixture up, NormalMixture down, double mean, double variance)
        {
            double upper = up.Mean(), lower = down.Mean(), slope = 0.5 * (upper - lower);
            return new(
                Mean + (0.5 * (upper + lower)) - mean,
                Spread + (slope * slope),
                Variance + (0.5 * (up.Variance() + down.Variance())) - variance);
        }
    }
}
