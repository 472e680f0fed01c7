using Moliere.Data.Objects;
using Moliere.Formats.Bytes;
using Moliere.Formats.Events;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Formats.Events;

public sealed class ParticleTextReaderTests : IDisposable
{
    private const string Text = "E 0 2 0.5 1 21 100 0 0\n211 1 2 3 4\n-11 0 0 -5 5\nE 0 0 1 0\n";
    private readonly TempFolder _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public void Blocks_GiveEvents()
    {
        GeneratedEvent[] events = Read(Text);
        Assert.Equal([0L, 1L], events.Select(e => e.Number));
        Assert.Equal(0.5, events[0].Weight);
        Assert.Equal([new Particle(211, new(1, 2, 3, 4)), new Particle(-11, new(0, 0, -5, 5))], events[0].Particles);
        Assert.Equal([new Particle(21, new(100, 0, 0, 100))], events[0].HardPartons);
        Assert.Empty(events[1].Particles);
    }

    [Fact]
    public void CutAtAnyByteOfAParticle_IsRefused()
    {
        int start = Text.IndexOf('\n') + 1, end = Text.LastIndexOf('E');
        for (int length = start; length < end; length++)
        {
            Assert.Contains("event 0", ErrorOf(Text[..length]));
        }
    }

    [Fact]
    public void WrongValues_AreNamed()
    {
        Assert.Contains("line 2 (event 0): found 'nan' as px", ErrorOf(Text.Replace("211 1", "211 nan")));
        Assert.Contains("'-2' as the number of particles", ErrorOf("E 0 -2 1 0\n"));
        Assert.Contains("'F' as the start of an event", ErrorOf("F 0 0 1 0\n"));
        Assert.Contains("the end of the line as the number of hard partons", ErrorOf("E 0 0 1\n"));
    }

    [SkippableTheory]
    [InlineData("pythia/dijet-13TeV-1500.txt.gz", 2)]
    [InlineData("pythia/minbias-13TeV-1500.txt.gz", 0)]
    public void RealFiles_HaveTheirEvents(string name, int minPartons)
    {
        string path = SharedData.PathOrSkip("data", name);
        int count = 0;
        foreach (GeneratedEvent e in ParticleTextReader.Read(path))
        {
            Assert.Equal(count++, e.Number);
            Assert.InRange(e.HardPartons.Count, minPartons, 4);
        }

        Assert.Equal(1500, count);
    }

    private GeneratedEvent[] Read(string text) => [.. ParticleTextReader.Read(_files.Write("events.txt", text))];

    private string ErrorOf(string text) => Assert.Throws<InvalidFileException>(() => Read(text)).Message;
}
