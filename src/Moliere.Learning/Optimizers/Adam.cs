using Moliere.Numerics.Kernels;

namespace Moliere.Learning.Optimizers;

/// <summary>Adam with bias-corrected moments, and AdamW. Its whole state is two vectors and a step count.</summary>
/// <param name="parameterCount">Length of the parameter vector.</param>
/// <param name="options">Constants.</param>
/// <source>Kingma and Ba, arXiv:1412.6980, algorithm 1; Loshchilov and Hutter, arXiv:1711.05101, algorithm 2.</source>
public sealed class Adam(int parameterCount, AdamOptions options)
{
    /// <summary>Running mean of gradients, one per parameter.</summary>
    public float[] FirstMoment { get; } = new float[parameterCount];

    /// <summary>Running mean of squared gradients, one per parameter.</summary>
    public float[] SecondMoment { get; } = new float[parameterCount];

    /// <summary>Steps made so far.</summary>
    public long StepCount { get; set; }

    /// <summary>One step in place.</summary>
    /// <param name="parameters">Changed.</param>
    /// <param name="gradient">Of the loss, same length.</param>
    /// <param name="learningRate">Of this step, not negative.</param>
    public void Step(Span<float> parameters, ReadOnlySpan<float> gradient, double learningRate)
    {
        StepCount++;
        bool decoupled = options.Kind == OptimizerKind.AdamW;
        var coefficients = new AdamStep.Coefficients(
            Beta1: (float)options.Beta1,
            Beta2: (float)options.Beta2,
            Rate: (float)(learningRate / (1 - Math.Pow(options.Beta1, StepCount))),
            Root: (float)Math.Sqrt(1 - Math.Pow(options.Beta2, StepCount)),
            Epsilon: (float)options.Epsilon,
            Keep: decoupled ? (float)(1 - (learningRate * options.WeightDecay)) : 1,
            Penalty: decoupled ? 0 : (float)options.WeightDecay);
        AdamStep.Update(coefficients, gradient, parameters, FirstMoment, SecondMoment);
    }
}
