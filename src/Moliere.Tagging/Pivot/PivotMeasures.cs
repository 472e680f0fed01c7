using Moliere.Learning.Losses;
using Moliere.Learning.Models;
using Moliere.Numerics.Statistics;

namespace Moliere.Tagging.Pivot;

/// <summary>How good a classifier of the pivot toy is, and how far its scores know z.</summary>
/// <param name="CrossEntropy">Mean over the test rows, in nats; 0.4485 at best with z unknown.</param>
/// <param name="Area">Area under the curve of the test rows; 0.8587 at best.</param>
/// <param name="Distance">
/// Kolmogorov-Smirnov distance of its scores between rows of z = -1 and of z = +1; 0.261 for the best classifier, 0 for
/// a pivot.
/// </param>
public sealed record PivotMeasures(double CrossEntropy, double Area, double Distance)
{
    /// <summary>Measures a network with one logit.</summary>
    /// <param name="classifier">Takes x0 and x1.</param>
    /// <param name="test">Rows with z drawn.</param>
    /// <param name="seed">Seed of the rows with z = -1 and z = +1, as many as those of the test each.</param>
    /// <param name="threads">At least 1; does not change the result.</param>
    public static PivotMeasures Of(Mlp classifier, PivotSample test, ulong seed, int threads)
    {
        float[] scores = Scores(classifier, test, threads);
        float[] below = Scores(classifier, PivotToy.Draw(test.RowCount, seed, z: -1), threads);
        float[] above = Scores(classifier, PivotToy.Draw(test.RowCount, seed + 1, z: 1), threads);
        var loss = new BinaryCrossEntropy();
        double sum = 0;
        Span<float> unused = stackalloc float[1];
        for (int row = 0; row < test.RowCount; row++)
        {
            sum += loss.Row(scores.AsSpan(row, 1), test.Labels[row], unused);
        }

        return new(sum / test.RowCount, AreaOf(scores, test.Labels), KolmogorovDistance.Of(below, [], above, []));
    }

    private static double AreaOf(float[] scores, float[] labels)
    {
        float[] signal = [.. scores.Where((_, row) => labels[row] == 1)];
        float[] background = [.. scores.Where((_, row) => labels[row] == 0)];
        return RankArea.Of(signal, [], background, []);
    }

    private static float[] Scores(Mlp classifier, PivotSample sample, int threads)
    {
        var scores = new float[sample.RowCount];
        classifier.Predict(sample.Features, sample.RowCount, scores, threads);
        return scores;
    }
}
