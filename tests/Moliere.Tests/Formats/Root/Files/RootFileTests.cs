// covers: RootEntry
using System.Text.Json;
using Moliere.Formats.Bytes;
using Moliere.Formats.Root.Files;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Formats.Root.Files;

public class RootFileTests
{
    [SkippableFact]
    public void PublicFiles_ListTheNamesThatAnotherReaderFound()
    {
        string folder = SharedData.PathOrSkip("data", "root");
        using JsonDocument facts = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "expected.json")));
        var wrong = new List<string>();
        foreach (JsonProperty fact in facts.RootElement.EnumerateObject())
        {
            if (fact.Value.TryGetProperty("keys", out JsonElement keys))
            {
                string[] wanted = [.. keys.EnumerateArray().Select(key => key.GetString()!).Order()];
                using RootFile file = RootFile.Open(Path.Combine(folder, fact.Name));
                string[] found =
                    [.. file.Entries.Select(entry => $"{entry.Path};{entry.Cycle} {entry.ClassName}").Order()];
                wrong.AddRange(found.Except(wanted).Select(key => $"{fact.Name}: {key} is not expected"));
                wrong.AddRange(wanted.Except(found).Select(key => $"{fact.Name}: {key} is missing"));
            }
        }

        Assert.Empty(wrong);
    }

    [SkippableFact]
    public void FileThatWasNeverClosed_IsRefused()
    {
        using RootFile file = RootFile.Open(SharedData.PathOrSkip("data", "root", "bad_delphes.root"));
        InvalidFileException error = Assert.Throws<InvalidFileException>(() => file.Entries);
        Assert.Contains("did not close it", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void OtherFile_IsRefusedWithItsFirstByte()
    {
        using var folder = new TempFolder();
        string path = folder.Write("text.root", "not a file of ROOT at all");
        InvalidFileException error = Assert.Throws<InvalidFileException>(() => RootFile.Open(path));
        Assert.Equal(0, error.Place.Byte);
        Assert.Contains("'root', with which every ROOT file begins", error.Message, StringComparison.Ordinal);
    }
}
