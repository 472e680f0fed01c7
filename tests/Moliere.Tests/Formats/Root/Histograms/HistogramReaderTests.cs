using System.Text.Json;
using Moliere.Formats.Bytes;
using Moliere.Formats.Root.Files;
using Moliere.Formats.Root.Histograms;
using Moliere.Formats.Root.Writing;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Formats.Root.Histograms;

public sealed class HistogramReaderTests
{
    [SkippableFact]
    public void SampleFiles_HoldWhatOthersRead()
    {
        string facts = ExpectedFacts.PathOrSkip("");
        using JsonDocument expected = JsonDocument.Parse(File.ReadAllBytes(facts));
        int count = 0;
        foreach (JsonProperty sample in expected.RootElement.EnumerateObject())
        {
            foreach (JsonProperty item in sample.Value.GetProperty("objects").EnumerateObject())
            {
                count += Check(ExpectedFacts.PathOrSkip(sample.Name), item) ? 1 : 0;
            }
        }

        Assert.Equal(51, count);
    }

    [Theory]
    [InlineData("TH1S")]
    [InlineData("TH1F")]
    [InlineData("TH2I")]
    [InlineData("TH2D")]
    [InlineData("TH3C")]
    [InlineData("TH3F")]
    [InlineData("TProfile")]
    [InlineData("TProfile2D")]
    public void Histogram_ReadsAsWritten(string className)
    {
        using TempFolder folder = new();
        RootHistogram written = WrittenHistograms.Make(className);
        Dictionary<int, string> labels = new() { [1] = "one", [2] = "two" };
        written = written with { Axes = [written.Axes[0] with { Labels = labels }, .. written.Axes.Skip(1)] };
        RootHistogram read = WriteAndRead(folder, written, RootHistogram.Read);
        Assert.Equal(JsonSerializer.Serialize(written), JsonSerializer.Serialize(read));
    }

    [Fact]
    public void Graph_ReadsAsWritten()
    {
        using TempFolder folder = new();
        RootGraph written = RootGraph.WithErrors("g", [1, 2], [3, 4], [5, 6], [7, 8]) with { Title = "some" };
        using var file = new RootFileWriter(folder.At("g.root"));
        file.Write(written);
        file.Complete();
        using RootFile read = RootFile.Open(folder.At("g.root"));
        RootGraph found = RootGraph.Read(read, read.Entries[0]);
        Assert.Equal(JsonSerializer.Serialize(written), JsonSerializer.Serialize(found));
        Assert.Contains(
            "an object of class TGraphErrors",
            Assert.Throws<InvalidFileException>(() => RootHistogram.Read(read, read.Entries[0])).Message);
    }

    [Fact]
    public void DamagedHistogram_IsATypedError()
    {
        using TempFolder folder = new();
        string path = folder.At("h.root");
        using (var file = new RootFileWriter(path, Moliere.Formats.Root.RootCompression.Stored))
        {
            file.Write(WrittenHistograms.Make("TH2D"));
            file.Complete();
        }

        byte[] bytes = File.ReadAllBytes(path);
        int refused = 0;
        using (RootFile file = RootFile.Open(path))
        {
            RootKey key = file.Entries[0].Key;
            for (int at = key.KeySize; at < key.Size; at++)
            {
                byte[] damaged = [.. bytes];
                damaged[key.Position + at] ^= 0xFF;
                refused += IsRefused(folder.Write("damaged.root", damaged)) ? 1 : 0;
            }
        }

        Assert.InRange(refused, 100, bytes.Length);
    }

    private static bool IsRefused(string path)
    {
        try
        {
            using RootFile file = RootFile.Open(path);
            RootHistogram.Read(file, file.Entries[0]);
            return false;
        }
        catch (InvalidFileException)
        {
            return true;
        }
    }

    private static RootHistogram WriteAndRead(
        TempFolder folder, RootHistogram histogram, Func<RootFile, RootEntry, RootHistogram> read)
    {
        string path = folder.At("h.root");
        using (var writer = new RootFileWriter(path))
        {
            writer.Write(histogram);
            writer.Complete();
        }

        using RootFile file = RootFile.Open(path);
        return read(file, file.Entries[0]);
    }

    private static bool Check(string path, JsonProperty item)
    {
        using RootFile file = RootFile.Open(path);
        RootEntry entry = file.Entries.Where(entry => entry.Path == item.Name).MaxBy(entry => entry.Cycle)!;
        string where = $"{Path.GetFileName(path)}:{item.Name}";
        Assert.Equal(item.Value.GetProperty("class").GetString(), entry.ClassName);
        if (RootHistogram.CanRead(entry))
        {
            Check(RootHistogram.Read(file, entry), item.Value, where);
            return true;
        }

        if (RootGraph.CanRead(entry))
        {
            RootGraph graph = RootGraph.Read(file, entry);
            Check(graph.X, item.Value.GetProperty("x"), where);
            Check(graph.Y, item.Value.GetProperty("y"), where);
            return true;
        }

        Assert.DoesNotMatch("^TH[123]|^TProfile|^TGraph", entry.ClassName);
        return false;
    }

    private static void Check(RootHistogram histogram, JsonElement facts, string where)
    {
        Assert.Equal(facts.GetProperty("title").GetString(), histogram.Title);
        Assert.Equal(facts.GetProperty("entries").GetDouble(), histogram.Entries);
        Assert.Equal(facts.GetProperty("xmin").GetDouble(), histogram.Axes[0].Low);
        Assert.Equal(facts.GetProperty("xmax").GetDouble(), histogram.Axes[0].High);
        string[] bins = ["nbinsx", "nbinsy", "nbinsz"];
        Assert.Equal(
            bins.Take(histogram.Axes.Count).Select(name => facts.GetProperty(name).GetInt32()),
            histogram.Axes.Select(axis => axis.BinCount));
        Assert.Equal(facts.GetProperty("sumw2").GetInt32(), histogram.SumW2.Count);
        Check(histogram.Contents, facts.GetProperty("cells"), where);
    }

    private static void Check(IReadOnlyList<double> values, JsonElement facts, string where)
    {
        Assert.True(facts.GetProperty("n").GetInt32() == values.Count, where);
        Assert.True(facts.GetProperty("first").GetDouble() == values[0], where);
        Assert.True(facts.GetProperty("last").GetDouble() == values[^1], where);
        double sum = facts.GetProperty("sum").GetDouble();
        Assert.True(Math.Abs(values.Sum() - sum) <= 1e-9 * values.Sum(Math.Abs), $"{where}: {values.Sum()} {sum}");
    }
}
