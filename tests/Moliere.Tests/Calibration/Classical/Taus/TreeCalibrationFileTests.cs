using Moliere.Calibration.Classical.Taus;
using Moliere.Calibration.Closure;
using Moliere.Data.Tables;
using Moliere.Formats.Bytes;
using Moliere.Learning.Trees;
using Moliere.Learning.Trees.Exchange;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Calibration.Classical.Taus;

public sealed class TreeCalibrationFileTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private string Place => _folder.At("brt.json");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void ReadBack_GivesTheSameBitsAndBytes()
    {
        TreeCalibration written = ToyTrees.Calibration with { Spread = new SpreadScale([2, 3], [1, 1.1]) };
        TreeCalibrationFile.Write(written, Place);
        byte[] bytes = File.ReadAllBytes(Place);
        TreeCalibration again = TreeCalibrationFile.Read(Place, ToyScales.Scales, threads: 2);
        Table taus = ToyTauScales.Make(500, seed: 6);
        Assert.Equal(written.Apply(taus).Response, again.Apply(taus).Response);
        Assert.Equal(("brt", 2), (again.Name, again.Threads));
        TreeCalibrationFile.Write(again, Place);
        Assert.Equal(bytes, File.ReadAllBytes(Place));
    }

    [Theory]
    [InlineData("tau-trees-1", "tau-trees-9", "the format 'tau-trees-9'")]
    [InlineData("\\u0022Target\\u0022:1", "\\u0022Target\\u0022:7", "the target '7'")]
    [InlineData("\\u0022Name\\u0022", "\\u0022Nam\\u0022", "invalid JSON")]
    public void DamagedAttribute_IsRefused(string old, string changed, string found)
    {
        TreeCalibrationFile.Write(ToyTrees.Calibration, Place);
        string text = File.ReadAllText(Place), plain = old.Replace("\\u0022", "\\\"", StringComparison.Ordinal);
        string use = text.Contains(old, StringComparison.Ordinal) ? old : plain;
        Assert.Contains(use, text);
        string now = use == old ? changed : changed.Replace("\\u0022", "\\\"", StringComparison.Ordinal);
        File.WriteAllText(Place, text.Replace(use, now, StringComparison.Ordinal));
        string message =
            Assert.Throws<InvalidFileException>(() => TreeCalibrationFile.Read(Place, ToyScales.Scales)).Message;
        Assert.Contains(found, message);
        Assert.Contains("moliere run taus", message);
    }

    [Fact]
    public void OtherXgboostModel_IsRefused()
    {
        XgboostFile.Write(Place, ToyTrees.Calibration.Trees);
        Assert.Contains(
            "a model without the attribute 'tau_calibration'",
            Assert.Throws<InvalidFileException>(() => TreeCalibrationFile.Read(Place, ToyScales.Scales)).Message);
    }

    [Fact]
    public void OtherObjective_IsRefused()
    {
        BoostedTrees trees = ToyTrees.Calibration.Trees with { Objective = TreeObjective.Logistic };
        TreeCalibrationFile.Write(ToyTrees.Calibration with { Trees = trees }, Place);
        Assert.Contains(
            "the objective 'Logistic'",
            Assert.Throws<InvalidFileException>(() => TreeCalibrationFile.Read(Place, ToyScales.Scales)).Message);
    }

    [Fact]
    public void UnknownFeature_IsRefusedByName()
    {
        TreeCalibration strange = ToyTrees.Calibration with
        {
            Trees = ToyTrees.Calibration.Trees with
            {
                Features = ["magic", .. ToyTrees.Calibration.Trees.Features.Skip(1)],
            },
        };
        TreeCalibrationFile.Write(strange, Place);
        Assert.Contains(
            "the feature 'magic'",
            Assert.Throws<InvalidFileException>(() => TreeCalibrationFile.Read(Place, ToyScales.Scales)).Message);
    }
}
