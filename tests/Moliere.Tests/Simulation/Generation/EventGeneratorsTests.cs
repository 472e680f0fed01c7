// covers: Process, ProcessOptions, HardSpectrum, ScalarDecay, TopDecay, TauDecay
using Moliere.Data.Objects;
using Moliere.Simulation.Generation;

namespace Moliere.Tests.Simulation.Generation;

public sealed class EventGeneratorsTests
{
    public static TheoryData<Process> All => [.. Enum.GetValues<Process>()];

    [Theory]
    [MemberData(nameof(All))]
    public void EveryProcess_GivesTheSameEventsOnAnyThread(Process process)
    {
        var options = new ProcessOptions { Process = process };
        Func<long, GeneratedEvent> one = EventGenerators.Create(options, 9), other = EventGenerators.Create(options, 9);
        var parallel = new GeneratedEvent[6];
        Parallel.For(0, parallel.Length, i => parallel[i] = one(i));
        for (int i = parallel.Length - 1; i >= 0; i--)
        {
            GeneratedEvent again = other(i);
            Assert.Equal(i, again.Number);
            Assert.Equal(again.Particles, parallel[i].Particles);
            Assert.Equal(again.History, parallel[i].History);
        }

        Assert.NotEqual(parallel[0].Particles, EventGenerators.Create(options, 10)(0).Particles);
    }

    [Fact]
    public void Collisions_AreSpreadAlongTheBeamAndInTime()
    {
        Func<long, GeneratedEvent> generator = EventGenerators.Create(
            new ProcessOptions { Process = Process.DiTau, UnderlyingActivity = 0, InitialRadiation = false }, 1);
        double[] z = [.. Enumerable.Range(0, 200).Select(i => generator(i).History[0].Production.Z)];
        Assert.InRange(Math.Sqrt(z.Average(x => x * x)), 53 * 0.85, 53 * 1.15);
        Assert.NotEqual(0, generator(0).History[0].Production.Time);
    }

    [Theory]
    [InlineData(ScalarDecay.Charm, 4)]
    [InlineData(ScalarDecay.Bottom, 5)]
    [InlineData(ScalarDecay.Tau, 15)]
    public void Scalars_DecayAsAsked(ScalarDecay decay, int id)
    {
        var options = new ProcessOptions { Process = Process.Displaced, ScalarDecay = decay, ScalarMass = 20 };
        GeneratedEvent e = EventGenerators.Create(options, 1)(0);
        Assert.All(e.HardPartons, p => Assert.Equal(id, Math.Abs(p.PdgId)));
        Assert.Equal(4, e.HardPartons.Count);
    }

    [Fact]
    public void Taus_DecayToHadronsOnlyAsAsked()
    {
        static int Leptons(TauDecay decay)
        {
            var options = new ProcessOptions { Process = Process.DiTau, TauDecay = decay, UnderlyingActivity = 0 };
            Func<long, GeneratedEvent> generator = EventGenerators.Create(
                options with { InitialRadiation = false, BeamRemnants = false }, 2);
            return Enumerable.Range(0, 300)
                .Sum(i => generator(i).Particles.Count(p => Math.Abs(p.PdgId) is 12 or 14));
        }

        Assert.Equal(0, Leptons(TauDecay.Hadronic));
        Assert.InRange(Leptons(TauDecay.All), 160, 265); // 35 % of 600
    }

    [Fact]
    public void WithoutRemnants_NothingButTausIsThere()
    {
        var options = new ProcessOptions { Process = Process.DiTau, InitialRadiation = false, BeamRemnants = false };
        GeneratedEvent e = EventGenerators.Create(options with { UnderlyingActivity = 0 }, 3)(0);
        int[] taus = [.. Enumerable.Range(0, e.History.Count).Where(i => Math.Abs(e.History[i].PdgId) == 15)];
        Assert.Equal(2, taus.Length);
        Assert.All(e.Particles, p => Assert.Contains(Root(e, p.Mother), taus));
        Assert.Contains(
            nameof(ProcessOptions.BeamRemnants),
            Assert.Throws<ArgumentException>(() => EventGenerators.Create(new() { BeamRemnants = false }, 3)).Message);

        static int Root(GeneratedEvent e, int mother)
        {
            while (Math.Abs(e.History[mother].PdgId) != 15)
            {
                mother = e.History[mother].Mother;
            }

            return mother;
        }
    }

    [Theory]
    [InlineData(TopDecay.Hadronic, 0, 0)]
    [InlineData(TopDecay.SemiLeptonic, 10, 10)]
    [InlineData(TopDecay.Inclusive, 1, 14)]
    public void Tops_DecayAsAsked(TopDecay decay, int fewest, int most)
    {
        var options = new ProcessOptions { Process = Process.Top, TopDecay = decay, UnderlyingActivity = 0 };
        Func<long, GeneratedEvent> generator = EventGenerators.Create(options, 1);
        int leptons = Enumerable.Range(0, 10)
            .Sum(i => generator(i).HardPartons.Count(p => Math.Abs(p.PdgId) is 11 or 13 or 15));
        Assert.InRange(leptons, fewest, most);
    }
}
