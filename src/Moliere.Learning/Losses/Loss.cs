using System.Text.Json.Serialization;
using Moliere.Learning.Training;

namespace Moliere.Learning.Losses;

/// <summary>
/// What a good prediction is: a function of one row's outputs and target, summed over rows with event weights. The
/// gradient with respect to the outputs is in closed form; <see cref="Reference"/> defines the value.
/// </summary>
/// <source>
/// Bishop, Neural Networks for Pattern Recognition (1995), section 6.1: losses as negative log-likelihoods.
/// </source>
[JsonDerivedType(typeof(MeanSquaredError), "mean_squared_error")]
[JsonDerivedType(typeof(GaussianKernelLoss), "gaussian_kernel")]
[JsonDerivedType(typeof(RelativeError), "relative_error")]
[JsonDerivedType(typeof(GaussianNll), "gaussian")]
[JsonDerivedType(typeof(MixtureNll), "mixture")]
[JsonDerivedType(typeof(TruncatedMixtureNll), "truncated_mixture")]
[JsonDerivedType(typeof(QuantileLoss), "quantiles")]
[JsonDerivedType(typeof(GaussianAnsatz), "gaussian_ansatz")]
[JsonDerivedType(typeof(BinaryCrossEntropy), "binary_cross_entropy")]
[JsonDerivedType(typeof(SoftmaxCrossEntropy), "softmax_cross_entropy")]
public abstract record Loss
{
    /// <summary>Outputs O that a network must have for this loss.</summary>
    [JsonIgnore]
    public abstract int OutputCount { get; }

    /// <summary>
    /// Number K of normal densities that the outputs describe; 1 for a point prediction, whose sigma is 0.
    /// </summary>
    [JsonIgnore]
    public virtual int Components => 1;

    /// <summary>Whether the outputs describe a spread, or a point alone.</summary>
    [JsonIgnore]
    public virtual bool HasSpread => true;

    /// <summary>
    /// Whether rows of a micro-batch are compared with each other, so that judging needs rows in random order too.
    /// </summary>
    [JsonIgnore]
    public virtual bool CouplesRows => false;

    /// <summary>
    /// Whether training must start from outputs that are the same for all rows, since random ones can lead astray.
    /// </summary>
    [JsonIgnore]
    public virtual bool StartsFlat => false;

    /// <summary>What the outputs of one row say about its target.</summary>
    /// <param name="outputs">The row's O outputs.</param>
    /// <param name="mixture">Receives K shares that sum to 1, K means, K sigmas in the unit of the target.</param>
    public abstract void Decode(ReadOnlySpan<float> outputs, Span<float> mixture);

    /// <summary>Mean of what the outputs of one row say about its target: the first output unless overridden.</summary>
    /// <param name="outputs">The row's O outputs.</param>
    /// <param name="slope">Receives the derivative of the mean by each output.</param>
    public virtual float Mean(ReadOnlySpan<float> outputs, Span<float> slope)
    {
        slope.Clear();
        slope[0] = 1;
        return outputs[0];
    }

    /// <summary>Loss of one row.</summary>
    /// <param name="outputs">The row's O outputs.</param>
    /// <param name="target">What was to be predicted.</param>
    /// <param name="gradient">Receives the derivative by each output.</param>
    public abstract double Row(ReadOnlySpan<float> outputs, float target, Span<float> gradient);

    /// <summary>
    /// The slow definition of <see cref="Row"/>, without gradient and without bounds on log-variances.
    /// </summary>
    /// <param name="outputs">The row's O outputs.</param>
    /// <param name="target">What was to be predicted.</param>
    public abstract double Reference(ReadOnlySpan<double> outputs, double target);

    /// <summary>
    /// Outputs of a constant prediction that fits targets of the given moments, to start training from.
    /// </summary>
    /// <param name="mean">Mean of the targets.</param>
    /// <param name="variance">Variance of the targets, positive.</param>
    /// <param name="outputs">Receives O numbers.</param>
    public abstract void StartingOutputs(double mean, double variance, Span<float> outputs);

    /// <summary>Outputs of the constant prediction that training starts from: that of the targets' moments.</summary>
    /// <param name="rows">Rows to learn from, checked.</param>
    /// <param name="outputs">Receives O numbers.</param>
    internal virtual void Start(TrainingRows rows, Span<float> outputs)
    {
        double total = 0, first = 0, second = 0;
        for (int row = 0; row < rows.RowCount; row++)
        {
            double weight = rows.Weight(row), target = rows.Target(row);
            total += weight;
            first += weight * target;
            second += weight * target * target;
        }

        // Constant targets, or negative weights that swallow the spread, leave no variance to start from.
        double mean = first / total, variance = (second / total) - (mean * mean);
        StartingOutputs(mean, variance > 1e-8 ? variance : 1, outputs);
    }

    /// <summary>Refuses rows whose targets this loss cannot learn from.</summary>
    /// <param name="rows">Rows with finite targets.</param>
    /// <param name="name">How to call these rows in a message, such as "training".</param>
    /// <exception cref="ArgumentException">A target that is not allowed, or a class without rows.</exception>
    internal virtual void CheckTargets(TrainingRows rows, string name)
    {
    }

    /// <summary>
    /// Sum of weight times loss over rows, in row order. Likelihoods take 16 rows at a time in float32: to 1e-5 of what
    /// <see cref="Row"/> gives.
    /// </summary>
    /// <param name="outputs">[B, stride], the first O columns count.</param>
    /// <param name="stride">Floats between rows of outputs and gradients.</param>
    /// <param name="targets">[B].</param>
    /// <param name="weights">[B], may be negative.</param>
    /// <param name="gradients">[B, stride], receives the derivative of the sum by each output.</param>
    public virtual double Sum(
        ReadOnlySpan<float> outputs,
        int stride,
        ReadOnlySpan<float> targets,
        ReadOnlySpan<float> weights,
        Span<float> gradients)
    {
        double sum = 0;
        for (int i = 0; i < targets.Length; i++)
        {
            Span<float> gradient = gradients.Slice(i * stride, OutputCount);
            sum += weights[i] * Row(outputs.Slice(i * stride, OutputCount), targets[i], gradient);
            foreach (ref float derivative in gradient)
            {
                derivative *= weights[i];
            }
        }

        return sum;
    }
}
