using Moliere.Learning.Losses;
using Moliere.Numerics.Statistics;

namespace Moliere.Learning.Adversaries;

/// <summary>
/// Watches how well one output of main separates two classes of its task: the score is 1 minus the area under the
/// curve, and the measure the area.
/// </summary>
/// <param name="signal">Target of the class that shall score high.</param>
/// <param name="background">Target of the other.</param>
/// <param name="column">Which output.</param>
/// <param name="limit">Largest score allowed; infinity to watch only.</param>
/// <source>Hanley, McNeil, Radiology 143 (1982) 29, equation 1.</source>
public sealed class AreaMonitor(
    float signal = 1, float background = 0, int column = 0, double limit = double.PositiveInfinity) : GameMonitor
{
    /// <inheritdoc/>
    public override string Identity =>
        FormattableString.Invariant($"area {signal:R} {background:R} {column} {limit:R}");

    /// <inheritdoc/>
    public override string Name =>
        FormattableString.Invariant($"1 - AUC of output {column}, target {signal} against {background}");

    /// <inheritdoc/>
    public override double Limit => limit;

    /// <inheritdoc/>
    public override Verdict Judge(GameView view)
    {
        (float[] Values, float[] Weights) one = view.Of(false, column, signal);
        (float[] Values, float[] Weights) two = view.Of(false, column, background);
        double area = RankArea.Of(one.Values, one.Weights, two.Values, two.Weights);
        return new Verdict(1 - area) { Measures = [area] };
    }
}
