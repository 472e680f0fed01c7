using Moliere.Data.Objects;
using Moliere.Learning.Adversaries;
using Moliere.Learning.Losses;

namespace Moliere.Tagging.Displaced;

/// <summary>
/// Whether data of the control region look as if displaced jets were among them: more of them than wrong simulation
/// explains have a score of signal that few simulated ones reach. An adversary would teach the network to overlook
/// them.
/// </summary>
/// <source>arXiv:2203.01009, section 5: a control region must hold no signal; the test is ours.</source>
public sealed class ControlPurity : GameMonitor
{
    private const double Tail = 0.02; // share of simulation above the cut; few, yet enough to count
    private const double Excess = 0.025; // tuned on simulated control regions without and with 5 % of signal
    private const double Significance = 4; // standard deviations of counting

    /// <inheritdoc/>
    public override string Name => "share of data that look like signal in the control region";

    /// <summary>None: the share is watched, and complained of.</summary>
    public override double Limit => double.PositiveInfinity;

    /// <summary>Share of data above the cut as score; the same share and that of simulation as measures.</summary>
    /// <param name="view">Outputs on the control region; targets are 1 for data, 0 for simulation.</param>
    public override Verdict Judge(GameView view)
    {
        (float[] data, float[] dataWeights) = view.Of(isControl: true, (int)DisplacedClass.Signal, 1);
        (float[] simulation, float[] weights) = view.Of(isControl: true, (int)DisplacedClass.Signal, 0);
        float cut = Cut(simulation, weights);
        double expected = ShareAbove(cut, simulation, weights), found = ShareAbove(cut, data, dataWeights);
        double error = Math.Sqrt((expected / simulation.Length) + (Math.Max(expected, found) / data.Length));
        bool isPure = found - expected < Math.Max(Excess, Significance * error);
        return new(found)
        {
            Measures = [found, expected],
            Complaint = isPure ? null : FormattableString.Invariant(
                $"the control region looks as if it held signal: {100 * found:0.0} % of its data score above what ")
                + FormattableString.Invariant($"{100 * expected:0.0} % of its simulation reach"),
        };
    }

    private static float Cut(float[] scores, float[] weights)
    {
        (float[] sorted, float[] own) = ((float[])scores.Clone(), (float[])weights.Clone());
        Array.Sort(sorted, own);
        double above = 0, sum = own.Sum(weight => (double)weight);
        for (int i = sorted.Length - 1; i > 0; i--)
        {
            above += own[i];
            if (above >= Tail * sum)
            {
                return sorted[i];
            }
        }

        return sorted[0];
    }

    private static double ShareAbove(float cut, float[] scores, float[] weights)
    {
        double above = 0, sum = 0;
        for (int i = 0; i < scores.Length; i++)
        {
            sum += weights[i];
            above += scores[i] >= cut ? weights[i] : 0;
        }

        return above / sum;
    }
}
