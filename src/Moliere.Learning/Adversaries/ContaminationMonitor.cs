using System.Globalization;
using Moliere.Learning.Losses;
using Moliere.Numerics.Statistics;

namespace Moliere.Learning.Adversaries;

/// <summary>
/// Complains where the control region looks like signal: more of its data score high than its simulation allows for.
/// An adversary would then teach main to hide signal. High is what half of the signal exceeds, so that a main that has
/// learnt little sees signal as well. The score is the share of data above that minus what is allowed, in standard
/// errors; measures are the shares of data and of simulation.
/// </summary>
/// <param name="column">Output on which signal scores high.</param>
/// <param name="signal">Target of signal in the task.</param>
/// <param name="factor">How often the share of simulation data may have; above 1, since simulation is wrong.</param>
/// <param name="data">Target of data.</param>
/// <param name="simulation">Target of simulation.</param>
/// <source>
/// arXiv:2203.01009, section 5, for the control region that must hold no signal; the bound of five errors is ours.
/// </source>
public sealed class ContaminationMonitor(
    int column, float signal, double factor = 2, float data = 1, float simulation = 0) : GameMonitor
{
    private const double MostErrors = 5; // the customary bound of an observation

    /// <inheritdoc/>
    public override string Identity =>
        FormattableString.Invariant($"contamination {column} {signal:R} {factor:R} {data:R} {simulation:R}");

    /// <inheritdoc/>
    public override string Name =>
        FormattableString.Invariant($"share of data with output {column} above that of half of the signal [errors]");

    /// <summary>Infinity: it complains instead.</summary>
    public override double Limit => double.PositiveInfinity;

    /// <inheritdoc/>
    public override Verdict Judge(GameView view)
    {
        double threshold = Middle(view);
        (double share, double size) = Share(view, data, threshold);
        (double simulated, double simulatedSize) = Share(view, simulation, threshold);
        double allowed = factor * simulated;
        double variance = (allowed * (1 - Math.Min(allowed, 1)) / size)
            + (factor * factor * simulated * (1 - simulated) / simulatedSize)
            + (1 / (size * size)); // of one row, so that no share is exact
        double errors = (share - allowed) / Math.Sqrt(variance);
        return new Verdict(errors)
        {
            Measures = [share, simulated],
            Complaint = errors > MostErrors ? Sentence(share, simulated, threshold) : null,
        };
    }

    private double Middle(GameView view)
    {
        (float[] values, float[] weights) = view.Of(false, column, signal);
        return WeightedQuantile.Of(values, weights, [0.5])[0];
    }

    private static string Sentence(double share, double simulated, double threshold)
    {
        string data = (100 * share).ToString("F2", CultureInfo.InvariantCulture);
        string simulation = (100 * simulated).ToString("F2", CultureInfo.InvariantCulture);
        string score = threshold.ToString("G3", CultureInfo.InvariantCulture); // said to people, compared in full
        return $"the control region looks like signal: {data} % of its data, but {simulation} % of its simulation, "
            + $"score above {score}, as half of the signal does";
    }

    private (double Share, double Size) Share(GameView view, float target, double threshold)
    {
        (float[] values, float[] weights) = view.Of(true, column, target);
        double above = 0, total = 0;
        for (int i = 0; i < values.Length; i++)
        {
            above += values[i] > threshold ? weights[i] : 0;
            total += weights[i];
        }

        return (Math.Clamp(above / total, 0, 1), SampleSize.Effective(weights));
    }
}
