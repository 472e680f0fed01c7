// covers: LcwDerivation, UniformBins
using Moliere.Calibration.Classical;
using Moliere.Data.Kinematics;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Calibration.Classical;

public sealed class LcwTablesTests
{
    private static readonly float[] NoNoise = new float[ToyClusters.Geometry.CellCount];
    private static readonly Table Neutral = ToyClusters.WithResponse(1, lambda: 150, 20_000, seed: 1);
    private static readonly Table Charged = ToyClusters.WithResponse(0.6, lambda: 900, 20_000, seed: 2);

    [Fact]
    public void HadronsAtOtherDepth_CloseOnTheirOwnSample()
    {
        Predictions predictions = Derive().Apply(Charged);

        Assert.All(predictions.Response, r => Assert.Equal(0.6, r, 1e-3));
    }

    [Fact]
    public void PhotonsAtOtherDepth_StayAtEmScale()
    {
        Predictions predictions = Derive().Apply(Neutral);

        Assert.All(predictions.Response, r => Assert.Equal(1, r, 1e-3));
    }

    [Fact]
    public void SameShape_IsWeightedByTheProbabilityOfOneThird()
    {
        // Equal samples in the same bins: P = 1 / (1 + 2), so HAD_WEIGHT = 1/3 + 2/3 / 0.6.
        Table charged = ToyClusters.WithResponse(0.6, lambda: 150, 20_000, seed: 1);
        Table neutral = ToyClusters.WithResponse(0.6, lambda: 150, 20_000, seed: 1);

        LcwTables tables = new LcwDerivation(ToyClusters.Geometry, NoNoise).Derive(neutral, charged);
        Predictions predictions = tables.Apply(charged);

        double expected = 1 / ((1.0 / 3) + (2.0 / 3 / 0.6));
        Assert.All(predictions.Response, r => Assert.Equal(expected, r, 1e-3));
    }

    [Fact]
    public void CellsBelowTwiceTheirNoise_GiveNoWeight()
    {
        var noise = new float[ToyClusters.Geometry.CellCount];
        Array.Fill(noise, 1e6f);

        LcwTables tables = new LcwDerivation(ToyClusters.Geometry, noise).Derive(Neutral, Charged);
        Predictions predictions = tables.Apply(Charged);

        Assert.All(predictions.Response, r => Assert.Equal(1, r, 1e-6));
    }

    [Fact]
    public void NonFiniteDensity_IsNotCalibratedAndCounted()
    {
        Table broken = ToyClusters.WithResponse(0.6, 900, 3, seed: 3);
        broken.Floats(ClusterColumns.EnergyDensity)[1] = float.NaN;

        Predictions predictions = Derive().Apply(broken);

        Assert.Equal(1, predictions.NotCalibratedCount);
        Assert.Equal(CalibrationStatus.NotCalibrated, predictions.Status[1]);
        Assert.Equal(1f, predictions.Response[1]);
    }

    [Fact]
    public void OneCluster_HasTheFactorOfItsRow()
    {
        Table both = ToyClusters.WithResponse(0.8, lambda: 900, 500, seed: 4);
        LcwTables tables = new LcwDerivation(ToyClusters.Geometry, NoNoise).Derive(
            ToyClusters.WithResponse(1, lambda: 900, 20_000, seed: 1), Charged);
        Predictions rows = tables.Apply(both);
        var source = new CalorimeterEvent(ToyClusters.Geometry);
        for (int row = 0; row < both.RowCount; row++)
        {
            ClusterScale scale = tables.Of(ClusterOf(both, row, source), source);
            Assert.Equal(rows.Response[row], (float)(1 / scale.Factor));
            Assert.InRange(scale.EmProbability, 0, 1);
        }

        Assert.True(rows.Response.Distinct().Count() > 10);
        Assert.Equal(new ClusterScale(0, 1), tables.Of(new() { Cells = [], Weights = [] }, source));
    }

    [Fact]
    public void TableWithoutCells_IsRefusedByName()
    {
        var flat = new Table([.. Charged.Columns.Where(c => c.Name != ClusterColumns.CellIndex)]);

        var error = Assert.Throws<MissingColumnException>(() => Derive().Apply(flat));

        Assert.Contains("cell_index", error.Message);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(int.MaxValue)]
    public void CellOfAnotherCalorimeter_IsRefusedWithTheRange(int cell)
    {
        Table foreign = Clusters(c => c is JaggedColumn<int> cells ? cells with { Values = With(cells, cell) } : c);

        var error = Assert.Throws<InvalidDataException>(() => Derive().Apply(foreign));

        Assert.Contains($"found cell {cell}, expected 0 to {NoNoise.Length - 1}", error.Message);
    }

    [Fact]
    public void SignalsThatAreNotOnePerCell_AreRefused()
    {
        Table foreign = Clusters(c => c is JaggedColumn<float> { Name: ClusterColumns.CellEnergy } signals
            ? signals with { Offsets = [0, .. Enumerable.Repeat(signals.Values.Length, signals.RowCount)] }
            : c);

        var error = Assert.Throws<InvalidDataException>(() => Derive().Apply(foreign));

        Assert.Contains("'cell_energy': found lists of other lengths", error.Message);
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(0, 0)]
    [InlineData(0.99, 0)]
    [InlineData(1, 1)]
    [InlineData(9.99, 9)]
    [InlineData(10, 9)]
    [InlineData(double.PositiveInfinity, 9)]
    [InlineData(double.NegativeInfinity, 0)]
    [InlineData(double.NaN, 0)]
    public void UniformBins_ClampToTheEdges(double value, int bin) =>
        Assert.Equal(bin, new UniformBins(0, 10, 10).IndexOf(value));

    private static Table Clusters(Func<Column, Column> change) =>
        new([.. ToyClusters.WithResponse(0.6, 900, 3, seed: 3).Columns.Select(change)]);

    private static int[] With(JaggedColumn<int> cells, int last) => [.. cells.Values[..^1], last];

    private static LcwTables Derive() => new LcwDerivation(ToyClusters.Geometry, NoNoise).Derive(Neutral, Charged);

    private static Cluster ClusterOf(Table table, int row, CalorimeterEvent source)
    {
        JaggedColumn<int> cells = table.Jagged<int>(ClusterColumns.CellIndex);
        float[] signals = table.Jagged<float>(ClusterColumns.CellEnergy)[row].ToArray();
        int[] indices = cells[row].ToArray();
        for (int i = 0; i < indices.Length; i++)
        {
            source.Energy[indices[i]] = 2 * signals[i];
        }

        double energy = table.Floats(ClusterColumns.EnergyEm)[row], eta = table.Floats(ClusterColumns.Rapidity)[row];
        return new()
        {
            Cells = indices,
            Weights = [0.5f, 0.5f, 0.5f],
            Energy = energy,
            Momentum = FourVector.FromPtEtaPhiMass(energy / Math.Cosh(eta), eta, 0, 0),
            Moments = new()
            {
                CenterLambda = table.Floats(ClusterColumns.Lambda)[row],
                FirstEnergyDensity = table.Floats(ClusterColumns.EnergyDensity)[row],
            },
        };
    }
}
