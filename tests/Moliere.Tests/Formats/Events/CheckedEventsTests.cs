using Moliere.Formats.Bytes;
using Moliere.Formats.Events;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Formats.Events;

public sealed class CheckedEventsTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public void FlippedByteOfGzip_IsNamedAsDamageOfTheFile()
    {
        byte[] whole = File.ReadAllBytes(Path.Combine(Repository.Root, "tests/data/pythia/dijet-2ev.hepmc.gz"));
        byte[] flipped = [.. whole];
        flipped[whole.Length / 2] ^= 0x10;
        string path = _folder.Write("flipped.hepmc.gz", flipped);

        var error = Assert.Throws<InvalidFileException>(() => EventReader.Open(path).Count());

        Assert.Contains("gzip", error.Message);
        Assert.NotEmpty(error.Remedy);
    }

    [Fact]
    public void SenselessLineInAWholeFile_NamesTheLineAndARemedy()
    {
        string path = _folder.Write(
            "bad.hepmc", "HepMC::Version 3.02.06\nHepMC::Asciiv3-START_EVENT_LISTING\nE 0 1 1\nU GEV MM\nsenseless\n");

        var error = Assert.Throws<InvalidFileException>(() => EventReader.Open(path).Count());

        Assert.Contains("line 5", error.Message);
        Assert.Contains("cut that event out", error.Message);
    }

    public void Dispose() => _folder.Dispose();
}
