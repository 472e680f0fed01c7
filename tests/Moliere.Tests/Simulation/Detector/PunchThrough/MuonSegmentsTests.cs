// covers: CalorimeterLeaks
using Moliere.Data;
using Moliere.Data.Geometry;
using Moliere.Data.Kinematics;
using Moliere.Data.Objects;
using Moliere.Numerics.Random;
using Moliere.Simulation.Detector;
using Moliere.Simulation.Detector.Description;
using Moliere.Simulation.Detector.PunchThrough;

namespace Moliere.Tests.Simulation.Detector.PunchThrough;

public sealed class MuonSegmentsTests
{
    private static readonly DetectorModel s_detector = new(DetectorDescription.Default);
    private readonly CellDeposits _cells = new(s_detector.Geometry.CellCount);

    [Fact]
    public void Pions_LeakWhatTheyDoNotDeposit()
    {
        const double Energy = 400;
        (double Deposit, double Leak)[] shots = [.. Enumerable.Range(0, 600).Select(i => Shoot(Energy, i))];
        Assert.InRange(shots.Average(shot => shot.Leak), 0.5, 12);

        // Who leaks interacted late, behind the dead material: nearly all of the rest is in cells.
        (double Deposit, double Leak)[] leaking = [.. shots.Where(shot => shot.Leak > 25)];
        Assert.InRange(leaking.Length, 2, 60);
        Assert.All(leaking, shot => Assert.InRange((shot.Deposit + shot.Leak) / Energy, 0.85, 1.02));
    }

    [Fact]
    public void Muons_LeaveAsTracks()
    {
        var transport = new ParticleTransport(s_detector, _cells);
        transport.Send([Particle(PdgId.Muon, 30, 0.3)], 0, new Rng(1, "muon"));
        Leak leak = Assert.Single(transport.Leaks);
        Assert.True(leak.IsTrack);
        Assert.InRange(leak.Energy, 20, 29);
        Assert.Equal(0.3, leak.Eta, 2);

        transport.Send([Particle(PdgId.Muon, 1, 0.3)], 0, new Rng(1, "muon"));
        Assert.Empty(transport.Leaks);
    }

    [Fact]
    public void Segments_GoToTheNearestJetInProportionToTheEnergy()
    {
        var segments = new MuonSegments(0.4, seed: 2);
        (double, double)[] axes = [(0, 0), (0.5, 0), (3, 0)];
        var source = new CalorimeterEvent(s_detector.Geometry);
        var sums = new double[3];
        for (int i = 0; i < 400; i++)
        {
            source.Number = i;
            int[] counts = segments.Count(
                [new(0.1, 0.1, 40, false), new(0.45, 6.28, 20, true), new(1.5, 0, 100, false), new(3, 0, 100, false)],
                axes, source, 0);
            Assert.Equal(counts, segments.Count(
                [new(0.1, 0.1, 40, false), new(0.45, 6.28, 20, true), new(1.5, 0, 100, false), new(3, 0, 100, false)],
                axes, source, 0));
            sums = [.. sums.Zip(counts, (sum, count) => sum + (count / 400.0))];
        }

        Assert.Equal(0.35 * 40, sums[0], 0.7);
        Assert.Equal(2.7, sums[1], 0.1); // Three stations of 90 %.
        Assert.Equal(0, sums[2]); // No chambers there.
    }

    private (double Deposit, double Leak) Shoot(double energy, int shot)
    {
        _cells.Clear();
        var transport = new ParticleTransport(s_detector, _cells);
        transport.Send([Particle(PdgId.PiPlus, energy, 0.4)], 0, new Rng(7, "shot", (ulong)shot));
        double deposit = 0;
        foreach (int cell in _cells.Cells)
        {
            deposit += _cells.Deposit(cell);
        }

        return (deposit, transport.Leaks.Sum(leak => leak.Energy));
    }

    private static Particle Particle(int pdgId, double energy, double eta) => new(
        pdgId, FourVector.FromPtEtaPhiMass(energy / Math.Cosh(eta), eta, 0.2, PdgId.Mass(pdgId)));
}
