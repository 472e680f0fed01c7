using Moliere.Data.Tables;
using Moliere.Formats.Bytes;
using Moliere.Tagging.Preservation;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Tagging.Preservation;

public sealed class EfficiencyMapFileTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Map_ReadsBackWithTheSameAnswersAndBytes()
    {
        EfficiencyMap map = ToyMap(out Table objects);
        string path = _folder.At("map.json"), again = _folder.At("again.json");
        EfficiencyMapFile.Write(map, path);
        EfficiencyMap read = EfficiencyMapFile.Read(path);
        Assert.Equal(map.Apply(objects), read.Apply(objects));
        Assert.Equal((map.Selection, map.Confidence), (read.Selection, read.Confidence));
        Assert.Equal("toy", read.Provenance["sample"]);
        Assert.Equal(OutsideRange.Zero, read.Axes[1].Outside);
        EfficiencyMapFile.Write(read, again);
        Assert.Equal(File.ReadAllBytes(path), File.ReadAllBytes(again));
    }

    [Theory]
    [InlineData("efficiency-map-1", "efficiency-map-7", "the format 'moliere-efficiency-map-7'")]
    [InlineData("\"axes\"", "\"axles\"", "no axes, bins")]
    [InlineData("\"selection\"", "\"selected\"", "no axes, bins")]
    [InlineData("\"axes\": [", "\"axes\": [ null,", "nothing in them")]
    [InlineData("\"bins\": [", "\"bins\": [ null,", "nothing in them")]
    [InlineData("\"examples\": [", "\"examples\": [ null,", "nothing in them")]
    [InlineData("\"sample\": \"toy\"", "\"sample\": null", "nothing in them")]
    [InlineData("\"at\": [", "\"at\": null, \"was\": [", "invalid JSON")]
    [InlineData("\"at\": [", "\"was\": [", "nothing in them")]
    [InlineData("\"at\": [", "\"at\": [ 1,", "values for")]
    [InlineData("\"first\": [", "\"first\": null, \"was\": [", "invalid JSON")]
    [InlineData("\"edges\": [", "\"edges\": null, \"was\": [", "invalid JSON")]
    [InlineData("\"entries\": ", "\"entries\": x", "invalid JSON")]
    [InlineData("\"edges\": [\n        0,", "\"edges\": [\n        900,", "finite ascending values")]
    [InlineData("\"confidence\": 0.6827,", "\"confidence\": 0.6827", "invalid JSON")]
    public void BrokenFile_IsRefused(string old, string changed, string expected)
    {
        string path = _folder.At("map.json");
        EfficiencyMapFile.Write(ToyMap(out _), path);
        string text = File.ReadAllText(path);
        int place = text.IndexOf(old, StringComparison.Ordinal);
        Assert.True(place >= 0, text[..600]);
        File.WriteAllText(path, text[..place] + changed + text[(place + old.Length)..]);
        Assert.Contains(expected, Assert.Throws<InvalidFileException>(() => EfficiencyMapFile.Read(path)).Message);
    }

    [Fact]
    public void ExampleThatContradictsTheBins_IsRefused()
    {
        string path = _folder.At("map.json");
        EfficiencyMap map = ToyMap(out _);
        EfficiencyMapFile.Write(map, path);
        string text = File.ReadAllText(path), value = $"\"efficiency\": {map.Bins[0].Efficiency:R}";
        int last = text.LastIndexOf(value, StringComparison.Ordinal);
        Assert.True(last > text.IndexOf(value, StringComparison.Ordinal));
        File.WriteAllText(path, text[..last] + "\"efficiency\": 0.125" + text[(last + value.Length)..]);
        Assert.Contains("examples", Assert.Throws<InvalidFileException>(() => EfficiencyMapFile.Read(path)).Message);
    }

    private static EfficiencyMap ToyMap(out Table objects)
    {
        (objects, bool[] passed) = ToySelection.Make(4000, 60, 7);
        return EfficiencyMapDerivation.Derive(
            objects, passed, null, ToySelection.Axes, new(), "a toy", new Dictionary<string, string>
            {
                ["sample"] = "toy",
            });
    }
}
