// covers: LcwDerivation, UniformBins
using Moliere.Calibration.Classical;
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
}
