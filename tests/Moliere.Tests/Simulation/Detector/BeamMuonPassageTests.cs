using Moliere.Data.Geometry;
using Moliere.Numerics.Random;
using Moliere.Simulation.Detector;
using Moliere.Simulation.Detector.Description;
using Moliere.Simulation.Generation.BeamInduced;

namespace Moliere.Tests.Simulation.Detector;

public sealed class BeamMuonPassageTests
{
    private static readonly DetectorModel s_detector = new(DetectorDescription.Default);
    private readonly CellDeposits _cells = new(s_detector.Geometry.CellCount);

    [Fact]
    public void Loss_StaysInAFewCellsOfTheHadronicBarrel()
    {
        const double Loss = 200;
        var muon = new BeamMuon(1, 3000, 0.7, 500, Loss, 0);
        double mean = 0;
        for (int i = 0; i < 20; i++)
        {
            Deposit(muon, i);
            float[] signals = [.. _cells.Cells.ToArray().Select(_cells.Signal).OrderDescending()];
            mean += signals.Sum() / 20;
            Assert.InRange(signals.Take(8).Sum() / signals.Sum(), 0.8, 1);
            Assert.All(_cells.Cells.ToArray(), cell => Assert.Equal(CaloShape.Barrel, RegionOf(cell).Shape));
            Assert.InRange(Hadronic() / signals.Sum(), 0.999, 1.0001);
        }

        // The loss and some six metres of ionisation.
        Assert.InRange(mean, Loss - 5, Loss + 15);
    }

    [Fact]
    public void Row_RunsAlongTheBeamAtOneAzimuth()
    {
        Deposit(new BeamMuon(1, 3000, 0.7, 500, 50, 0), 1);
        int[] strong = [.. _cells.Cells.ToArray().Where(cell => _cells.Signal(cell) > 0.1)];
        float[] etas = [.. strong.Select(cell => s_detector.Geometry.Eta[cell])];
        Assert.InRange(etas.Min(), -1.5, -1.3);
        Assert.InRange(etas.Max(), 1.3, 1.5);
        Assert.All(strong, cell => Assert.Equal(0.7, s_detector.Geometry.Phi[cell], 0.25));
    }

    // (z - sqrt(z² + R²)) / c along the beam, of -z against it.
    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void Cells_AreAsEarlyAsTheMuonIsThere(int direction)
    {
        const double Radius = 2900;
        Deposit(new BeamMuon(direction, Radius, -1, 900, 50, 0.5), 2);
        int[] seen = [.. _cells.Cells.ToArray().Where(cell => _cells.Signal(cell) > 0)];
        Assert.InRange(seen.Length, 20, 1000);
        foreach (int cell in seen)
        {
            double eta = s_detector.Geometry.Eta[cell], z = Radius * Math.Sinh(eta);
            double expected = 0.5 + (((direction * z) - Math.Sqrt((z * z) + (Radius * Radius))) / 299.792458);
            double halfCell = 0.75 * Radius * Math.Cosh(eta) * RegionOf(cell).EtaWidth / 299.792458;
            Assert.Equal(expected, _cells.Timed(cell) / _cells.Signal(cell), 2 * halfCell);
        }
    }

    [Fact]
    public void MuonOutsideTheCells_LeavesNothing()
    {
        Deposit(new BeamMuon(1, 5000, 0, 0, 100, 0), 3);
        Assert.Equal(0, _cells.Count);
    }

    private CaloRegion RegionOf(int cell) => s_detector.Geometry.RegionOf(cell);

    private double Hadronic()
    {
        double sum = 0;
        foreach (int cell in _cells.Cells)
        {
            sum += RegionOf(cell).Inner >= 2280 ? _cells.Signal(cell) : 0;
        }

        return sum;
    }

    private void Deposit(in BeamMuon muon, int number)
    {
        _cells.Clear();
        var rng = new Rng(4, "passage", (ulong)number);
        new BeamMuonPassage(s_detector).Deposit(muon, _cells, ref rng);
    }
}
