using Moliere.Data;
using Moliere.Data.Kinematics;
using Moliere.Data.Objects;
using Moliere.Formats.Bytes;
using Moliere.Formats.HepMc;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Formats.HepMc;

public sealed class HepMc2ReaderTests : IDisposable
{
    private const string Header = "\nHepMC::Version 2.06.09\nHepMC::IO_GenEvent-START_EVENT_LISTING\n";
    private const string Footer = "HepMC::IO_GenEvent-END_EVENT_LISTING\n";

    // A Z boson becomes two taus, one of which flies 5 mm; a D meson that nobody made decays beside it.
    private const string One =
        "E 9 -1 91.2 0.12 0.008 1 -1 3 1 2 2 77 78 2 2.5 0.5\nN 2 \"0\" \"1\"\nU GEV MM\nC 1.5 0.1\n"
        + "F 1 -1 0.1 0.2 91 1 1 0 0\nV -1 0 0 0 1 0 1 2 0\nP 1 23 0 0 0 91.2 91.2 22 0 0 -1 0\n"
        + "P 2 15 0 3 4 5 1.777 2 0 0 -2 0\nP 3 -15 0 -3 -4 5 1.777 1 0 0 0 1 1 501\n"
        + "V -2 0 0 3 5 5.995849160000001 0 2 1 1.0\nP 4 16 0 1 1 1.5 0 1 0 0 0 0\nP 5 -211 0 2 3 3.5 0.14 1 0 0 0 0\n"
        + "V -3 0 1 1 1 1 1 1 0\nP 6 421 1 0 0 2.1 1.86 2 0 0 -3 0\nP 7 22 1 0 0 2.1 0 1 0 0 0 0\n";

    private readonly TempFolder _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public void Event_HasStableParticlesHistoryAndVertices()
    {
        GeneratedEvent one = Assert.Single(Read(Header + One + Footer));
        Assert.Equal((0L, 2.5), (one.Number, one.Weight));
        Assert.Equal([-15, 16, -211, 22], one.Particles.Select(p => p.PdgId));
        Assert.Equal([23, 15, 421], one.History.Select(h => h.PdgId));
        Assert.Equal([-1, 0, -1], one.History.Select(h => h.Mother));
        Assert.Equal([0, 1, 1, 2], one.Particles.Select(p => p.Mother));
        Assert.Equal(new Vertex(0, 0, 1, 0), one.Particles[0].Production);
        Assert.Equal(new FourVector(0, 2, 3, 3.5), one.Particles[2].Momentum);
        Assert.Equal(new Vertex(0, 3, 5, 0.02), one.Particles[2].Production with { Time = 0.02 });
        Assert.Equal(0.02, one.History[1].Decay.Time, 12);
    }

    [Fact]
    public void OtherUnits_AreConverted()
    {
        GeneratedEvent one = Read(Header + One.Replace("U GEV MM", "U MEV CM") + Footer)[0];
        Assert.Equal(3.5e-3, one.Particles[2].Momentum.E, 12);
        Assert.Equal(50, one.Particles[2].Production.Z, 12);
        Assert.Equal(0.2, one.Particles[2].Production.Time, 12);
    }

    [Fact]
    public void CutAtAnyByteBeforeTheFooter_IsRefusedUnlessBetweenEvents()
    {
        string whole = Header + One + One;
        for (int length = 0; length < whole.Length; length++)
        {
            if (length != (Header + One).Length)
            {
                Assert.Contains("cut.hepmc", ErrorOf(whole[..length], "cut.hepmc"));
            }
        }
    }

    [Theory]
    [InlineData("P 7 22 1 0 0 2.1 0 1 0 0 0 0\n", "", "found the end of a vertex, expected 1 more particles")]
    [InlineData("V -3 0 1 1 1 1 1 1 0\nP 6 421 1 0 0 2.1 1.86 2 0 0 -3 0\nP 7 22 1 0 0 2.1 0 1 0 0 0 0\n", "",
        "found 2 vertices, expected 3")]
    [InlineData("V -3 0 1 1 1 1 1 1 0", "V -3 0 1 1 1 1 0 1 0", "found a particle that its vertex did not announce")]
    [InlineData("V -3 0 1", "V -3 0 far", "'far' as x, expected a finite number")]
    [InlineData("U GEV MM\n", "", "found a particle before the units")]
    [InlineData("C 1.5", "X 1.5", "found 'X 1.5 0.1', expected a line that begins with")]
    public void WrongLine_NamesWhatIsWrong(string text, string replacement, string expected) =>
        Assert.Contains(expected, ErrorOf(Header + One.Replace(text, replacement) + Footer));

    [Fact]
    public void HepMc3_NamesTheOtherReader() => Assert.Contains(
        "found 'HepMC::Asciiv3-START_EVENT_LISTING'",
        ErrorOf("HepMC::Version 3.01.02\nHepMC::Asciiv3-START_EVENT_LISTING\nE 0\n"));

    [Fact]
    public void Fixture_ConservesMomentumAndFliesForward()
    {
        string path = Repository.At("tests/data/hep-events/hepmc2-1ev.hepmc.gz");
        GeneratedEvent one = Assert.Single(HepMc2Reader.Read(path));
        Assert.Equal(95, one.Particles.Count);
        Assert.Equal(7000, one.Particles.Sum(p => p.Momentum.E), 0.01);
        Assert.All(one.History, h => Assert.True(h.Decay.Time >= h.Production.Time));
        Assert.All(one.History.Select((h, i) => (h, i)), x => Assert.InRange(x.h.Mother, -1, x.i - 1));
        Assert.Contains(one.History, h => h.PdgId == PdgId.Pi0);
    }

    [SkippableFact]
    public void RealFile_GivesAllEvents()
    {
        GeneratedEvent[] all = [.. HepMc2Reader.Read(SharedData.PathOrSkip("data", "hep-events", "hepmc2_test.hepmc"))];
        Assert.Equal((6, 592), (all.Length, all.Sum(e => e.Particles.Count)));
    }

    private GeneratedEvent[] Read(string text, string name = "events.hepmc") =>
        [.. HepMc2Reader.Read(_files.Write(name, text))];

    private string ErrorOf(string text, string name = "events.hepmc") =>
        Assert.Throws<InvalidFileException>(() => Read(text, name)).Message;
}
