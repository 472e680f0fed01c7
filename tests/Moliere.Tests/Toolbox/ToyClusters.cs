using Moliere.Data.Geometry;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Numerics.Random;

namespace Moliere.Tests.Toolbox;

/// <summary>Cluster tables with a known response, for tests of calibrations.</summary>
internal static class ToyClusters
{
    public static readonly CaloGeometry Geometry = new(
    [
        new CaloRegion
        {
            Sampling = CaloSampling.Emb2, Shape = CaloShape.Barrel, EtaMin = -1.4, EtaMax = 1.4, EtaBins = 112,
            PhiBins = 256, Inner = 1596, Outer = 1926, ElectronicNoise = 0.06,
        },
        new CaloRegion
        {
            Sampling = CaloSampling.TileA, Shape = CaloShape.Barrel, EtaMin = -1.4, EtaMax = 1.4, EtaBins = 28,
            PhiBins = 64, Inner = 2280, Outer = 2680, ElectronicNoise = 0.02,
        },
    ]);

    /// <summary>Clusters of three cells whose signal is the deposit times a response, at a given depth.</summary>
    public static Table WithResponse(double response, double lambda, int count, ulong seed)
    {
        var rng = new Rng(seed, "toy-clusters");
        var rows = new List<float[]>();
        var (cells, signals, deposits) = (new List<int>(), new List<float>(), new List<float>());
        for (int i = 0; i < count; i++)
        {
            double energy = Math.Exp(Distributions.Uniform(0, Math.Log(100), ref rng)), density = 0;
            int first = rng.NextInt(Geometry.CellCount - 3);
            foreach (double share in (double[])[0.6, 0.3, 0.1])
            {
                int cell = first + cells.Count % 3;
                cells.Add(cell);
                signals.Add((float)(share * energy * response));
                deposits.Add((float)(share * energy));
                density += share * share * energy * response / Geometry.Volume[cell];
            }

            rows.Add(
                [i, 1, (float)(energy * response), (float)energy, Geometry.Eta[first], (float)lambda, (float)density]);
        }

        return Build(rows, cells, signals, deposits);
    }

    private static Table Build(List<float[]> rows, List<int> cells, List<float> signals, List<float> deposits)
    {
        int[] offsets = [.. Enumerable.Range(0, rows.Count + 1).Select(i => 3 * i)];
        string[] names =
        [
            ClusterColumns.Weight, ClusterColumns.EnergyEm, ClusterColumns.EnergyDeposited, ClusterColumns.Rapidity,
            ClusterColumns.Lambda, ClusterColumns.EnergyDensity,
        ];
        List<Column> columns = [new LongColumn(ClusterColumns.Event, "", "", [.. rows.Select(r => (long)r[0])])];
        columns.AddRange(names.Select((name, c) => new FloatColumn(name, "", "", [.. rows.Select(r => r[c + 1])])));
        columns.Add(new JaggedColumn<int>(ClusterColumns.CellIndex, "", "", offsets, [.. cells]));
        columns.Add(new JaggedColumn<float>(ClusterColumns.CellEnergy, "GeV", "", offsets, [.. signals]));
        columns.Add(new JaggedColumn<float>(ClusterColumns.CellDeposit, "GeV", "", offsets, [.. deposits]));
        return new Table(columns);
    }
}
