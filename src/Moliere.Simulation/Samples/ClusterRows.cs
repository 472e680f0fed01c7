using Moliere.Data.Geometry;
using Moliere.Data.Kinematics;
using Moliere.Data.Objects;
using Moliere.Data.Tables;

namespace Moliere.Simulation.Samples;

/// <summary>
/// Collects the clusters of one event as rows; blocks of events are joined into one table in event order.
/// </summary>
internal sealed class ClusterRows(bool withCellDeposits)
{
    private static readonly (string Name, string Unit, string Description)[] Scalars =
    [
        (ClusterColumns.Weight, "", "event weight"),
        (ClusterColumns.EnergyEm, "GeV", "signal at EM scale"),
        (ClusterColumns.EnergyDeposited, "GeV", "true energy deposited in the cluster's cells by the hard collision"),
        (ClusterColumns.Rapidity, "", "rapidity of the massless cluster"),
        (ClusterColumns.Phi, "rad", "azimuth"),
        (ClusterColumns.Significance, "", "signal over noise"),
        (ClusterColumns.Time, "ns", "cell time weighted with squared energy"),
        (ClusterColumns.TimeVariance, "ns²", "variance of the cell times weighted with squared energy"),
        (ClusterColumns.Lambda, "mm", "depth of the centre behind the calorimeter front face"),
        (ClusterColumns.CenterMagnitude, "mm", "distance of the centre from the origin"),
        (ClusterColumns.EmFraction, "", "share of the energy in the electromagnetic calorimeter"),
        (ClusterColumns.EnergyDensity, "GeV/mm³", "first moment of the energy density"),
        (ClusterColumns.Longitudinal, "", "normalised second longitudinal moment"),
        (ClusterColumns.Lateral, "", "normalised second lateral moment"),
        (ClusterColumns.PtD, "", "fragmentation p_TD"),
        (ClusterColumns.Isolation, "", "share of unclustered perimeter cells"),
        (ClusterColumns.VertexCount, "", "reconstructed primary vertices"),
        (ClusterColumns.Mu, "", "mean number of collisions per crossing"),
        (ClusterColumns.JetPt, "GeV", "transverse momentum of the jet that holds the cluster"),
        (ClusterColumns.JetRapidity, "", "rapidity of the jet that holds the cluster"),
    ];

    private readonly List<long> _events = [];
    private readonly List<float> _scalars = [];
    private readonly List<int> _cellCounts = [];
    private readonly List<int> _cellIndex = [];
    private readonly List<float> _cellEnergy = [];
    private readonly List<float> _cellDeposit = [];

    /// <summary>Number of clusters collected.</summary>
    public int Count => _events.Count;

    /// <summary>Adds one cluster with its cells.</summary>
    /// <param name="cluster">The cluster.</param>
    /// <param name="source">The event it was found in.</param>
    /// <param name="jet">Momentum of the jet that holds it [GeV].</param>
    public void Add(Cluster cluster, CalorimeterEvent source, FourVector jet)
    {
        _events.Add(source.Number);
        AddScalars(cluster, source, jet);
        _cellCounts.Add(cluster.Cells.Length);
        for (int i = 0; i < cluster.Cells.Length; i++)
        {
            int cell = cluster.Cells[i];
            _cellIndex.Add(cell);
            _cellEnergy.Add(cluster.Weights[i] * source.Energy[cell]);
            if (withCellDeposits)
            {
                _cellDeposit.Add(cluster.Weights[i] * source.Deposit[cell]);
            }
        }
    }

    /// <summary>Joins blocks into one table, in the order given.</summary>
    /// <param name="blocks">Blocks that were all made with the same choice of cell deposits.</param>
    /// <param name="withCellDeposits">Whether the blocks hold cell deposits.</param>
    public static Table Join(IReadOnlyList<ClusterRows> blocks, bool withCellDeposits)
    {
        long[] events = Gather(blocks, b => b._events);
        List<Column> columns = [new LongColumn(ClusterColumns.Event, "", "number of the generated event", events)];
        float[] rowMajor = Gather(blocks, b => b._scalars);
        for (int c = 0; c < Scalars.Length; c++)
        {
            (string name, string unit, string description) = Scalars[c];
            columns.Add(new FloatColumn(name, unit, description, Strided(rowMajor, c, Scalars.Length)));
        }

        int[] offsets = OffsetsOf(Gather(blocks, b => b._cellCounts));
        columns.Add(new JaggedColumn<int>(
            ClusterColumns.CellIndex, "", "cells of the geometry", offsets, Gather(blocks, b => b._cellIndex)));
        columns.Add(new JaggedColumn<float>(
            ClusterColumns.CellEnergy, "GeV", "weighted cell signals at EM scale", offsets,
            Gather(blocks, b => b._cellEnergy)));
        if (withCellDeposits)
        {
            columns.Add(new JaggedColumn<float>(
                ClusterColumns.CellDeposit, "GeV", "weighted true cell deposits", offsets,
                Gather(blocks, b => b._cellDeposit)));
        }

        return new Table(columns);
    }

    private void AddScalars(Cluster cluster, CalorimeterEvent source, FourVector jet)
    {
        ClusterMoments m = cluster.Moments;
        _scalars.AddRange(
        [
            (float)source.Weight, (float)cluster.Energy, (float)cluster.Deposit, (float)cluster.Momentum.Rapidity,
            (float)cluster.Momentum.Phi, (float)m.Significance, (float)m.Time, (float)m.TimeVariance,
            (float)m.CenterLambda, (float)m.CenterMagnitude, (float)m.EmFraction, (float)m.FirstEnergyDensity,
            (float)m.Longitudinal, (float)m.Lateral, (float)m.PtD, (float)m.Isolation, source.VertexCount,
            (float)source.Mu, (float)jet.Pt, (float)jet.Rapidity,
        ]);
    }

    private static T[] Gather<T>(IReadOnlyList<ClusterRows> blocks, Func<ClusterRows, List<T>> pick)
    {
        var joined = new T[blocks.Sum(block => pick(block).Count)];
        int at = 0;
        foreach (ClusterRows block in blocks)
        {
            List<T> part = pick(block);
            part.CopyTo(joined, at);
            at += part.Count;
        }

        return joined;
    }

    private static float[] Strided(float[] rowMajor, int column, int stride)
    {
        var values = new float[rowMajor.Length / stride];
        for (int row = 0; row < values.Length; row++)
        {
            values[row] = rowMajor[(row * stride) + column];
        }

        return values;
    }

    private static int[] OffsetsOf(int[] counts)
    {
        var offsets = new int[counts.Length + 1];
        for (int i = 0; i < counts.Length; i++)
        {
            offsets[i + 1] = offsets[i] + counts[i];
        }

        return offsets;
    }
}
