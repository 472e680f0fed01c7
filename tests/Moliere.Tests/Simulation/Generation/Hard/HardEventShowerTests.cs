// covers: HardEvent, HardParticle, HardRole
using Moliere.Data;
using Moliere.Data.Kinematics;
using Moliere.Data.Objects;
using Moliere.Numerics.Random;
using Moliere.Simulation.Generation;
using Moliere.Simulation.Generation.Hard;

namespace Moliere.Tests.Simulation.Generation.Hard;

public sealed class HardEventShowerTests
{
    [Theory]
    [InlineData(Process.Dijets)]
    [InlineData(Process.Bottom)]
    [InlineData(Process.W)]
    [InlineData(Process.Z)]
    [InlineData(Process.Top)]
    [InlineData(Process.DiTau)]
    [InlineData(Process.Displaced)]
    public void WithRemnants_EnergyMomentumAndChargeAreThoseOfTheProtons(Process process)
    {
        Func<long, GeneratedEvent> generator = EventGenerators.Create(
            new ProcessOptions { Process = process, UnderlyingActivity = 0, PtMax = 1000 }, 5);
        for (int i = 0; i < 12; i++)
        {
            GeneratedEvent e = generator(i);
            FourVector sum = default;
            foreach (Particle p in e.Particles)
            {
                sum += p.Momentum;
            }

            Assert.True(Math.Abs(sum.E - 13000) + sum.P < 1e-5, $"{process} {i}: {sum}");
            Assert.Equal(2, e.Particles.Sum(p => PdgId.Charge(p.PdgId)));
        }
    }

    [Theory]
    [InlineData(Process.Top)]
    [InlineData(Process.Displaced)]
    public void History_HasMothersFirstAndDaughtersWhereMothersEnd(Process process)
    {
        GeneratedEvent e = EventGenerators.Create(new ProcessOptions { Process = process }, 5)(1);
        for (int i = 0; i < e.History.Count; i++)
        {
            TruthParticle entry = e.History[i];
            Assert.InRange(entry.Mother, -1, i - 1);
            if (entry.Mother >= 0)
            {
                Assert.Equal(e.History[entry.Mother].Decay, entry.Production);
            }
        }

        Assert.All(e.Particles, p => Assert.InRange(p.Mother, -1, e.History.Count - 1));
    }

    [Fact]
    public void LongLivedScalars_FlyByTheirLifetime()
    {
        var options = new ProcessOptions
        {
            Process = Process.Displaced,
            ScalarLength = 200,
            UnderlyingActivity = 0,
            InitialRadiation = false,
        };
        Func<long, GeneratedEvent> generator = EventGenerators.Create(options, 5);
        var proper = new List<double>();
        for (int i = 0; i < 150; i++)
        {
            foreach (TruthParticle s in generator(i).History.Where(p => p.PdgId == 35))
            {
                double dx = s.Decay.X - s.Production.X, dy = s.Decay.Y - s.Production.Y;
                proper.Add(Math.Sqrt((dx * dx) + (dy * dy)) / s.Momentum.Pt * 55);
            }
        }

        Assert.Equal(300, proper.Count);
        Assert.InRange(proper.Average(), 165, 235);
        Assert.InRange(proper.Count(l => l > 200 * Math.Log(2)) / 300.0, 0.41, 0.59);
    }

    [Fact]
    public void DisplacedParticles_BeginAtTheScalarsEnd()
    {
        GeneratedEvent e = EventGenerators.Create(new ProcessOptions { Process = Process.Displaced }, 5)(2);
        int scalar = e.History.ToList().FindIndex(p => p.PdgId == 35);
        var products = e.History.Index().Where(p => p.Item.Mother == scalar).ToList();
        Assert.Equal([-5, 5], products.Select(p => p.Item.PdgId).Order());
        Assert.True(e.History[scalar].Decay.Radius > 0);
        Assert.All(products, p => Assert.Equal(e.History[scalar].Decay, p.Item.Production));
        Assert.Contains(e.Particles, p => p.Production == e.History[scalar].Decay);
    }

    [Fact]
    public void Radiation_KeepsTheMassOfAResonanceAndItsProducts()
    {
        Func<long, GeneratedEvent> generator = EventGenerators.Create(
            new ProcessOptions { Process = Process.Top, TopDecay = TopDecay.SemiLeptonic }, 5);
        for (int i = 0; i < 20; i++)
        {
            GeneratedEvent e = generator(i);
            Assert.Equal(6, e.HardPartons.Count);
            TruthParticle[] tops = [.. e.History.Where(p => Math.Abs(p.PdgId) == 6)];
            Assert.All(tops, t => Assert.InRange(t.Momentum.Mass, 150, 195));
            Assert.Single(e.HardPartons, p => Math.Abs(p.PdgId) is 11 or 13 or 15);
        }
    }

    [Fact]
    public void HandMadeEvent_IsCompletedTheSameWay()
    {
        GeneratedEvent first = Shower().Complete(QuarkPair(100), 3);
        Assert.Equal(first.Particles, Shower().Complete(QuarkPair(100), 3).Particles);
        Assert.NotEqual(first.Particles, Shower().Complete(QuarkPair(100), 4).Particles);
        Assert.Equal(2.5, first.Weight);
        Assert.Equal([1, -1], first.HardPartons.Select(p => p.PdgId));
    }

    [Fact]
    public void LeptonBeams_GiveHadronsWithoutRemnants()
    {
        HardEvent hard = QuarkPair(45.6);
        HardParticle[] particles = [.. hard.Particles];
        particles[0] = particles[0] with { PdgId = -11, Colour = 0 };
        particles[1] = particles[1] with { PdgId = 11, Anticolour = 0 };
        particles[2] = particles[2] with { Colour = 501 };
        particles[3] = particles[3] with { Anticolour = 501 };
        GeneratedEvent e = Shower().Complete(hard with { Particles = particles }, 1);
        Assert.Equal(91.2, e.Particles.Sum(p => p.Momentum.E), 1e-6);
    }

    [Fact]
    public void HardEvent_WithoutTwoIncoming_IsRefused()
    {
        HardEvent hard = QuarkPair(100);
        hard = hard with { Particles = [.. hard.Particles.Skip(1)] };
        Assert.Contains("two incoming", Refusal(hard), StringComparison.Ordinal);
    }

    [Fact]
    public void HardEvent_WithAHiggsBoson_IsRefused()
    {
        HardEvent hard = OfGluons(new HardParticle(25, HardRole.Outgoing, new(0, 0, 0, 1000), 1000));
        Assert.Contains("does not decay", Refusal(hard), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(23)]
    [InlineData(24)]
    public void BosonsLeftOpen_DecayToKnownParticlesByTheirFractions(int boson)
    {
        int leptonic = 0;
        for (int i = 0; i < 400; i++)
        {
            var rng = new Rng(1, "test", (ulong)i);
            HardEvent closed = OpenDecays.Close(
                OfGluons(new HardParticle(boson, HardRole.Outgoing, new(0, 0, 0, 91), 91)), ref rng);
            HardParticle[] products = [.. closed.Particles.Where(p => p.Mother == 2)];
            Assert.Equal(2, products.Length);
            Assert.Equal(HardRole.Resonance, closed.Particles[2].Role);
            Assert.Equal(91, products[0].Momentum.E + products[1].Momentum.E, 1e-9);
            leptonic += Math.Abs(products[0].PdgId) > 10 ? 1 : 0;
        }

        Assert.InRange(leptonic / 400.0, 0.30 - 0.07, 0.33 + 0.07);
    }

    [Fact]
    public void HardEvent_WithATagAtThreeEnds_IsRefused()
    {
        HardEvent hard = OfGluons(
            new(21, HardRole.Outgoing, new(300, 0, 400, 500), 0, 503, 504),
            new(21, HardRole.Outgoing, new(-300, 0, -400, 500), 0, 503, 505));
        Assert.Contains("repeats a colour tag", Refusal(hard), StringComparison.Ordinal);
    }

    private static HardEvent OfGluons(params HardParticle[] products) => QuarkPair(100) with
    {
        Particles =
        [
            new(21, HardRole.Incoming, new(0, 0, 500, 500), 0, 501, 502),
            new(21, HardRole.Incoming, new(0, 0, -500, 500), 0, 502, 501),
            .. products,
        ],
    };

    [Fact]
    public void HardEvent_WithAMotherThatIsNoResonance_IsRefusedWithThePlace()
    {
        HardEvent hard = QuarkPair(100);
        HardParticle[] particles = [.. hard.Particles];
        particles[3] = particles[3] with { Mother = 2 };
        Assert.Contains("Particle 3", Refusal(hard with { Particles = particles }), StringComparison.Ordinal);
    }

    [Fact]
    public void HardEvent_BeyondTheBeamEnergy_IsRefused() =>
        Assert.Contains("beam energy", Refusal(QuarkPair(7000)), StringComparison.Ordinal);

    private static string Refusal(HardEvent hard) =>
        Assert.Throws<ArgumentException>(() => Shower().Complete(hard, 0)).Message;

    private static HardEventShower Shower() => new(new ProcessOptions(), 5);

    private static HardEvent QuarkPair(double energy) => new()
    {
        Particles =
        [
            new(2, HardRole.Incoming, new(0, 0, energy, energy), 0, Colour: 501),
            new(-2, HardRole.Incoming, new(0, 0, -energy, energy), 0, Anticolour: 502),
            new(1, HardRole.Outgoing, new(energy, 0, 0, energy), 0, Colour: 501),
            new(-1, HardRole.Outgoing, new(-energy, 0, 0, energy), 0, Anticolour: 502),
        ],
        Scale = energy,
        Weight = 2.5,
    };
}
