// covers: SimulationOptions, ParticleTransport, CellTimes
using Moliere.Data;
using Moliere.Data.Geometry;
using Moliere.Data.Kinematics;
using Moliere.Data.Objects;
using Moliere.Simulation.Detector;
using Moliere.Simulation.Detector.Description;
using Moliere.Simulation.Pileup;

namespace Moliere.Tests.Simulation.Detector;

public class EventSimulatorTests
{
    private static readonly DetectorModel Detector = new(DetectorDescription.Default);
    private static readonly PileupOptions Pileup = new() { LibrarySize = 20, FixedMu = 5 };
    private static readonly PileupLibrary Library = PileupLibrary.Build(Detector, Pileup, SoftCollision, 3, 2);
    private static readonly CellNoise Noise = new(Detector, Library, 5);
    private static readonly SimulationOptions Quiet = new() { WithNoise = false, WithPileup = false };

    [Fact]
    public void SameSeed_GivesTheSameBitsWhateverCameBefore()
    {
        var first = new CalorimeterEvent(Detector.Geometry);
        var second = new CalorimeterEvent(Detector.Geometry);
        EventSimulator fresh = Make(new(), 11), used = Make(new(), 11);
        fresh.Simulate(SoftCollision(4), 1, first);
        used.Simulate(SoftCollision(7), 0, second);
        used.Simulate(SoftCollision(4), 1, second);
        Assert.True(first.Energy.AsSpan().SequenceEqual(second.Energy));
        Assert.True(first.Deposit.AsSpan().SequenceEqual(second.Deposit));
        Assert.True(first.Time.AsSpan().SequenceEqual(second.Time));
        Assert.Equal((first.Mu, first.VertexCount), (second.Mu, second.VertexCount));
    }

    [Fact]
    public void AnotherPass_TurnsTheEventAndDrawsAgain()
    {
        var first = new CalorimeterEvent(Detector.Geometry);
        var second = new CalorimeterEvent(Detector.Geometry);
        EventSimulator simulator = Make(Quiet, 11);
        simulator.Simulate(One(PdgId.Photon, 50, 0.3), 0, first);
        simulator.Simulate(One(PdgId.Photon, 50, 0.3), 1, second);
        int a = Array.IndexOf(first.Energy, first.Energy.Max()), b = Array.IndexOf(second.Energy, second.Energy.Max());
        Assert.NotEqual(Detector.Geometry.Phi[a], Detector.Geometry.Phi[b]);
        Assert.Equal(Detector.Geometry.Eta[a], Detector.Geometry.Eta[b], 0.03);
    }

    [Fact]
    public void PileupAndNoise_NeverCountAsDeposit()
    {
        var target = new CalorimeterEvent(Detector.Geometry);
        Make(new(), 11).Simulate(new GeneratedEvent { Number = 1, Particles = [] }, target);
        Assert.All(target.Deposit, d => Assert.Equal(0f, d));
        Assert.Contains(target.Energy, e => e != 0);
    }

    [Theory]
    [InlineData(PdgId.Photon, 20, 0.3, 0.97, 1.02)]
    [InlineData(PdgId.Pi0, 20, 0.3, 0.97, 1.02)]
    [InlineData(PdgId.PiPlus, 50, 0.3, 0.70, 0.90)]
    [InlineData(PdgId.KLong, 50, 0.3, 0.70, 0.90)]
    [InlineData(PdgId.PiPlus, 50, 1.45, 0.55, 0.85)] // crack: gap cells give part of it back
    public void Response_IsThatOfTheParticle(int pdgId, double energy, double eta, double low, double high)
    {
        var target = new CalorimeterEvent(Detector.Geometry);
        EventSimulator simulator = Make(Quiet, 12);
        double signal = 0;
        for (int i = 0; i < 100; i++)
        {
            simulator.Simulate(One(pdgId, energy, eta), i, target);
            signal += target.Energy.Sum(e => (double)e) / (100 * energy);
        }

        Assert.InRange(signal, low, high);
    }

    // Proton: kinetic energy only; antiproton: twice its mass on top.
    [Fact]
    public void Antiproton_ReleasesItsAnnihilationEnergy()
    {
        double proton = DepositShare(PdgId.Proton), antiproton = DepositShare(-PdgId.Proton);
        Assert.Equal(2 * PdgId.Mass(PdgId.Proton), antiproton - proton, 0.35);
        Assert.True(proton < 10 - PdgId.Mass(PdgId.Proton));
    }

    [Fact]
    public void PileupWithoutLibrary_IsRefused()
    {
        var error = Assert.Throws<ArgumentException>(() => new EventSimulator(Detector, Noise, null, Pileup, new(), 1));
        Assert.Contains("no library", error.Message);
    }

    [Fact]
    public void Times_AreGivenOnlyAboveTwiceTheNoise()
    {
        var target = new CalorimeterEvent(Detector.Geometry);
        Make(new(), 13).Simulate(One(PdgId.Photon, 100, 0.2), target);
        for (int cell = 0; cell < target.Time.Length; cell++)
        {
            bool standsOut = Math.Abs(target.Energy[cell]) > 2 * Noise.Total[cell];
            Assert.Equal(standsOut, target.Time[cell] != 0);
        }

        int hottest = Array.IndexOf(target.Energy, target.Energy.Max());
        Assert.InRange(target.Time[hottest], -1.5f, 1.5f);
    }

    // A photon made in the middle of Tile begins there, and its cells are as late as it is.
    [Fact]
    public void ParticleMadeInTheCalorimeter_ShowersWhereItIsAndLate()
    {
        var photon = new Particle(PdgId.Photon, new FourVector(30, 0, 0, 30), new Vertex(3000, 0, 0, 18));
        CalorimeterEvent target = Run(photon);
        for (int cell = 0; cell < target.Energy.Length; cell++)
        {
            bool isBehind = Detector.Geometry.Sampling[cell] is CaloSampling.TileBC or CaloSampling.TileD;
            Assert.True(isBehind || target.Energy[cell] == 0, "signal in front of the place of birth");
        }

        int hottest = Array.IndexOf(target.Energy, target.Energy.Max());
        Assert.Equal(18 - (3000 / 299.792458), target.Time[hottest], 2.0);
        Assert.Equal(1, target.Energy.Sum(e => (double)e) / 30, 0.2);
    }

    [Fact]
    public void ParticleMadeBehindTheCalorimeter_LeavesNothing() =>
        Assert.All(
            Run(new Particle(PdgId.Photon, new FourVector(30, 0, 0, 30), new Vertex(5000, 0, 0, 18))).Energy,
            energy => Assert.Equal(0f, energy));

    [Theory]
    [InlineData(2.2)]
    [InlineData(2.8)]
    [InlineData(-3.7)]
    public void ForwardParticles_AreMeasuredToo(double eta)
    {
        CalorimeterEvent target = Run(One(PdgId.PiPlus, 200, eta).Particles[0]);
        Assert.InRange(target.Energy.Sum(e => (double)e) / 200, 0.5, 1.1);
    }

    internal static GeneratedEvent SoftCollision(long number)
    {
        var particles = new List<Particle>();
        for (int i = 0; i < 40; i++)
        {
            double eta = -1.6 + (0.08 * i), phi = (0.7 * i) + number, pt = 0.4 + (0.05 * (i % 9));
            int pdgId = (i % 3) switch { 0 => PdgId.PiPlus, 1 => -PdgId.PiPlus, _ => PdgId.Photon };
            particles.Add(new(pdgId, FourVector.FromPtEtaPhiMass(pt, eta, phi, PdgId.Mass(pdgId))));
        }

        return new GeneratedEvent { Number = number, Particles = particles };
    }

    private static CalorimeterEvent Run(Particle particle)
    {
        var target = new CalorimeterEvent(Detector.Geometry);
        Make(Quiet with { RotateAzimuth = false }, 15).Simulate(
            new GeneratedEvent { Number = 1, Particles = [particle] }, target);
        return target;
    }

    private static GeneratedEvent One(int pdgId, double energy, double eta)
    {
        double mass = PdgId.Mass(pdgId), momentum = Math.Sqrt((energy * energy) - (mass * mass));
        var vector = FourVector.FromPtEtaPhiMass(momentum / Math.Cosh(eta), eta, 0.4, mass);
        return new GeneratedEvent { Number = 1, Particles = [new(pdgId, vector)] };
    }

    private static EventSimulator Make(SimulationOptions options, ulong seed) =>
        new(Detector, Noise, Library, Pileup, options, seed);

    private static double DepositShare(int pdgId)
    {
        var target = new CalorimeterEvent(Detector.Geometry);
        EventSimulator simulator = Make(Quiet, 14);
        double deposit = 0;
        for (int i = 0; i < 400; i++)
        {
            simulator.Simulate(One(pdgId, 10, 0.2), i, target);
            deposit += target.Deposit.Sum(d => (double)d) / 400;
        }

        return deposit;
    }
}
