using Moliere.Numerics.Kernels;

namespace Moliere.Learning.Optimizers;

/// <summary>
/// Adam with bias-corrected moments, AdamW, and Nadam. Nadam puts c m' + (1 - c_t) g in place of the mean m of
/// gradients, with c_t = beta1 (1 - ½ 0.96^(0.004 t)) and corrections by products of the c, as PyTorch documents it;
/// Keras has 0.96^t, so that its momentum rises to beta1 within a hundred steps.
/// </summary>
/// <source>
/// Kingma and Ba, arXiv:1412.6980, algorithm 1; Loshchilov and Hutter, arXiv:1711.05101, algorithm 2; Dozat,
/// "Incorporating Nesterov momentum into Adam", ICLR workshop (2016), algorithm 8.
/// </source>
public sealed class Adam : Optimizer
{
    private const double MomentumDecay = 0.004; // Dozat (2016), section 3

    private readonly OptimizerOptions _options;
    private double _product = 1;
    private long _productSteps;

    /// <summary>Starts with moments of zero.</summary>
    /// <param name="parameterCount">Length of the parameter vector.</param>
    /// <param name="options">Constants; momentum is not read.</param>
    public Adam(int parameterCount, OptimizerOptions options)
    {
        _options = options;
        (FirstMoment, SecondMoment) = (new float[parameterCount], new float[parameterCount]);
    }

    /// <summary>Running mean of gradients, one per parameter.</summary>
    public float[] FirstMoment { get; }

    /// <summary>Running mean of squared gradients, one per parameter.</summary>
    public float[] SecondMoment { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<float[]> State => [FirstMoment, SecondMoment];

    /// <inheritdoc/>
    public override void Step(Span<float> parameters, ReadOnlySpan<float> gradient, double learningRate)
    {
        StepCount++;
        bool decoupled = _options.Kind == OptimizerKind.AdamW;
        (double rate, double ahead) = Rates(learningRate);
        var coefficients = new AdamStep.Coefficients(
            Beta1: (float)_options.Beta1,
            Beta2: (float)_options.Beta2,
            Rate: (float)rate,
            Root: (float)Math.Sqrt(1 - Math.Pow(_options.Beta2, StepCount)),
            Epsilon: (float)_options.Epsilon,
            Keep: decoupled ? (float)(1 - (learningRate * _options.WeightDecay)) : 1,
            Penalty: decoupled ? 0 : (float)_options.WeightDecay,
            Ahead: (float)ahead);
        AdamStep.Update(coefficients, gradient, parameters, FirstMoment, SecondMoment);
    }

    // Rates of the mean of gradients and of the gradient itself.
    private (double Mean, double Gradient) Rates(double rate)
    {
        if (_options.Kind != OptimizerKind.Nadam)
        {
            return (rate / (1 - Math.Pow(_options.Beta1, StepCount)), 0);
        }

        double own = Momentum(StepCount), next = Momentum(StepCount + 1), product = Product();
        return (rate * next / (1 - (product * next)), rate * (1 - own) / (1 - product));
    }

    private double Momentum(long step) => _options.Beta1 * (1 - (0.5 * Math.Pow(0.96, step * MomentumDecay)));

    // Multiplied in order of the steps, also after a resume: the same bits.
    private double Product()
    {
        if (_productSteps >= StepCount)
        {
            (_product, _productSteps) = (1, 0);
        }

        while (_productSteps < StepCount)
        {
            _product *= Momentum(++_productSteps);
        }

        return _product;
    }
}
