using Moliere.Data;
using Moliere.Data.Kinematics;
using Moliere.Data.Objects;
using Moliere.Formats.Bytes;
using Moliere.Formats.HepMc;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Formats.HepMc;

public sealed class HepMc3ReaderTests : IDisposable
{
    private const string Header =
        "HepMC::Version 3.02.06\nHepMC::Asciiv3-START_EVENT_LISTING\nW Weight\nT Pythia8\\|8.302\\|\n";

    private const string Footer = "HepMC::Asciiv3-END_EVENT_LISTING\n";
    private const string First =
        "E 17 1 4\nU GEV MM\nW 2.5 3.5\nA 0 alphaQCD 0.12\nP 1 0 2212 0 0 6500 6500 0.938 4\n"
        + "P 2 1 21 1 2 3 4 0 23\nV -2 0 [2]\nP 3 -2 211 1.5e+00 -2.5 3.5 4.5 0.1396 1\nP 4 -2 22 0 0 -1 1 0 1\n";

    private const string Second = "E 17 0 1 @ 0 0 0 0\nU MEV CM\nP 1 0 -11 1000 0 0 1000 0.511 1\n";
    private readonly TempFolder _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public void TwoEvents_GiveStableParticlesPartonsWeightsAndUnits()
    {
        GeneratedEvent[] events = Read(Header + First + Second + Footer);
        Assert.Equal([0L, 1L], events.Select(e => e.Number));
        Assert.Equal([2.5, 1.0], events.Select(e => e.Weight));
        Assert.Equal(new Particle(211, new(1.5, -2.5, 3.5, 4.5), default, Mother: 0), events[0].Particles[0]);
        Assert.Equal(new Particle(22, new(0, 0, -1, 1), default, Mother: 0), events[0].Particles[1]);
        Assert.Equal([new Particle(21, new(1, 2, 3, 4))], events[0].HardPartons);
        Assert.Equal([new Particle(-11, new(1, 0, 0, 1))], events[1].Particles);
    }

    [Fact]
    public void ConcatenatedFiles_ReadAsOneWithUniqueNumbers()
    {
        string one = Header + First + Second + Footer;
        Assert.Equal([0L, 1L, 2L, 3L], Read(one + "\n" + one).Select(e => e.Number));
    }

    [Fact]
    public void MissingFooterAfterWholeEvent_IsAccepted() => Assert.Equal(2, Read(Header + First + Second).Length);

    [Fact]
    public void CutAtAnyByteBeforeTheFooter_IsRefusedUnlessBetweenEvents()
    {
        string whole = Header + First + Second;
        for (int length = 0; length < whole.Length; length++)
        {
            if (length != (Header + First).Length)
            {
                Assert.Contains("cut.hepmc", ErrorOf(whole[..length], "cut.hepmc"));
            }
        }
    }

    [Fact]
    public void FewerParticlesThanAnnounced_NamesEventAndCounts()
    {
        string message = ErrorOf(Header + First.Replace("P 4 -2 22 0 0 -1 1 0 1\n", "") + Second + Footer);
        Assert.Contains("(event 0): found 3 particles, expected 4", message);
        Assert.Contains("truncated", message);
    }

    [Theory]
    [InlineData("nan")]
    [InlineData("-nan")]
    [InlineData("inf")]
    [InlineData("1e999")]
    [InlineData("abc")]
    public void MomentumThatIsNotFinite_NamesLineParticleAndField(string value)
    {
        string message = ErrorOf(Header + First.Replace("-2.5", value) + Footer);
        Assert.Contains("line 12 (event 0 > particle 3)", message);
        Assert.Contains($"'{value}' as py", message);
    }

    [Fact]
    public void NanInIntermediateParticle_IsFoundToo() =>
        Assert.Contains("particle 1", ErrorOf(Header + First.Replace("0 0 6500 6500", "nan 0 6500 6500") + Footer));

    [Fact]
    public void UnknownUnits_NameWhatIsKnown()
    {
        Assert.Contains(
            "'TEV' as the momentum unit, expected GEV or MEV", ErrorOf(Header + First.Replace("GEV", "TEV")));
        Assert.Contains("'INCH' as the length unit", ErrorOf(Header + First.Replace("MM", "INCH")));
        Assert.Contains("before the units", ErrorOf(Header + First.Replace("U GEV MM\n", "")));
    }

    [Fact]
    public void WrongRecord_IsQuoted() =>
        Assert.Contains(
            "found 'X 1 2', expected a line that begins", ErrorOf(Header + First.Replace("V -2 0 [2]", "X 1 2")));

    [Fact]
    public void Vertices_PlaceParticlesAndTheirHistory()
    {
        // A tau at the event's position that flies 3 mm and decays through a rho without a vertex of its own.
        GeneratedEvent one = Read(
            Header + "E 0 2 5 @ 0 0 -7 0\nU GEV CM\nP 1 0 23 0 0 0 91 91 62\nP 2 1 15 0 0 40 40 1.777 2\n"
            + "V -1 0 [2] @ 0 0 -0.4 1.199169832\nP 3 -1 16 0 0 10 10 0 1\nP 4 -1 -213 0 0 30 30 0.77 2\n"
            + "P 5 4 -211 0 0 30 30 0.14 1\n" + Footer)[0];
        Assert.Equal([23, 15, -213], one.History.Select(h => h.PdgId));
        Assert.Equal([-1, 0, 1], one.History.Select(h => h.Mother));
        Assert.Equal(new Vertex(0, 0, -70, 0), one.History[1].Production);
        Assert.Equal(-4, one.History[1].Decay.Z, 12);
        Assert.Equal(0.04, one.History[1].Decay.Time, 12);
        Assert.Equal(one.History[1].Decay, one.History[2].Decay);
        Assert.Equal([1, 2], one.Particles.Select(p => p.Mother));
        Assert.All(one.Particles, p => Assert.Equal(one.History[1].Decay, p.Production));
    }

    [Fact]
    public void RingOfParticles_EndsAndIsCut()
    {
        GeneratedEvent one = Read(
            Header + "E 0 2 3\nU GEV MM\nP 1 -1 111 0 0 1 1 0 2\nP 2 -2 113 0 0 1 1 0 2\nV -1 0 [2]\nV -2 0 [1]\n"
            + "P 3 -2 22 0 0 1 1 0 1\n" + Footer)[0];
        Assert.Equal(2, one.History.Count);
        Assert.All(one.History.Select((h, i) => h.Mother - i), step => Assert.InRange(step, int.MinValue, -1));
    }

    [Theory]
    [InlineData("V -2 0 [7]", "found 7 as a particle that decays, expected one of the 4 of the event")]
    [InlineData("V -2 0 [x]", "'x' as an incoming particle")]
    [InlineData("V -2 0 [2] @ 1 2 z 4", "'z' as z")]
    public void WrongVertex_IsSaid(string line, string expected) =>
        Assert.Contains(expected, ErrorOf(Header + First.Replace("V -2 0 [2]", line) + Footer));

    [Fact]
    public void HepMc2_NamesTheOtherReader()
    {
        string message = ErrorOf("HepMC::Version 2.06.09\nHepMC::IO_GenEvent-START_EVENT_LISTING\nE 0\n");
        Assert.Contains("HepMC version '2.06.09', expected version 3", message);
        Assert.Contains("HepMc2Reader", message);
    }

    [Fact]
    public void MissingHeader_IsSaid()
    {
        Assert.Contains("outside an event listing", ErrorOf(First + Second));
        Assert.Contains("no event listing", ErrorOf("HepMC::Version 3.01.02\n"));
    }

    [Fact]
    public void EventWithoutParticles_IsAnEvent() =>
        Assert.Empty(Read(Header + "E 0 0 0\nU GEV MM\n" + Footer)[0].Particles);

    [Fact]
    public void LineLongerThanTheBuffer_IsRead()
    {
        string longLine = "A 0 comment " + new string('x', 1_000_000) + "\n";
        Assert.Single(Read(Header + First + longLine + Footer));
    }

    [Fact]
    public void PythiaFixture_ConservesMomentum()
    {
        GeneratedEvent[] events = [.. HepMc3Reader.Read(Repository.At("tests/data/pythia/dijet-2ev.hepmc.gz"))];
        Assert.Equal(2, events.Length);
        foreach (GeneratedEvent e in events)
        {
            Assert.Equal(13000, e.Particles.Sum(p => p.Momentum.E), 0.01);
            Assert.Equal(0, e.Particles.Sum(p => p.Momentum.Px), 0.01);
            Assert.Equal(2, e.HardPartons.Count);
            Assert.All(e.HardPartons, p => Assert.InRange(p.Momentum.Pt, 100, 6500)); // pT-hat > 100 GeV
        }
    }

    [SkippableTheory]
    [InlineData("pythia/dev_dijet.hepmc.gz", 50, 23357)]
    [InlineData("pythia/dev_tau.hepmc.gz", 50, 19970)]
    [InlineData("hep-events/eeH_250GeV_100ev.hepmc3.gz", 100, 6497)]
    [InlineData("hep-events/pp_hardscatter_25ev.hepmc3.gz", 25, 9380)]
    public void RealFiles_GiveAllStableParticles(string name, int events, int particles)
    {
        string path = SharedData.PathOrSkip("data", name);
        GeneratedEvent[] read = [.. HepMc3Reader.Read(path)];
        Assert.Equal((events, particles), (read.Length, read.Sum(e => e.Particles.Count)));
    }

    [SkippableTheory]
    [InlineData("pythia/dev_dijet.hepmc.gz")]
    [InlineData("pythia/dev_tau.hepmc.gz")]
    [InlineData("hep-events/eeH_250GeV_100ev.hepmc3.gz")]
    public void RealFiles_HaveHistoriesInOrderThatFlyForwardInTime(string name)
    {
        foreach (GeneratedEvent one in HepMc3Reader.Read(SharedData.PathOrSkip("data", name)).Take(20))
        {
            Assert.All(one.Particles, p => Assert.InRange(p.Mother, -1, one.History.Count - 1));
            for (int i = 0; i < one.History.Count; i++)
            {
                TruthParticle entry = one.History[i];
                Assert.InRange(entry.Mother, -1, i - 1);
                Assert.True(entry.Decay.Time >= entry.Production.Time - 1e-9);
            }

            Assert.All(one.Particles.Where(p => p.Mother >= 0 && one.History[p.Mother].PdgId == 310), p =>
            {
                TruthParticle kaon = one.History[p.Mother];
                double length = kaon.Decay.Time - kaon.Production.Time, speed = Units.SpeedOfLight * length;
                double dx = kaon.Decay.X - kaon.Production.X, dz = kaon.Decay.Z - kaon.Production.Z;
                Assert.Equal(kaon.Momentum.Px / kaon.Momentum.E, dx / speed, 4);
                Assert.Equal(kaon.Momentum.Pz / kaon.Momentum.E, dz / speed, 4);
            });
        }
    }

    private GeneratedEvent[] Read(string text, string name = "events.hepmc") =>
        [.. HepMc3Reader.Read(_files.Write(name, text))];

    private string ErrorOf(string text, string name = "events.hepmc") =>
        Assert.Throws<InvalidFileException>(() => Read(text, name)).Message;
}
