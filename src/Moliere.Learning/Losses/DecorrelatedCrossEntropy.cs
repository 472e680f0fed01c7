using System.Globalization;
using Moliere.Numerics.Statistics;

namespace Moliere.Learning.Losses;

/// <summary>
/// L = BCE + lambda dCor²(c, p | t = 0): the mean cross-entropy of a batch plus the squared distance correlation, among
/// its rows of class 0, of the predicted probability p with the number c that each row carries as its context. Batches
/// below 2048 rows have a correlation of their own, about 3 / n of n rows.
/// </summary>
/// <param name="lambda">Weight of the correlation, not negative; 0 is plain cross-entropy.</param>
/// <source>Kasieczka, Shih, "DisCo fever", arXiv:2001.05310, equations 2.5 and 2.6.</source>
public sealed class DecorrelatedCrossEntropy(double lambda) : CoupledLoss
{
    private readonly BinaryCrossEntropy _entropy = new();

    /// <summary>Weight of the correlation.</summary>
    public double Lambda { get; } = lambda >= 0 && double.IsFinite(lambda)
        ? lambda
        : throw new ArgumentOutOfRangeException(
            nameof(lambda), lambda, "The weight of the correlation is a number from 0 on.");

    /// <inheritdoc/>
    public override int OutputCount => 1;

    /// <inheritdoc/>
    public override string Identity =>
        string.Create(CultureInfo.InvariantCulture, $"cross-entropy and distance correlation, lambda {Lambda:R}");

    /// <inheritdoc/>
    public override double Evaluate(in CoupledBatch batch, Span<float> gradients)
    {
        double entropy = Entropy(batch, gradients);
        (int[] positions, double[] context, double[] scores, double[] weights) = Protected(batch);
        var slopes = new double[positions.Length];
        double correlation = Correlation(context, scores, weights, slopes);
        for (int i = 0; i < positions.Length; i++)
        {
            gradients[positions[i]] += (float)(Lambda * slopes[i] * scores[i] * (1 - scores[i]));
        }

        return entropy + (Lambda * correlation);
    }

    /// <inheritdoc/>
    /// <remarks>Measures: cross-entropy, squared correlation.</remarks>
    public override Verdict Judge(in CoupledBatch rows)
    {
        double entropy = Entropy(rows, new float[rows.Count]);
        (_, double[] context, double[] scores, double[] weights) = Protected(rows);
        double correlation = Correlation(context, scores, weights, []);
        return new(entropy + (Lambda * correlation)) { Measures = [entropy, correlation] };
    }

    // Weighted mean and its derivatives.
    private double Entropy(in CoupledBatch batch, Span<float> gradients)
    {
        double sum = 0, total = 0;
        Span<float> own = stackalloc float[1];
        for (int i = 0; i < batch.Count; i++)
        {
            float weight = batch.Weight(i);
            sum += weight * _entropy.Row(batch.Output(i), batch.Target(i), own);
            gradients[i] = weight * own[0];
            total += weight;
        }

        for (int i = 0; i < batch.Count; i++)
        {
            gradients[i] = (float)(gradients[i] / total);
        }

        return sum / total;
    }

    private static double Correlation(double[] context, double[] scores, double[] weights, Span<double> slopes) =>
        weights.Sum() > 0 ? DistanceCorrelation.Squared(context, scores, weights, slopes) : 0;

    private static (int[] Positions, double[] Context, double[] Scores, double[] Weights) Protected(
        in CoupledBatch batch)
    {
        var positions = new List<int>();
        for (int i = 0; i < batch.Count; i++)
        {
            if (batch.Target(i) == 0)
            {
                positions.Add(i);
            }
        }

        double[] context = new double[positions.Count], scores = new double[positions.Count];
        var weights = new double[positions.Count];
        for (int i = 0; i < scores.Length; i++)
        {
            context[i] = batch.Context(positions[i])[0];
            scores[i] = BinaryCrossEntropy.Probability(batch.Output(positions[i])[0]);
            weights[i] = Math.Max(0, batch.Weight(positions[i])); // a distance of negative weight has no meaning
        }

        return ([.. positions], context, scores, weights);
    }
}
