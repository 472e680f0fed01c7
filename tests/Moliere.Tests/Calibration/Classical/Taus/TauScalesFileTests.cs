using System.Text.Json.Nodes;
using Moliere.Calibration.Classical.Taus;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Formats.Bytes;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Calibration.Classical.Taus;

public sealed class TauScalesFileTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private string Place => _folder.At("scales.json");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void ReadBack_GivesTheSameBitsAndBytes()
    {
        TauScalesFile.Write(ToyScales.Scales, Place);
        byte[] bytes = File.ReadAllBytes(Place);
        TauScales again = TauScalesFile.Read(Place, threads: 2);
        Table taus = ToyTauScales.Make(500, seed: 6);
        Table done = again.Complete(taus), expected = ToyScales.Scales.Complete(taus);
        foreach (string column in (string[])[.. TauColumns.Modes, TauColumns.PtCalorimeter, TauColumns.PtCombined])
        {
            Assert.Equal(expected.Floats(column), done.Floats(column));
        }

        Assert.Equal(2, again.Threads);
        TauScalesFile.Write(again, Place);
        Assert.Equal(bytes, File.ReadAllBytes(Place));
    }

    [Fact]
    public void PartsThatWereNotDerived_StayAbsent()
    {
        TauScalesFile.Write(ToyScales.Scales with { Modes = null, Combined = null }, Place);
        TauScales again = TauScalesFile.Read(Place);
        Assert.Null(again.Modes);
        Assert.Null(again.Combined);
        Assert.Equal(ToyScales.Scales.Calorimeter!.MeanVertices, again.Calorimeter!.MeanVertices);
    }

    [Theory]
    [InlineData("Format", "\"lcw-1\"", "the format 'lcw-1'")]
    [InlineData("Selection", "null", "invalid JSON")]
    [InlineData("Calorimeter.OneProng.Slopes", "[1]", "slopes with pile-up without one value per bin")]
    [InlineData("Calorimeter.MultiProng.Response.EtaEdges", "[0, 0, 1]", "a closure without one curve per bin")]
    [InlineData("Combined.Modes", "[]", "a combined scale without one part per decay mode")]
    [InlineData("Combined.Modes.2.Widths.0.Calorimeter", "[-1]", "widths without one positive number per knot")]
    [InlineData("Combined.Modes.1.Widths", "[]", "widths without one curve per bin")]
    [InlineData("Modes.Halves", "[]", "without two sets of trees")]
    [InlineData("Modes.Halves.0.Trees.3", "null", "without two sets of trees")]
    [InlineData("Modes.Halves.1.Start.0", "1e39", "without two sets of trees")]
    [InlineData("Modes.Halves.0.Trees.3.Left.0", "0", "trees of decay modes that are none")]
    [InlineData("Modes.Halves.1.Trees.0.Feature.0", "99", "trees of decay modes that are none")]
    public void DamagedPart_IsRefusedByName(string path, string json, string found)
    {
        TauScalesFile.Write(ToyScales.Scales, Place);
        JsonNode root = JsonNode.Parse(File.ReadAllText(Place))!, node = root;
        string[] steps = path.Split('.');
        foreach (string step in steps[..^1])
        {
            node = node is JsonArray array ? array[int.Parse(step)]! : node[step]!;
        }

        if (node is JsonArray last)
        {
            last[int.Parse(steps[^1])] = JsonNode.Parse(json);
        }
        else
        {
            node[steps[^1]] = JsonNode.Parse(json);
        }

        File.WriteAllText(Place, root.ToJsonString());
        string message = Assert.Throws<InvalidFileException>(() => TauScalesFile.Read(Place)).Message;
        Assert.Contains(found, message);
        Assert.Contains("moliere run taus", message);
    }

    [Fact]
    public void TruncatedFile_IsRefused()
    {
        TauScalesFile.Write(ToyScales.Scales, Place);
        byte[] bytes = File.ReadAllBytes(Place);
        foreach (int part in (int[])[1, 10, 500])
        {
            File.WriteAllBytes(Place, bytes[..(bytes.Length * part / 501)]);
            Assert.Throws<InvalidFileException>(() => TauScalesFile.Read(Place));
        }
    }
}
