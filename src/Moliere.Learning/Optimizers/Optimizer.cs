namespace Moliere.Learning.Optimizers;

/// <summary>
/// Turns gradients into steps. Its whole state is a count of steps and some vectors as long as the parameters.
/// </summary>
/// <source>Goodfellow, Bengio, Courville, Deep Learning (2016), sections 8.3 and 8.5.</source>
public abstract class Optimizer
{
    /// <summary>Steps made so far; writable for whoever goes on with a written state.</summary>
    public long StepCount { get; set; }

    /// <summary>What is remembered of earlier gradients, each as long as the parameters; empty for nothing.</summary>
    public abstract IReadOnlyList<float[]> State { get; }

    /// <summary>One step in place.</summary>
    /// <param name="parameters">Changed.</param>
    /// <param name="gradient">Of the loss, same length, finite.</param>
    /// <param name="learningRate">Of this step, not negative.</param>
    public abstract void Step(Span<float> parameters, ReadOnlySpan<float> gradient, double learningRate);

    /// <summary>The optimiser of some options, before its first step.</summary>
    /// <param name="parameterCount">Length of the parameter vector.</param>
    /// <param name="options">Kind and constants.</param>
    public static Optimizer Create(int parameterCount, OptimizerOptions options) => options.Kind == OptimizerKind.Sgd
        ? new Sgd(parameterCount, options)
        : new Adam(parameterCount, options);

    /// <summary>Forgets all earlier gradients.</summary>
    public void Restart()
    {
        StepCount = 0;
        foreach (float[] vector in State)
        {
            vector.AsSpan().Clear();
        }
    }
}
