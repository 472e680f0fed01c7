using Moliere.Calibration.Classical.Taus;
using Moliere.Data.Objects;
using Moliere.Data.Tables;

namespace Moliere.Tests.Calibration.Classical.Taus;

public sealed class TauScalesDerivationTests
{
    [Fact]
    public void AnyNumberOfThreads_GivesTheSameBits()
    {
        Table training = ToyScales.Training.Slice(0, 5000), test = ToyScales.Training.Slice(5000, 500);
        Table[] done = [.. new[] { 1, 2, 3 }.Select(threads =>
            TauScalesDerivation.Derive(training, ToyScales.Options with { Threads = threads }).Complete(test))];
        foreach (string column in (string[])[.. TauColumns.Modes, TauColumns.PtCalorimeter, TauColumns.PtCombined])
        {
            Assert.Equal(done[0].Floats(column), done[1].Floats(column));
            Assert.Equal(done[0].Floats(column), done[2].Floats(column));
        }
    }

    [Fact]
    public void OneProngsOnly_GiveTheOthersTheirCurves()
    {
        float[] tracks = ToyScales.Training.Floats(TauColumns.TrackCount);
        int[] rows = [.. Enumerable.Range(0, tracks.Length).Where(row => tracks[row] == 1).Take(4000)];
        TauScales scales = TauScalesDerivation.Derive(ToyScales.Training.Select(rows), ToyScales.Options);
        Assert.Equal(scales.Calorimeter!.OneProng.Slopes, scales.Calorimeter.MultiProng.Slopes);
        Assert.Equal(scales.Calorimeter.At(40, 1, 1, 20), scales.Calorimeter.At(40, 1, 3, 20));
        Assert.All(scales.Complete(ToyScales.Test.Slice(0, 200)).Floats(TauColumns.PtCombined),
            pt => Assert.True(pt > 0));
    }

    [Fact]
    public void TooFewWithSubstructure_AreRefusedWithTheirNumber()
    {
        Table training = ToyScales.Training.Slice(0, 3000);
        float[] substructure = [.. training.Floats(TauColumns.PtSubstructure)];
        substructure.AsSpan(100).Fill(-1111);
        var gaps = new FloatColumn(TauColumns.PtSubstructure, "GeV", "", substructure);
        training = new([.. training.Columns.Select(column => column.Name == gaps.Name ? gaps : column)]);
        Assert.Contains(
            "100 of 3000 taus have both",
            Assert.Throws<InvalidDataException>(
                () => TauScalesDerivation.Derive(training, ToyScales.Options)).Message);
    }

    [Fact]
    public void TooFewTaus_AreRefusedWithTheirNumber() => Assert.Contains(
        "Found 500 taus with momentum, tracks, vertices and truth among 500, expected at least 2000",
        Assert.Throws<InvalidDataException>(
            () => TauScalesDerivation.Derive(ToyScales.Training.Slice(0, 500), new())).Message);

    [Fact]
    public void MissingTruth_IsNamed() => Assert.Contains(
        TauColumns.TruthPt,
        Assert.Throws<MissingColumnException>(() => TauScalesDerivation.Derive(
            DecayModeClassifierTests.Without(ToyScales.Training, TauColumns.TruthPt), new())).Message);
}
