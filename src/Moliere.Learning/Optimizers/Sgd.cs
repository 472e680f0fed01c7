using Moliere.Numerics.Kernels;

namespace Moliere.Learning.Optimizers;

/// <summary>
/// Gradient descent: v = momentum v + g + decay p, p = p - rate v, as in PyTorch without dampening. At a constant rate
/// these are also the steps of Keras, which keeps rate v instead of v.
/// </summary>
/// <param name="parameterCount">Length of the parameter vector.</param>
/// <param name="options">Momentum and weight decay; the rest is not read.</param>
/// <source>
/// Polyak, USSR Comput. Math. Math. Phys. 4 (1964) 1, equation 9; Sutskever et al., ICML 2013, section 2.
/// </source>
public sealed class Sgd(int parameterCount, OptimizerOptions options) : Optimizer
{
    /// <summary>v, one per parameter; of no length without momentum.</summary>
    public float[] Velocity { get; } = new float[options.Momentum > 0 ? parameterCount : 0];

    /// <inheritdoc/>
    public override IReadOnlyList<float[]> State => [Velocity];

    /// <inheritdoc/>
    public override void Step(Span<float> parameters, ReadOnlySpan<float> gradient, double learningRate)
    {
        StepCount++;
        var coefficients = new MomentumStep.Coefficients(
            (float)learningRate, (float)options.Momentum, (float)options.WeightDecay);
        MomentumStep.Update(coefficients, gradient, parameters, Velocity);
    }
}
