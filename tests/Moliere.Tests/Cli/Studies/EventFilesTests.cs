using Moliere.Cli.Studies;
using Moliere.Data;
using Moliere.Data.Kinematics;
using Moliere.Data.Objects;
using Moliere.Formats.Lhe;
using Moliere.Simulation.Generation.Hard;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Cli.Studies;

public sealed class EventFilesTests
{
    private static readonly string TopPairs = Repository.At("tests", "data", "hep-events", "ttbar-3ev.lhe");

    [Fact]
    public void TopPairsOfTheTevatron_BecomeHadronsOfBothBeams()
    {
        GeneratedEvent[] events = [.. EventFiles.Open(TopPairs, seed: 3)];
        Assert.Equal(3, events.Length);
        foreach (GeneratedEvent e in events)
        {
            Assert.Equal(6, e.HardPartons.Count);
            Assert.Equal(2, e.History.Count(p => Math.Abs(p.PdgId) == 6));
            Assert.Contains(e.Particles, p => PdgId.KindOf(p.PdgId) == ParticleKind.ChargedHadron);
        }

        Assert.Equal(events[1].Particles, EventFiles.Open(TopPairs, seed: 3).ElementAt(1).Particles);
        Func<GeneratedEvent> last = EventFiles.Read(TopPairs, new(), seed: 3).Last();
        Assert.Equal(events[2].Particles, last().Particles);
        Assert.NotEqual(events[1].Particles, EventFiles.Open(TopPairs, seed: 4).ElementAt(1).Particles);
    }

    [Fact]
    public void Translation_KeepsRolesMothersAndColours()
    {
        HardEvent hard = HardEventTranslation.Translate(LheReader.Read(TopPairs).First(), LheReader.ReadRun(TopPairs));
        Assert.Equal((2212, -2212), hard.Beams);
        Assert.Equal([HardRole.Incoming, HardRole.Incoming], hard.Particles.Take(2).Select(p => p.Role));
        Assert.Equal(173.3125, hard.Scale, 1e-6);
        HardParticle bottom = hard.Particles.First(p => p.PdgId == 5);
        Assert.Equal(6, hard.Particles[bottom.Mother].PdgId);
        Assert.Equal(101, bottom.Colour);
        Assert.All(hard.Particles.Where(p => Math.Abs(p.PdgId) == 6), p => Assert.Equal(-1, p.Mother));
    }

    [Fact]
    public void WithoutUnderlyingEvent_BothBeamsGiveTheirMomentum()
    {
        LheRun run = LheReader.ReadRun(TopPairs);
        var shower = new HardEventShower(new() { CollisionEnergy = 1960, UnderlyingActivity = 0 }, 1);
        foreach (LheEvent lhe in LheReader.Read(TopPairs))
        {
            GeneratedEvent e = shower.Complete(HardEventTranslation.Translate(lhe, run), lhe.Number);
            FourVector sum = default;
            foreach (Particle p in e.Particles)
            {
                sum += p.Momentum;
            }

            // The file has seven digits.
            Assert.Equal(1960, sum.E, 0.01);
            Assert.Equal(0, sum.P, 0.01);
            Assert.Equal(0, e.Particles.Sum(p => PdgId.Charge(p.PdgId)));
        }
    }

    [SkippableTheory]
    [Trait("Speed", "Slow")]
    [InlineData("madgraph-2.0.0-wbj.lhe.gz")]
    [InlineData("powheg-box-v2-Zj.lhe.gz")]
    [InlineData("pythia-6.413-ttbar.lhe.gz")]
    public void FilesOfOtherGenerators_AreShowered(string name)
    {
        string path = SharedData.PathOrSkip("data", "hep-events", name);
        foreach (GeneratedEvent e in EventFiles.Open(path, seed: 1).Take(40))
        {
            Assert.NotEmpty(e.Particles);
            Assert.All(e.Particles, p => Assert.True(p.Momentum.IsFinite));
            Assert.DoesNotContain(e.Particles, p => Math.Abs(p.PdgId) is >= 1 and <= 6 or 21 or 23 or 24 or 25);
        }
    }
}
