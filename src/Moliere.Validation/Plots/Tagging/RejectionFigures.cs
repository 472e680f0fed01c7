using Moliere.Numerics.Statistics;
using Moliere.Validation.Metrics.Tagging;

namespace Moliere.Validation.Plots.Tagging;

/// <summary>
/// Background rejection against the share of signal that is lost, both logarithmic: curves of taggers that lose hardly
/// anything, which lie on top of each other against the efficiency.
/// </summary>
/// <source>Detection error tradeoff: Martin et al., Eurospeech (1997) 1895; here without its normal deviates.</source>
public static class RejectionFigures
{
    private const int PointsPerDecade = 10;
    private const double Fewest = 1; // effective objects behind either coordinate

    /// <summary>A figure of some curves.</summary>
    /// <param name="curves">Each made by <see cref="Curve"/>.</param>
    /// <param name="label">Text on the figure.</param>
    /// <param name="id">Name of the files.</param>
    /// <param name="title">Heading, such as signal and background by name.</param>
    public static Figure Of(IReadOnlyList<CurveLayer> curves, string label, string id, string title) => new()
    {
        Id = id,
        Title = title,
        X = new PlotAxis("share of signal lost, 1 − ε_{s}") { IsLogarithmic = true },
        Y = new PlotAxis("background rejection 1 / ε_{b}") { IsLogarithmic = true },
        Layers = [.. curves],
        Label = label,
        Caption = "Up and to the left is better. Bands are 95 % intervals of the background that passes; a point has "
            + "at least one lost signal and one passing background behind it, so better taggers have fewer.",
    };

    /// <summary>The curve of one tagger.</summary>
    /// <param name="name">In the legend.</param>
    /// <param name="scores">[N], no NaN; larger ones are more like signal.</param>
    /// <param name="isSignal">Class of each row [N]; both are needed.</param>
    /// <param name="weights">[N]; empty for all 1.</param>
    /// <exception cref="ArgumentException">Lengths disagree, or a class has no weight.</exception>
    public static CurveLayer Curve(string name, float[] scores, bool[] isSignal, float[] weights)
    {
        var curve = RocCurve.Of(scores, isSignal, weights);
        double Size(bool wanted) => SampleSize.Effective(
            [.. isSignal.Select((one, row) => one != wanted ? 0f : weights.Length == 0 ? 1 : weights[row])]);
        double signal = Size(true), background = Size(false);
        int most = (int)Math.Floor(PointsPerDecade * Math.Log10(Math.Max(1, signal / Fewest)));
        return new(
            name,
            [
                .. Enumerable.Range(0, most + 1).Select(i => Math.Pow(10, (double)(i - most) / PointsPerDecade))
                    .Where(lost => lost < 1)
                    .Select(lost => (Lost: lost, Passing: curve.BackgroundEfficiency(1 - lost)))
                    .Where(point => point.Passing * background >= Fewest)
                    .Select(point => new CurvePoint(
                        point.Lost, point.Lost, 1 / point.Passing,
                        1.96 / point.Passing * Math.Sqrt((1 - point.Passing) / (point.Passing * background)))),
            ]);
    }
}
