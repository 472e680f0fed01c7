using Moliere.Cli.Recipes.Events;
using Moliere.Cli.Studies;
using Moliere.Data.Objects;
using Moliere.Formats.Lhe;
using Moliere.Simulation.Generation.Hard;
using Moliere.Simulation.Samples;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Cli.Studies;

public sealed class LesHouchesSourceTests
{
    private static readonly string s_file = Repository.At("tests", "data", "hep-events", "ttbar-3ev.lhe");
    // The underlying event is that of the LHC and takes no energy from the beams.
    private static readonly EventSourceSection s_process = new() { UnderlyingActivity = 0 };

    [Fact]
    public void HardEvents_KeepTheirResonancesAndColours()
    {
        LheRun run = LheReader.ReadRun(s_file);
        LheEvent read = LheReader.Read(s_file).First();
        HardEvent hard = LesHouchesSource.Translate(run, read);
        Assert.True(hard.Particles[0].Momentum.Pz > hard.Particles[1].Momentum.Pz);
        Assert.All(hard.Particles.Take(2), particle => Assert.Equal(HardRole.Incoming, particle.Role));
        HardParticle[] tops = [.. hard.Particles.Where(particle => Math.Abs(particle.PdgId) == 6)];
        Assert.Equal(2, tops.Length);
        Assert.All(hard.Particles.Where(particle => Math.Abs(particle.PdgId) == 24), w =>
            Assert.Equal(6, Math.Abs(hard.Particles[w.Mother].PdgId)));
        double out4 = hard.Particles.Where(p => p.Role == HardRole.Outgoing).Sum(p => p.Momentum.E);
        Assert.Equal(hard.Particles.Take(2).Sum(p => p.Momentum.E), out4, 1.0);
    }

    [Fact]
    public void Showered_TheyConserveEnergyAndDoNotDependOnWhereOneBegins()
    {
        GeneratedEvent[] all = Events(0), rest = Events(1);
        Assert.Equal(3, all.Length);
        LheRun run = LheReader.ReadRun(s_file);
        double energy = run.BeamEnergies.First + run.BeamEnergies.Second;
        Assert.All(all, e => Assert.Equal(energy, e.Particles.Sum(p => p.Momentum.E), 0.01 * energy));
        Assert.All(all, e => Assert.InRange(e.Particles.Count, 50, 2000));
        Assert.Equal(all[1].Particles, rest[0].Particles);
    }

    private static GeneratedEvent[] Events(long first) =>
        [.. LesHouchesSource.From(s_file, s_process, 1, first, 1).Select((SampleItem item) => item.Generate())];
}
