using Moliere.Learning.Losses;

namespace Moliere.Learning.Adversaries;

/// <summary>The views of outputs, row by row, and how gradients come back through them.</summary>
internal static class OutputViews
{
    /// <summary>Brings a row of outputs into a view.</summary>
    public static void Apply(OutputView view, ReadOnlySpan<float> outputs, Span<float> seen)
    {
        switch (view)
        {
            case OutputView.Raw:
                outputs.CopyTo(seen);
                break;
            case OutputView.Sigmoid:
                for (int i = 0; i < outputs.Length; i++)
                {
                    seen[i] = (float)BinaryCrossEntropy.Probability(outputs[i]);
                }

                break;
            case OutputView.LogSoftmax:
                Logarithms(outputs, seen);
                break;
            default:
                SoftmaxCrossEntropy.Probabilities(outputs, seen);
                break;
        }
    }

    /// <summary>Brings all rows [N, O] into a view.</summary>
    public static float[] Apply(OutputView view, ReadOnlySpan<float> outputs, int outputCount)
    {
        var seen = new float[outputs.Length];
        for (int at = 0; at < seen.Length; at += outputCount)
        {
            Apply(view, outputs.Slice(at, outputCount), seen.AsSpan(at, outputCount));
        }

        return seen;
    }

    /// <summary>Turns derivatives by what is seen of a row into those by its outputs, times a factor.</summary>
    public static void Gradient(
        OutputView view, ReadOnlySpan<float> seen, ReadOnlySpan<float> bySeen, float factor, Span<float> byOutputs)
    {
        float mean = view == OutputView.Softmax ? Dot(seen, bySeen) : 0;
        float sum = view == OutputView.LogSoftmax ? Sum(bySeen) : 0;
        for (int i = 0; i < byOutputs.Length; i++)
        {
            byOutputs[i] = factor * view switch
            {
                OutputView.Raw => bySeen[i],
                OutputView.Sigmoid => seen[i] * (1 - seen[i]) * bySeen[i],
                OutputView.LogSoftmax => bySeen[i] - (MathF.Exp(seen[i]) * sum),
                _ => seen[i] * (bySeen[i] - mean),
            };
        }
    }

    private static void Logarithms(ReadOnlySpan<float> outputs, Span<float> seen)
    {
        double most = double.NegativeInfinity, sum = 0;
        foreach (float output in outputs)
        {
            most = Math.Max(most, output);
        }

        foreach (float output in outputs)
        {
            sum += Math.Exp(output - most);
        }

        for (int i = 0; i < outputs.Length; i++)
        {
            seen[i] = (float)(outputs[i] - most - Math.Log(sum));
        }
    }

    private static float Sum(ReadOnlySpan<float> values)
    {
        float sum = 0;
        foreach (float value in values)
        {
            sum += value;
        }

        return sum;
    }

    private static float Dot(ReadOnlySpan<float> first, ReadOnlySpan<float> second)
    {
        float sum = 0;
        for (int i = 0; i < first.Length; i++)
        {
            sum += first[i] * second[i];
        }

        return sum;
    }
}
