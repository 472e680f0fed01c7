// covers: SpotScatter, ElectromagneticShower, IonisingTrack
using Moliere.Data.Geometry;
using Moliere.Numerics.Random;
using Moliere.Simulation.Detector;
using Moliere.Simulation.Detector.PunchThrough;

namespace Moliere.Tests.Simulation.Detector;

public class HadronicShowerTests
{
    // A block of one medium, deep enough for everything, read out by a grid without edges in reach.
    private static readonly CaloGeometry Block = new(
    [
        new CaloRegion
        {
            Sampling = CaloSampling.Emb2, Shape = CaloShape.Barrel, EtaMin = -8, EtaMax = 8, EtaBins = 64, PhiBins = 64,
            Inner = 20_000, Outer = 40_000, ElectronicNoise = 0,
        },
    ]);

    // Physics notes table 5.2: pi/e in a pure calorimeter, within 2 %.
    [Theory]
    [InlineData(CaloSampling.TileBC, 5, 0.802)]
    [InlineData(CaloSampling.TileBC, 50, 0.869)]
    [InlineData(CaloSampling.Emb2, 5, 0.682)]
    [InlineData(CaloSampling.Emb2, 50, 0.790)]
    [InlineData(CaloSampling.Emb2, 200, 0.836)]
    public void PureCalorimeter_HasThePublishedResponse(CaloSampling sampling, double energy, double expected)
    {
        (CaloPath path, SpotScatter scatter, CellDeposits cells) = MakeBlock(sampling);
        var shower = new HadronicShower(scatter, new ElectromagneticShower(scatter), new CalorimeterLeaks());
        var rng = new Rng(5, "block", (ulong)energy);
        (double signal, double deposit) = (0, 0);
        const int Showers = 1500;
        for (int i = 0; i < Showers; i++)
        {
            shower.Develop(path, new(0, 0), 0, 0, energy, false, ref rng);
            (double s, double d) = Sum(cells);
            (signal, deposit) = (signal + (s / Showers / energy), deposit + (d / Showers / energy));
        }

        Assert.Equal(1, deposit, 0.01);
        Assert.InRange(signal / expected, 0.98, 1.02);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(50)]
    public void ElectromagneticShower_HasResponseOneAndItsSamplingTerm(double energy)
    {
        (CaloPath path, SpotScatter scatter, CellDeposits cells) = MakeBlock(CaloSampling.Emb2);
        var shower = new ElectromagneticShower(scatter);
        var rng = new Rng(6, "block", (ulong)energy);
        (double mean, double square) = (0, 0);
        const int Showers = 4000;
        for (int i = 0; i < Showers; i++)
        {
            shower.Develop(path, new(0, 0), 0, energy, false, ref rng);
            double response = Sum(cells).Signal / energy;
            (mean, square) = (mean + (response / Showers), square + (response * response / Showers));
        }

        double expected = path.ShowerMedium.SamplingTerm / Math.Sqrt(energy);
        Assert.Equal(1, mean, 0.01);
        Assert.InRange(Math.Sqrt(square - (mean * mean)) / expected, 0.9, 1.15);
    }

    // Physics notes 5.2: the EM-scale signal of an ionising track is its deposit times 1.45 in lead and liquid argon.
    [Fact]
    public void MinimumIonisingTrack_ReadsHighByEOverMip()
    {
        (CaloPath path, SpotScatter scatter, CellDeposits cells) = MakeBlock(CaloSampling.Emb2);
        var rng = new Rng(7, "block");
        (double signal, double deposit) = (0, 0);
        for (int i = 0; i < 3000; i++)
        {
            double kinetic = 1000;
            _ = new IonisingTrack(scatter).Follow(path, new(0, 0), 0, ref kinetic, 0.106, double.MaxValue, ref rng);
            (double s, double d) = Sum(cells);
            (signal, deposit) = (signal + (s / 3000), deposit + (d / 3000));
            Assert.Equal(1000 - d, kinetic, 1e-3);
        }

        Assert.Equal(1.448, signal / deposit, 0.005);
        Assert.InRange(deposit / (400 * path.ShowerMedium.MipLossPerX0), 0.98, 1.02);
    }

    [Fact]
    public void SlowTrack_GivesAllItsEnergyAndStops()
    {
        (CaloPath path, SpotScatter scatter, CellDeposits cells) = MakeBlock(CaloSampling.Emb2);
        (var rng, double kinetic) = (new Rng(8, "block"), 0.2);
        _ = new IonisingTrack(scatter).Follow(path, new(0, 0), 0, ref kinetic, 0.14, double.MaxValue, ref rng);
        Assert.Equal(0, kinetic);
        Assert.Equal(0.2, Sum(cells).Deposit, 1e-6);
    }

    private static (CaloPath Path, SpotScatter Scatter, CellDeposits Cells) MakeBlock(CaloSampling sampling)
    {
        CaloMedium medium = ToyDetector.Medium(sampling);
        var cells = new CellDeposits(Block.CellCount);
        var path = new CaloPath([new(20_000, 40_000, medium, 400, 0)], medium);
        return (path, new SpotScatter(Block, cells), cells);
    }

    private static (double Signal, double Deposit) Sum(CellDeposits cells)
    {
        (double signal, double deposit) = (0, 0);
        foreach (int cell in cells.Cells)
        {
            (signal, deposit) = (signal + cells.Signal(cell), deposit + cells.Deposit(cell));
        }

        cells.Clear();
        return (signal, deposit);
    }
}
