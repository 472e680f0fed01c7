// covers: LheReader, LheEvent, LheParticle, LheRun, LheProcess
using Moliere.Data.Kinematics;
using Moliere.Formats.Bytes;
using Moliere.Formats.Lhe;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Formats.Lhe;

public sealed class LheReaderTests : IDisposable
{
    private const string Top = "tests/data/hep-events/ttbar-3ev.lhe";
    private readonly TempFolder _files = new();
    private readonly string _text = File.ReadAllText(Repository.At(Top));

    public void Dispose() => _files.Dispose();

    [Fact]
    public void Run_SaysBeamsAndProcesses()
    {
        LheRun run = LheReader.ReadRun(Repository.At(Top));
        Assert.Equal(((2212, -2212), (980.0, 980.0), 3), (run.Beams, run.BeamEnergies, run.WeightStrategy));
        Assert.Equal(
            [new LheProcess(81, 5.220106, 0.5384128, 1), new LheProcess(82, 0.2602564, 0.1062492, 1)], run.Processes);
    }

    [Fact]
    public void Events_HoldPartonsWithMothersAndColours()
    {
        LheEvent[] events = [.. LheReader.Read(Repository.At(Top))];
        Assert.Equal([0L, 1L, 2L], events.Select(e => e.Number));
        LheEvent first = events[0];
        Assert.Equal((81, 1.0, 173.3125, 0.007819848, 0.1156692),
            (first.ProcessId, first.Weight, first.Scale, first.AlphaQed, first.AlphaQcd));
        Assert.Equal(12, first.Particles.Count);
        Assert.Equal((2, -1, -1, -1, 101, 0), Facts(first.Particles[0]));
        Assert.Equal((6, 2, 0, 1, 101, 0), Facts(first.Particles[2]));
        Assert.Equal((5, 1, 2, 2, 101, 0), Facts(first.Particles[5]));
        Assert.Equal((177.98711709, 0.0, 9.0),
            (first.Particles[2].Mass, first.Particles[2].Lifetime, first.Particles[2].Spin));
        Assert.All(events, e =>
        {
            FourVector left = e.Particles.Aggregate(default(FourVector), (sum, p) => sum + (Sign(p) * p.Momentum));
            Assert.InRange(left.P + Math.Abs(left.E), 0, 1e-3);
        });
    }

    [Fact]
    public void NamedWeights_AreRead()
    {
        LheEvent one = Assert.Single(LheReader.Read(Repository.At("tests/data/hep-events/wbj-weights-1ev.lhe")));
        Assert.Equal(9, one.Weights.Count);
        Assert.Equal(45.746, one.Weights["1002"]);
        Assert.Equal(50.109093, one.Weight);
    }

    [Theory]
    [InlineData("1.0838163607E+02", "many", "event 0", "'many' as pz, expected a finite number")]
    [InlineData("    12    81", "    x    81", "event 0", "'x' as the number of particles")]
    [InlineData(" 1    2  101", " 1    77  101", "event 0", "'77' as a mother, expected 0 to 12")]
    [InlineData("</LesHouchesEvents>", "", "ttbar", "expected </LesHouchesEvents> after whole events; the file is")]
    public void WrongText_NamesPlaceAndField(string text, string replacement, string place, string expected)
    {
        string message = ErrorOf(_text.Replace(text, replacement));
        Assert.Contains(place, message);
        Assert.Contains(expected, message);
    }

    [Fact]
    public void CutAnywhere_IsRefused()
    {
        for (int length = 1; length < _text.TrimEnd().Length; length += 37)
        {
            Assert.Contains("ttbar.lhe", ErrorOf(_text[..length]));
        }
    }

    [Fact]
    public void WeightWithoutName_IsRefused() => Assert.Contains(
        "expected a weight such as", ErrorOf(_text.Replace("#pdf", "<wgt> 0.5 </wgt>\n#pdf")));

    [Fact]
    public void MissingInit_IsSaid() => Assert.Contains(
        "expected an <init> block",
        Assert.Throws<InvalidFileException>(() => LheReader.ReadRun(_files.Write("a", "<LesHouchesEvents>"))).Message);

    [SkippableTheory]
    [InlineData("madgraph-2.0.0-wbj.lhe.gz", 59)]
    [InlineData("powheg-box-v2-Zj.lhe.gz", 100)]
    [InlineData("pythia-6.413-ttbar.lhe.gz", 100)]
    public void RealFiles_GiveAllEvents(string name, int count)
    {
        string path = SharedData.PathOrSkip("data", "hep-events", name);
        Assert.NotEmpty(LheReader.ReadRun(path).Processes);
        Assert.Equal(count, LheReader.Read(path).Count(e => e.Particles.Count >= 4));
    }

    private static double Sign(LheParticle p) => p.Status switch { -1 => -1, 1 => 1, _ => 0 };

    private static (int Id, int Status, int First, int Last, int Colour, int Anticolour) Facts(LheParticle p) =>
        (p.PdgId, p.Status, p.FirstMother, p.LastMother, p.Colour, p.Anticolour);

    private string ErrorOf(string text) =>
        Assert.Throws<InvalidFileException>(() => LheReader.Read(_files.Write("ttbar.lhe", text)).ToArray()).Message;
}
