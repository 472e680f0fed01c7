// covers: GunOptions
using Moliere.Data;
using Moliere.Data.Kinematics;
using Moliere.Data.Objects;
using Moliere.Simulation.Generation;
using Moliere.Simulation.Generation.Decays;

namespace Moliere.Tests.Simulation.Generation;

public sealed class ParticleGunTests
{
    [Fact]
    public void Particles_AreSeparatedAndInsideTheRanges()
    {
        var gun = new ParticleGun(new GunOptions(), 1);
        for (int n = 0; n < 100; n++)
        {
            GeneratedEvent e = gun.Generate(n);
            Assert.Equal(8, e.HardPartons.Count);
            for (int i = 0; i < 8; i++)
            {
                FourVector p = e.HardPartons[i].Momentum;
                Assert.Equal(PdgId.PiPlus, Math.Abs(e.HardPartons[i].PdgId));
                Assert.InRange(p.E, 0.2, 1000.001);
                Assert.InRange(p.Eta, -1.7001, 1.7001);
                Assert.All(e.HardPartons.Take(i), q =>
                    Assert.True(EtaPhi.DeltaR(p.Eta, p.Phi, q.Momentum.Eta, q.Momentum.Phi) > 0.8999));
            }
        }
    }

    [Fact]
    public void Energies_AreFlatInTheLogarithm()
    {
        var gun = new ParticleGun(new GunOptions { PdgId = PdgId.Photon, EnergyMin = 1, EnergyMax = 100 }, 2);
        double[] logs = [.. Enumerable.Range(0, 300).SelectMany(n => gun.Generate(n).HardPartons)
            .Select(p => Math.Log10(p.Momentum.E))];
        Assert.InRange(logs.Average(), 0.95, 1.05);
        Assert.InRange(logs.Count(x => x < 0.5) / (double)logs.Length, 0.22, 0.28);
    }

    [Fact]
    public void NeutralPion_BecomesTwoPhotonsOfItsMomentum()
    {
        GeneratedEvent e = new ParticleGun(new GunOptions { PdgId = PdgId.Pi0, Count = 5 }, 3).Generate(0);
        Assert.Equal(10, e.Particles.Count);
        for (int i = 0; i < 5; i++)
        {
            FourVector sum = e.Particles[2 * i].Momentum + e.Particles[(2 * i) + 1].Momentum;
            FourVector pion = e.HardPartons[i].Momentum;
            Assert.Equal(PdgId.Photon, e.Particles[2 * i].PdgId);
            Assert.InRange(sum.E / pion.E, 1 - 1e-9, 1 + 1e-9);
            Assert.InRange(sum.Pz - pion.Pz, -1e-9 * pion.E, 1e-9 * pion.E);
        }
    }

    [Fact]
    public void SameSeedAndNumber_GiveTheSameEvent()
    {
        var gun = new ParticleGun(new GunOptions(), 4);
        Assert.Equal(gun.Generate(9).Particles, new ParticleGun(new GunOptions(), 4).Generate(9).Particles);
        Assert.NotEqual(gun.Generate(9).Particles, gun.Generate(10).Particles);
    }

    [Fact]
    public void TooManyParticles_AreRefused()
    {
        var error = Assert.Throws<ArgumentException>(() => new ParticleGun(new GunOptions { Count = 24 }, 1));
        Assert.Contains("24 particles", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void EmptyEnergyRange_IsRefused() => Assert.Throws<ArgumentException>(
        () => new ParticleGun(new GunOptions { EnergyMin = 5, EnergyMax = 2 }, 1));

    [Theory]
    [InlineData(15)]
    [InlineData(310)]
    [InlineData(421)]
    public void WhatDecays_IsInTheHistoryOfItsProducts(int pdgId)
    {
        GeneratedEvent e = new ParticleGun(new GunOptions { PdgId = pdgId, Count = 3 }, 1).Generate(0);
        Assert.True(e.History.Count >= 3);
        Assert.All(e.Particles, p => Assert.InRange(p.Mother, 0, e.History.Count - 1));
    }

    [Theory]
    [InlineData(99999)]
    [InlineData(6)]
    [InlineData(0)]
    public void UnknownParticle_IsRefused(int pdgId)
    {
        var error = Assert.Throws<ArgumentException>(() => new ParticleGun(new GunOptions { PdgId = pdgId }, 1));
        Assert.Contains($"{pdgId} is not in the table of particles", error.Message, StringComparison.Ordinal);
    }
}
