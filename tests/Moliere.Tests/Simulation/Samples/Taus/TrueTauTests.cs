using Moliere.Data;
using Moliere.Data.Kinematics;
using Moliere.Data.Objects;
using Moliere.Simulation.Samples.Taus;

namespace Moliere.Tests.Simulation.Samples.Taus;

public sealed class TrueTauTests
{
    private const int Count = 3000;

    // Particle Data Group, over all hadronic modes; kaons, eta and omega move some tenths of a percent between them.
    [Theory]
    [InlineData(TauDecayMode.OneProng, 0.178)]
    [InlineData(TauDecayMode.OneProngOneNeutral, 0.400)]
    [InlineData(TauDecayMode.OneProngNeutrals, 0.165)]
    [InlineData(TauDecayMode.ThreeProng, 0.152)]
    [InlineData(TauDecayMode.ThreeProngNeutrals, 0.080)]
    public void Modes_HaveTheirFractions(TauDecayMode mode, double fraction)
    {
        IReadOnlyList<TrueTau>[] events =
            [.. Enumerable.Range(0, Count / 2).Select(i => TrueTau.Of(ToyCrossings.Taus(i)))];
        Assert.All(events, taus => Assert.Equal(2, taus.Count));
        double found = events.SelectMany(taus => taus).Count(tau => tau.Mode == mode) / (double)Count;
        Assert.InRange(found, fraction - 0.035, fraction + 0.035);
    }

    [Fact]
    public void VisibleMomentum_IsThatOfTheTauWithoutItsNeutrino()
    {
        for (int number = 0; number < 50; number++)
        {
            GeneratedEvent e = ToyCrossings.Taus(number);
            FourVector neutrinos = default, visible = default, taus = default;
            foreach (Particle particle in e.Particles.Where(p => Math.Abs(p.PdgId) == 16))
            {
                neutrinos += particle.Momentum;
            }

            foreach (TrueTau tau in TrueTau.Of(e))
            {
                visible += tau.Momentum;
            }

            foreach (TruthParticle entry in e.History.Where(entry => Math.Abs(entry.PdgId) == 15))
            {
                taus += entry.Momentum;
            }

            Assert.Equal(taus.E, (visible + neutrinos).E, 1e-6);
            Assert.Equal(taus.Px, (visible + neutrinos).Px, 1e-6);
        }
    }

    [Fact]
    public void FileWithCopiesAndPions_CountsEverythingOnce()
    {
        var tau = new TruthParticle(15, new(0, 30, 0, 31), Mother: -1);
        GeneratedEvent e = new()
        {
            Number = 1,
            History = [tau, tau with { Mother = 0 }, new(PdgId.Pi0, new(0, 10, 0, 10.01), Mother: 1)],
            Particles =
            [
                new(PdgId.Photon, new(0, 1, 0, 1), Mother: 0), // radiated before the decay
                new(16, new(0, 9, 0, 9), Mother: 1),
                new(-PdgId.PiPlus, new(0, 8, 0, 8.01), Mother: 1),
                new(PdgId.Photon, new(0, 5, 0, 5), Mother: 2),
                new(PdgId.Photon, new(0, 5, 0, 5.01), Mother: 2),
                new(PdgId.Pi0, new(0, 2, 0, 2.01), Mother: 1), // not decayed by the program
            ],
        };
        TrueTau found = Assert.Single(TrueTau.Of(e));
        Assert.Equal(20, found.Momentum.Pt, 1e-9);
        Assert.Equal(TauDecayMode.OneProngNeutrals, found.Mode);
    }

    [Theory]
    [InlineData(11)]
    [InlineData(13)]
    public void LeptonicDecay_IsNoHadronicTau(int lepton)
    {
        GeneratedEvent e = new()
        {
            Number = 1,
            History = [new(15, new(0, 30, 0, 31))],
            Particles = [new(lepton, new(0, 20, 0, 20), Mother: 0), new(16, new(0, 10, 0, 10), Mother: 0)],
        };
        Assert.Empty(TrueTau.Of(e));
        Assert.Empty(TrueTau.Of(e with { History = [] }));
    }
}
