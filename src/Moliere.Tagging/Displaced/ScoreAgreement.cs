using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Numerics.Statistics;

namespace Moliere.Tagging.Displaced;

/// <summary>How far data and simulation lie apart in the control region, in what goes into a tagger and in what comes
/// out; and how well it separates the classes.</summary>
/// <source>gordonwatts/CalRatioTrainer: weighted Kolmogorov-Smirnov distances; physics notes section 9.</source>
public static class ScoreAgreement
{
    /// <summary>Kolmogorov-Smirnov distance of data and simulation of one quantity, rows without number left out.
    /// </summary>
    /// <param name="control">Jets of the control region.</param>
    /// <param name="values">The quantity [N].</param>
    /// <exception cref="ArgumentException">Data or simulation has no jet with a number.</exception>
    public static double Distance(Table control, float[] values)
    {
        int[] isData = WholeNumbers.Of(control, DisplacedJetColumns.IsData);
        float[] weights = JetReading.Weights(control);
        (float[] Values, float[] Weights) Of(bool data)
        {
            int[] rows = [.. Enumerable.Range(0, values.Length)
                .Where(row => isData[row] > 0 == data && float.IsFinite(values[row]))];
            return (Array.ConvertAll(rows, row => values[row]), Array.ConvertAll(rows, row => weights[row]));
        }

        (float[] Values, float[] Weights) one = Of(true), two = Of(false);
        return KolmogorovDistance.Of(one.Values, one.Weights, two.Values, two.Weights);
    }

    /// <summary>The same for each of the three scores: qcd, signal, bib.</summary>
    /// <param name="control">Jets of the control region.</param>
    /// <param name="scores">Scores of a tagger [N, 3].</param>
    public static double[] Distances(Table control, float[] scores) =>
        [.. Enumerable.Range(0, 3).Select(output => Distance(control, Output(scores, output)))];

    /// <summary>The same for each number of <see cref="JetSummaries"/>.</summary>
    /// <param name="control">Jets of the control region.</param>
    public static IReadOnlyList<(string Name, double Distance)> OfInputs(Table control)
    {
        float[] summaries = JetSummaries.Of(control);
        int width = JetSummaries.Names.Count;
        return [.. JetSummaries.Names.Select((name, i) => (name, Distance(control, Output(summaries, i, width))))];
    }

    /// <summary>Probability that a jet of the signal scores higher as signal than one of a background.</summary>
    /// <param name="jets">Jets of all classes.</param>
    /// <param name="scores">Scores of a tagger [N, 3].</param>
    /// <param name="background">Which background.</param>
    /// <param name="signal">Which jets of the signal count; null for all.</param>
    /// <exception cref="ArgumentException">There are none of one of both.</exception>
    public static double Area(Table jets, float[] scores, DisplacedClass background, Predicate<int>? signal = null)
    {
        int[] classes = WholeNumbers.Of(jets, DisplacedJetColumns.Class);
        float[] weights = JetReading.Weights(jets);
        (float[] Values, float[] Weights) Of(Predicate<int> takes)
        {
            int[] rows = [.. Enumerable.Range(0, classes.Length)
                .Where(row => takes(row) && float.IsFinite(scores[(row * 3) + 1]))];
            return (Array.ConvertAll(rows, row => scores[(row * 3) + 1]), Array.ConvertAll(rows, row => weights[row]));
        }

        (float[] Values, float[] Weights) one = Of(row => classes[row] == (int)DisplacedClass.Signal
            && (signal is null || signal(row))), two = Of(row => classes[row] == (int)background);
        return RankArea.Of(one.Values, one.Weights, two.Values, two.Weights);
    }

    /// <summary>One of the scores of all jets [N].</summary>
    /// <param name="scores">Scores of a tagger, [N, width].</param>
    /// <param name="output">Which, from 0.</param>
    /// <param name="width">Scores of a jet.</param>
    public static float[] Output(float[] scores, int output, int width = 3) =>
        [.. Enumerable.Range(0, scores.Length / width).Select(row => scores[(row * width) + output])];
}
