using Moliere.Data.Objects;
using Moliere.Formats.Bytes;
using Moliere.Formats.Events;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Formats.Events;

public sealed class EventReaderTests : IDisposable
{
    private const string HepMc =
        "\nHepMC::Version 3.01.02\nHepMC::Asciiv3-START_EVENT_LISTING\nE 5 0 1\nU GEV MM\nP 1 0 22 1 0 0 1 0 1\n";

    private readonly TempFolder _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public void HepMcUnderAnyName_IsRecognised()
    {
        IEnumerable<GeneratedEvent> events = EventReader.Open(_files.Write("a.txt", HepMc));
        Assert.Equal(22, Assert.Single(Assert.Single(events).Particles).PdgId);
    }

    [Fact]
    public void Text_IsRecognisedAndCanBeReadTwice()
    {
        IEnumerable<GeneratedEvent> events = EventReader.Open(_files.Write("a.hepmc", "E 0 1 1 0\n22 1 0 0 1\n"));
        Assert.Single(events);
        Assert.Single(events);
    }

    [Theory]
    [InlineData("HepMC::Version 2.06.09\nHepMC::IO_GenEvent-START_EVENT_LISTING\n", EventFileKind.HepMc2)]
    [InlineData("\nHepMC::Version 3.2.5\nHepMC::IO_GenEvent-START_EVENT_LISTING\n", EventFileKind.HepMc2)]
    [InlineData("HepMC::Version 3.2.5\nHepMC::Asciiv3-START_EVENT_LISTING\n", EventFileKind.HepMc3)]
    [InlineData("HepMC::Version 3.2.5\n", EventFileKind.HepMc3)]
    [InlineData("E 0 0 1 0\n", EventFileKind.ParticleText)]
    [InlineData("<LesHouchesEvents version=\"3.0\">\n", EventFileKind.LesHouches)]
    public void Kind_IsFoundInTheFirstLines(string text, EventFileKind kind) =>
        Assert.Equal(kind, EventReader.KindOf(_files.Write("events", text)));

    [Fact]
    public void LesHouchesFile_MustBeShoweredFirst()
    {
        var error = Assert.Throws<InvalidFileException>(
            () => EventReader.Open(_files.Write("a.lhe", "<LesHouchesEvents version=\"1.0\">\n")));
        Assert.Contains("found Les Houches hard events, which hold partons, expected events with", error.Message);
        Assert.Contains("shower them first", error.Message);
    }

    [Fact]
    public void OtherContent_IsRefusedAtOnce()
    {
        var error = Assert.Throws<InvalidFileException>(() => EventReader.Open(_files.Write("a.root", "root\u0001\n")));
        Assert.Contains("found 'root?', expected generator events", error.Message);
    }

    [Fact]
    public void MissingFile_IsRefusedAtOnce() =>
        Assert.Throws<InvalidFileException>(() => EventReader.Open(_files.At("none.hepmc")));

    [Fact]
    public void BlankFile_IsRefused() =>
        Assert.Throws<InvalidFileException>(() => EventReader.Open(_files.Write("blank", "\n\n")));
}
