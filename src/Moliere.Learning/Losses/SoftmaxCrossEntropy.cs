namespace Moliere.Learning.Losses;

/// <summary>
/// L = -w_t ln p_t with p the softmax of C outputs, t the number of the true class as target, and w a weight per class;
/// in nats.
/// </summary>
/// <param name="Classes">Number of classes C, at least 2.</param>
/// <param name="ClassWeights">Weights w [C], not negative; null for all 1.</param>
/// <source>Bishop, Neural Networks for Pattern Recognition (1995), equations 6.149 and 6.150.</source>
public sealed record SoftmaxCrossEntropy(int Classes, float[]? ClassWeights = null) : Loss
{
    /// <inheritdoc/>
    public override int OutputCount => Classes;

    /// <inheritdoc/>
    public override bool HasSpread => false;

    /// <summary>Probabilities of the classes.</summary>
    /// <param name="outputs">Outputs of the network [C].</param>
    /// <param name="probabilities">Receives C numbers that sum to 1.</param>
    public static void Probabilities(ReadOnlySpan<float> outputs, Span<float> probabilities)
    {
        float most = float.NegativeInfinity;
        foreach (float output in outputs)
        {
            most = Math.Max(most, output);
        }

        double sum = 0;
        for (int i = 0; i < outputs.Length; i++)
        {
            double share = Math.Exp(outputs[i] - most);
            probabilities[i] = (float)share;
            sum += share;
        }

        for (int i = 0; i < outputs.Length; i++)
        {
            probabilities[i] = (float)(probabilities[i] / sum);
        }
    }

    /// <summary>As a point: the mean number of the class.</summary>
    /// <param name="outputs">Outputs of the network [C].</param>
    /// <param name="mixture">Receives share 1, that mean, and 0.</param>
    public override void Decode(ReadOnlySpan<float> outputs, Span<float> mixture)
    {
        Span<float> probabilities = stackalloc float[Classes];
        Probabilities(outputs, probabilities);
        float mean = 0;
        for (int i = 0; i < Classes; i++)
        {
            mean += i * probabilities[i];
        }

        (mixture[0], mixture[1], mixture[2]) = (1, mean, 0);
    }

    /// <inheritdoc/>
    public override double Row(ReadOnlySpan<float> outputs, float target, Span<float> gradient)
    {
        int label = (int)target;
        Probabilities(outputs, gradient);
        float weight = ClassWeights is null ? 1 : ClassWeights[label];
        double most = double.NegativeInfinity, sum = 0;
        for (int i = 0; i < Classes; i++)
        {
            most = Math.Max(most, outputs[i]);
        }

        for (int i = 0; i < Classes; i++)
        {
            sum += Math.Exp(outputs[i] - most);
            gradient[i] = weight * (gradient[i] - (i == label ? 1 : 0));
        }

        return weight * (Math.Log(sum) + most - outputs[label]);
    }

    /// <inheritdoc/>
    public override double Reference(ReadOnlySpan<double> outputs, double target)
    {
        double sum = 0;
        foreach (double output in outputs)
        {
            sum += Math.Exp(output);
        }

        int label = (int)target;
        return (ClassWeights is null ? 1 : ClassWeights[label]) * -Math.Log(Math.Exp(outputs[label]) / sum);
    }

    /// <summary>Equal probabilities: moments of numbers of classes say nothing.</summary>
    /// <param name="mean">Not read.</param>
    /// <param name="variance">Not read.</param>
    /// <param name="outputs">Receives zeros.</param>
    public override void StartingOutputs(double mean, double variance, Span<float> outputs) => outputs.Clear();
}
