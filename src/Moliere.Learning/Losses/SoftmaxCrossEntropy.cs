using System.Globalization;
using System.Text.Json.Serialization;
using Moliere.Learning.Training;

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
    private const double LeastShare = 1e-6; // negative weights may leave a class less than nothing

    /// <summary>Number of classes C, at least 2.</summary>
    public int Classes { get; } = Classes >= 2
        ? Classes
        : throw new ArgumentOutOfRangeException(nameof(Classes), Classes, "There are at least 2 classes.");

    /// <summary>Weights w [C], not negative and not all 0; null for all 1.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public float[]? ClassWeights { get; } = Checked(Classes, ClassWeights);

    /// <inheritdoc/>
    public override int OutputCount => Classes;

    /// <inheritdoc/>
    public override bool HasSpread => false;

    /// <summary>Probabilities of the classes.</summary>
    /// <param name="outputs">Outputs of the network [C].</param>
    /// <param name="probabilities">Receives C numbers that sum to 1.</param>
    public static void Probabilities(ReadOnlySpan<float> outputs, Span<float> probabilities) =>
        LogNormalisation(outputs, probabilities);

    /// <summary>As a point: the mean number of the class.</summary>
    /// <param name="outputs">Outputs of the network [C].</param>
    /// <param name="mixture">Receives share 1, that mean, and 0.</param>
    public override void Decode(ReadOnlySpan<float> outputs, Span<float> mixture)
    {
        Span<float> slope = stackalloc float[Classes];
        (mixture[0], mixture[1], mixture[2]) = (1, Mean(outputs, slope), 0);
    }

    /// <summary>The mean number of the class.</summary>
    /// <param name="outputs">Outputs of the network [C].</param>
    /// <param name="slope">Receives its derivatives p (number of the class - mean).</param>
    public override float Mean(ReadOnlySpan<float> outputs, Span<float> slope)
    {
        Probabilities(outputs, slope);
        float mean = 0;
        for (int i = 0; i < Classes; i++)
        {
            mean += i * slope[i];
        }

        for (int i = 0; i < Classes; i++)
        {
            slope[i] *= i - mean;
        }

        return mean;
    }

    /// <inheritdoc/>
    public override double Row(ReadOnlySpan<float> outputs, float target, Span<float> gradient)
    {
        int label = (int)target;
        float weight = WeightOf(label);
        double loss = LogNormalisation(outputs, gradient) - outputs[label];
        gradient[label] -= 1;
        foreach (ref float derivative in gradient)
        {
            derivative *= weight;
        }

        return weight * loss;
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
        return WeightOf(label) * -Math.Log(Math.Exp(outputs[label]) / sum);
    }

    /// <summary>Equal probabilities: moments of numbers of classes say nothing.</summary>
    /// <param name="mean">Not read.</param>
    /// <param name="variance">Not read.</param>
    /// <param name="outputs">Receives zeros.</param>
    public override void StartingOutputs(double mean, double variance, Span<float> outputs) => outputs.Clear();

    // Logarithms of the classes' shares of all weight: the best constant prediction.
    internal override void Start(TrainingRows rows, Span<float> outputs)
    {
        double[] shares = ClassTargets.Sums(rows, Classes);
        for (int i = 0; i < Classes; i++)
        {
            shares[i] *= WeightOf(i);
        }

        double total = shares.Sum();
        for (int i = 0; i < Classes; i++)
        {
            outputs[i] = (float)Math.Log(Math.Max(shares[i] / total, LeastShare));
        }
    }

    internal override void CheckTargets(TrainingRows rows, string name) => ClassTargets.Check(rows, Classes, name);

    /// <summary>Equal numbers of classes and equal weights of them.</summary>
    /// <param name="other">The other loss.</param>
    public bool Equals(SoftmaxCrossEntropy? other) => other is not null && ToString() == other.ToString();

    /// <inheritdoc/>
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    /// <summary>Name, classes and weights; losses that train differently have different texts.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{nameof(SoftmaxCrossEntropy)} {Classes} {string.Join(" ", Texts())}");

    private static float[]? Checked(int classes, float[]? weights)
    {
        bool isFit = weights is null || (weights.Length == classes && weights.Sum() > 0
            && Array.TrueForAll(weights, weight => weight >= 0 && float.IsFinite(weight)));
        return isFit
            ? weights
            : throw new ArgumentException(
                $"{classes} classes need as many weights, not negative and not all 0; got "
                + $"{string.Join(", ", weights!)}.");
    }

    private IEnumerable<string> Texts() =>
        (ClassWeights ?? []).Select(weight => weight.ToString("R", CultureInfo.InvariantCulture));

    private float WeightOf(int label) => ClassWeights is null ? 1 : ClassWeights[label];

    // Logarithm of the sum of exponentials, and the exponentials divided by that sum.
    private static double LogNormalisation(ReadOnlySpan<float> outputs, Span<float> probabilities)
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

        return most + Math.Log(sum);
    }
}
