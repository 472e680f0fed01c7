// covers: RootListing, ObjectListing, ByteCount
using System.Text.Json;
using Moliere.Formats.Root.Arrays;
using Moliere.Formats.Root.Histograms;
using Moliere.Formats.Root.Writing;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Cli.Inspection;

public sealed class RootInspectionTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public void File_IsListedByTreesAndBranches()
    {
        ShellRun run = ShellRun.Real("inspect", Write());
        Assert.True(run.Code == 0, run.Error);
        Assert.Contains("TTree dir/events: 3 entries, 3 branches", run.Out, StringComparison.Ordinal);
        Assert.Contains("float[nx]", run.Out, StringComparison.Ordinal);
        Assert.Contains("1 part, zlib 1", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Values_AreTheFirstEntries()
    {
        ShellRun run = ShellRun.Real("inspect", Write() + ":dir/events", "--values", "2");
        Assert.True(run.Code == 0, run.Error);
        Assert.Contains("[0.5,1.5] | []", run.Out, StringComparison.Ordinal);
        Assert.Contains("7 | 8", run.Out, StringComparison.Ordinal);
        string number = run.Out.Split('\n').First(line => line.Contains(" number ", StringComparison.Ordinal));
        Assert.DoesNotContain("9", number, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_HoldsTheSame()
    {
        ShellRun run = ShellRun.Real("inspect", Write(), "--json", "--values");
        using JsonDocument answer = JsonDocument.Parse(run.Out);
        JsonElement tree = answer.RootElement.GetProperty("datasets")[0];
        Assert.Equal(3, tree.GetProperty("entries").GetInt64());
        JsonElement field = tree.GetProperty("fields").EnumerateArray()
            .First(field => field.GetProperty("name").GetString() == "x");
        Assert.Equal(1.5, field.GetProperty("values")[0][1].GetDouble());
    }

    [Fact]
    public void Histogram_IsDescribedByBinsAndFills()
    {
        string path = _folder.At("histogram.root");
        using (var file = new RootFileWriter(path))
        {
            file.Write(new RootHistogram("TH1D", "h") { Axes = [new(2, -1, 1)], Contents = [0, 3, 4, 0], Entries = 7 });
            file.Complete();
        }

        ShellRun run = ShellRun.Real("inspect", path);
        Assert.Contains("TH1D h;1: ", run.Out, StringComparison.Ordinal);
        Assert.Contains("2 bins in [-1, 1], 7 fills", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void WrongTreeOrOtherFile_IsRefused()
    {
        ShellRun tree = ShellRun.Real("inspect", Write() + ":dir/event");
        Assert.Equal(3, tree.Code);
        Assert.Contains("'dir/events'", tree.Error, StringComparison.Ordinal);
        string text = _folder.Write("my.csv", "a,b\n1,2\n");
        Assert.Equal(2, ShellRun.Real("inspect", text, "--values").Code);
        string pretender = _folder.Write("pretender.root", "no ROOT file at all, only its name");
        Assert.Equal(3, ShellRun.Real("inspect", pretender).Code);
    }

    public void Dispose() => _folder.Dispose();

    private string Write()
    {
        string path = _folder.At("small.root");
        using var file = new RootFileWriter(path);
        RootTreeWriter tree = file.Tree("dir/events", "three",
            [new("number", RootLeafType.Int32), RootBranchSpec.Ragged("x", RootLeafType.Float32)]);
        tree.Append(
        [
            new NumberArray<int>([7, 8, 9]), new ListArray([0, 2, 2, 3], new NumberArray<float>([0.5f, 1.5f, 2.5f])),
        ]);
        file.Complete();
        return path;
    }
}
