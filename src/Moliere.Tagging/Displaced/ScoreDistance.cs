using Moliere.Learning.Adversaries;
using Moliere.Learning.Losses;
using Moliere.Numerics.Statistics;

namespace Moliere.Tagging.Displaced;

/// <summary>
/// How far the scores of data and simulation lie apart in the control region: the largest Kolmogorov-Smirnov distance
/// of the outputs of the network, weights counted.
/// </summary>
/// <source>arXiv:2203.01009, section 5; gordonwatts/CalRatioTrainer: epochs judged by the distance per output.</source>
public sealed class ScoreDistance : GameMonitor
{
    private readonly double _limit;

    /// <summary>A monitor with a limit.</summary>
    /// <param name="limit">Largest distance with which a network is good enough, in (0, 1].</param>
    public ScoreDistance(double limit) => _limit = limit;

    /// <inheritdoc/>
    public override string Name => "largest distance of the scores of data and simulation";

    /// <inheritdoc/>
    public override double Limit => _limit;

    /// <summary>Distance per output, then the largest as score; no complaint.</summary>
    /// <param name="view">Outputs on the control region; targets are 1 for data, 0 for simulation.</param>
    public override Verdict Judge(GameView view)
    {
        double[] distances = new double[view.OutputCount];
        for (int output = 0; output < distances.Length; output++)
        {
            (float[] data, float[] dataWeights) = view.Of(isControl: true, output, 1);
            (float[] simulation, float[] simulationWeights) = view.Of(isControl: true, output, 0);
            distances[output] = KolmogorovDistance.Of(data, dataWeights, simulation, simulationWeights);
        }

        return new(distances.Max()) { Measures = distances };
    }
}
