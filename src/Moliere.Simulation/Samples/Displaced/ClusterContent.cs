using Moliere.Data;
using Moliere.Data.Kinematics;
using Moliere.Data.Objects;
using Moliere.Simulation.Detector;
using Moliere.Simulation.Samples.Jets;

namespace Moliere.Simulation.Samples.Displaced;

/// <summary>Depth and true delay of a cluster.</summary>
/// <source>arXiv:2203.01009, section 5: inputs of the per-jet network; time: arXiv:1603.02934, section 4.</source>
internal static class ClusterContent
{
    /// <summary>
    /// Shares of presampler and the three electromagnetic layers, then of the three hadronic layers, where barrel and
    /// end-cap count together and the last two of the end-cap count as one, and of what reads no layer: gap
    /// scintillators. They sum to 1; the last also holds what lies in forward modules.
    /// </summary>
    /// <param name="cluster">Any.</param>
    /// <param name="source">Its cells.</param>
    public static double[] Layers(Cluster cluster, CalorimeterEvent source)
    {
        double[] s = LayerShares.Of([cluster], source);
        return [s[0], s[1], s[2], s[3], s[4] + s[7], s[5] + s[8], s[6] + s[9] + s[10], 1 - s.Take(11).Sum()];
    }

    /// <summary>
    /// How much later than light from the collision the energy came [ns]: mean over cells with weight of their squared
    /// energies, where pile-up and noise count as in time. Earlier is negative.
    /// </summary>
    /// <param name="cluster">Not without energy.</param>
    /// <param name="source">Its cells.</param>
    /// <param name="deposits">What the collision left in them.</param>
    /// <param name="collision">Where and when it took place.</param>
    public static double Delay(Cluster cluster, CalorimeterEvent source, CellDeposits deposits, in Vertex collision)
    {
        double prompt = collision.Time - (collision.Z * Math.Tanh(cluster.Momentum.Eta) / Units.SpeedOfLight);
        double sum = 0, squares = 0;
        for (int i = 0; i < cluster.Cells.Length; i++)
        {
            int cell = cluster.Cells[i];
            double weight2 = cluster.Weights[i] * cluster.Weights[i], energy = source.Energy[cell];
            sum += weight2 * energy * (deposits.Timed(cell) - (prompt * deposits.Signal(cell)));
            squares += weight2 * energy * energy;
        }

        return squares > 0 ? sum / squares : 0;
    }
}
