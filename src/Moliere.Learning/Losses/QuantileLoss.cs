using Moliere.Numerics.Special;

namespace Moliere.Learning.Losses;

/// <summary>
/// Mean over K probabilities p of the pinball loss of the quantile q predicted for each: L = (1/K) sum of
/// max(p u, (p - 1) u) with u = t - q. Quantiles cannot cross: the outputs are the median and, for every other
/// probability, s with the distance exp(s/2) to the next quantile towards the median.
/// With e = (1/K) sum over the quantiles beyond, and including, the one that s leads to of ([t &lt; q] - p), upwards:
/// dL/ds = ½ exp(s/2) e; downwards: dL/ds = -½ exp(s/2) e. dL/dmedian = (1/K) sum of ([t &lt; q] - p).
/// </summary>
/// <source>Koenker and Bassett, Econometrica 46 (1978) 33, equation 3.1.</source>
public sealed record QuantileLoss : Loss
{
    /// <summary>Names the quantiles.</summary>
    /// <param name="probabilities">In (0, 1), rising, with ½ and at least one on either side of it.</param>
    /// <exception cref="ArgumentException">Probabilities that are not so.</exception>
    public QuantileLoss(IReadOnlyList<double> probabilities)
    {
        Probabilities = [.. probabilities];
        MedianIndex = Array.IndexOf([.. probabilities], 0.5);
        bool isRising = Enumerable.Range(1, Math.Max(0, probabilities.Count - 1))
            .All(i => probabilities[i - 1] < probabilities[i]);
        if (MedianIndex < 1 || MedianIndex == Last || !isRising || !(probabilities[0] > 0 && probabilities[^1] < 1))
        {
            throw new ArgumentException(
                $"Probabilities {string.Join(", ", probabilities)}: they must rise within (0, 1), with 0.5 between "
                + "others.",
                nameof(probabilities));
        }
    }

    /// <summary>Probabilities p of the quantiles, rising.</summary>
    public IReadOnlyList<double> Probabilities { get; }

    /// <inheritdoc/>
    public override int OutputCount => Probabilities.Count;

    /// <summary>Which of the quantiles is the median, and which output is its value.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public int MedianIndex { get; }

    private int Last => Probabilities.Count - 1;

    /// <summary>The quantiles in the order of their probabilities.</summary>
    /// <param name="outputs">The row's K outputs.</param>
    /// <param name="quantiles">Receives K numbers that rise.</param>
    public void Quantiles(ReadOnlySpan<float> outputs, Span<float> quantiles)
    {
        quantiles[MedianIndex] = outputs[MedianIndex];
        for (int i = MedianIndex + 1; i <= Last; i++)
        {
            quantiles[i] = quantiles[i - 1] + LogVariance.Sigma(outputs[i]);
        }

        for (int i = MedianIndex - 1; i >= 0; i--)
        {
            quantiles[i] = quantiles[i + 1] - LogVariance.Sigma(outputs[i]);
        }
    }

    /// <summary>
    /// A normal density around the median. Its sigma is the distance of the two quantiles next to ± one standard
    /// deviation, in units of the distance of a normal density.
    /// </summary>
    /// <param name="outputs">The row's K outputs.</param>
    /// <param name="mixture">Receives 1, median and sigma.</param>
    public override void Decode(ReadOnlySpan<float> outputs, Span<float> mixture)
    {
        Span<float> quantiles = stackalloc float[OutputCount];
        Quantiles(outputs, quantiles);
        (int low, int high) = Band();
        double width = Normal(high) - Normal(low);
        (mixture[0], mixture[1]) = (1, quantiles[MedianIndex]);
        mixture[2] = (float)((quantiles[high] - quantiles[low]) / width);
    }

    /// <summary>The median, with the derivative 1 by its output.</summary>
    /// <param name="outputs">The row's K outputs.</param>
    /// <param name="slope">Receives K derivatives.</param>
    public override float Mean(ReadOnlySpan<float> outputs, Span<float> slope)
    {
        slope.Clear();
        slope[MedianIndex] = 1;
        return outputs[MedianIndex];
    }

    /// <inheritdoc/>
    public override double Row(ReadOnlySpan<float> outputs, float target, Span<float> gradient)
    {
        Span<float> quantiles = stackalloc float[OutputCount];
        Quantiles(outputs, quantiles);
        double sum = 0, share = 1.0 / OutputCount;
        for (int i = 0; i <= Last; i++)
        {
            double distance = target - quantiles[i], p = Probabilities[i];
            sum += Math.Max(p * distance, (p - 1) * distance);
            gradient[i] = (float)(share * ((distance < 0 ? 1 : 0) - p));
        }

        ChainInPlace(outputs, gradient);
        return share * sum;
    }

    /// <inheritdoc/>
    public override double Reference(ReadOnlySpan<double> outputs, double target)
    {
        double sum = 0;
        for (int i = 0; i <= Last; i++)
        {
            double quantile = outputs[MedianIndex];
            for (int j = Math.Min(i, MedianIndex); j <= Math.Max(i, MedianIndex); j++)
            {
                quantile += j == MedianIndex ? 0 : Math.Sign(j - MedianIndex) * Math.Exp(0.5 * outputs[j]);
            }

            double distance = target - quantile;
            sum += (distance >= 0 ? Probabilities[i] : Probabilities[i] - 1) * distance;
        }

        return sum / OutputCount;
    }

    /// <summary>The quantiles of a normal density.</summary>
    /// <param name="mean">Mean of the targets.</param>
    /// <param name="variance">Variance of the targets, positive.</param>
    /// <param name="outputs">Receives K numbers.</param>
    public override void StartingOutputs(double mean, double variance, Span<float> outputs)
    {
        for (int i = 0; i <= Last; i++)
        {
            int next = i + Math.Sign(MedianIndex - i);
            outputs[i] = i == MedianIndex
                ? (float)mean
                : (float)(Math.Log(variance) + (2 * Math.Log(Math.Abs(Normal(i) - Normal(next)))));
        }
    }

    /// <summary>Whether the probabilities are the same.</summary>
    /// <param name="other">Another loss.</param>
    public bool Equals(QuantileLoss? other) =>
        other is not null && Probabilities.SequenceEqual(other.Probabilities);

    /// <inheritdoc/>
    public override int GetHashCode() => Probabilities.Aggregate(17, HashCode.Combine);

    /// <summary>Name and probabilities; losses that train differently have different texts.</summary>
    public override string ToString() => $"{nameof(QuantileLoss)} {string.Join(" ", Probabilities)}";

    // From derivatives by quantiles to those by outputs: each step moves all quantiles beyond it.
    private void ChainInPlace(ReadOnlySpan<float> outputs, Span<float> gradient)
    {
        float above = 0, below = 0;
        for (int i = Last; i > MedianIndex; i--)
        {
            above += gradient[i];
            gradient[i] = Step(outputs[i], above);
        }

        for (int i = 0; i < MedianIndex; i++)
        {
            below += gradient[i];
            gradient[i] = Step(outputs[i], -below);
        }

        gradient[MedianIndex] += above + below;
    }

    private static float Step(float output, float derivative) =>
        LogVariance.Gradient(output, 0.5f * LogVariance.Sigma(output) * derivative);

    private (int Low, int High) Band()
    {
        int low = 0, high = Last;
        for (int i = 0; i <= Last; i++)
        {
            low = i < MedianIndex && Math.Abs(Normal(i) + 1) < Math.Abs(Normal(low) + 1) ? i : low;
            high = i > MedianIndex && Math.Abs(Normal(i) - 1) < Math.Abs(Normal(high) - 1) ? i : high;
        }

        return (low, high);
    }

    private double Normal(int index) => new NormalMixture([1, 0, 1]).Quantile(Probabilities[index]);
}
