using Moliere.Cli;
using Moliere.Cli.Inspection;
using Moliere.Formats.Bytes;
using Moliere.Tests.Cli.Studies.Clusters;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Cli.Inspection;

[Collection(FinishedStudies.Name)]
public sealed class InspectorTests(FinishedStudy finished)
{
    [Theory]
    [InlineData("tables/clusters.table", "Table file: ", "Column: e_em [GeV], ", "Column: cell_index, lists, ")]
    [InlineData(
        "models/mdn.model", "Cluster calibration: mdn (single network, MixtureNll)",
        "Layers: 15 inputs, hidden 8 (relu)",
        "Input: lambda, log10, mean ")]
    [InlineData("models/lcw.json", "Look-up tables of local cell weighting", "Entry: HadronicWeight, 107800 values")]
    [InlineData("metrics.json", "JSON file", "Entry: figures, ", "Entry: training, 4 values")]
    [InlineData("recipe.yaml", "Recipe of the study 'clusters', valid", "  events: 40")]
    [InlineData("", "Run folder: run clusters, finished ", "File: report.html", "Stage: training mdn")]
    public void FileOfARun_IsRecognisedAndDescribed(string name, string first, params string[] others)
    {
        IReadOnlyList<string> lines = Inspector.Describe(finished.At(name));
        Assert.StartsWith(first, lines[0], StringComparison.Ordinal);
        Assert.All(others, other => Assert.Contains(lines, line => line.StartsWith(other, StringComparison.Ordinal)));
    }

    [Fact]
    public void BrokenFileInsideARun_DoesNotHideTheOthers()
    {
        using TempFolder folder = new();
        folder.Write("run/models/mdm.model", "MOLMODL2 and no more");
        File.Copy(finished.At("models/mdn.model"), folder.At("run", "models", "mdn.model"));
        File.Copy(finished.At("provenance.json"), folder.At("run", "provenance.json"));
        IReadOnlyList<string> lines = Inspector.Describe(folder.At("run", "models"));
        Assert.StartsWith("Folder of a run: run clusters, finished ", lines[0], StringComparison.Ordinal);
        Assert.Equal("File: mdm.model (20 B), cannot be read", lines[1]);
        Assert.Contains("Cluster calibration: mdn", lines[2], StringComparison.Ordinal);
    }

    [Fact]
    public void HepMcFile_IsSummarised()
    {
        IReadOnlyList<string> lines =
            Inspector.Describe(Repository.At("tests", "data", "pythia", "dijet-2ev.hepmc.gz"));
        Assert.Equal("Generated events: 2", lines[0]);
        Assert.Equal("Particles per event: 180 to 192, mean 186.0", lines[1]);
        Assert.Equal("Weight: 1 to 1", lines[2]);
    }

    [Fact]
    public void CsvTable_HasRangesAndCountsWhatIsNotFinite()
    {
        using TempFolder folder = new();
        string path = folder.Write("table.csv", "event,mu [1]\n1,30.5\n2,\n7,10\n");
        Assert.Equal(
            [
                "CSV table: 3 rows, 2 columns", "Column: event, 1 to 7",
                "Column: mu [1], 10 to 30.5, 1 not finite",
            ],
            Inspector.Describe(path));
    }

    [Theory]
    [InlineData("notes.txt", "Dear reader", "expected generator events")]
    [InlineData("empty.bin", "", "found an empty file")]
    [InlineData("list.json", "[1, 2]", "found no JSON object")]
    [InlineData("broken.json", "{\"a\": ", "found no JSON object")]
    [InlineData("broken.model", "MOLMODL2 and no more", "expected a usable model file")]
    public void AnythingElse_IsRefusedByName(string name, string content, string phrase)
    {
        using TempFolder folder = new();
        string path = folder.Write(name, content);
        var error = Assert.Throws<InvalidFileException>(() => Inspector.Describe(path));
        Assert.StartsWith(path, error.Message);
        Assert.Contains(phrase, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void NothingThere_IsRefused() =>
        Assert.Equal(ExitCode.BadData, Assert.Throws<RefusalException>(() => Inspector.Describe("no/such/file")).Code);
}
