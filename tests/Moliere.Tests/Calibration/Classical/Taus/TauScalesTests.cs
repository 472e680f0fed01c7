// covers: TauScalesOptions
using Moliere.Calibration.Classical.Taus;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Calibration.Classical.Taus;

public sealed class TauScalesTests
{
    private static readonly TauScales s_scales = ToyScales.Scales;

    [Fact]
    public void Complete_AddsWhatIsMissingAndKeepsTheRest()
    {
        Table taus = ToyTauScales.Make(100, seed: 5), done = s_scales.Complete(taus);
        Assert.Equal(
            [
                .. taus.Columns.Select(column => column.Name), .. TauColumns.Modes, TauColumns.PtCalorimeter,
                TauColumns.PtCombined,
            ],
            done.Columns.Select(column => column.Name));
        Assert.Equal(done.Columns, s_scales.Complete(done).Columns);
        Assert.Same(taus[TauColumns.Pt], done[TauColumns.Pt]);
    }

    [Fact]
    public void ScaleThatATableBringsAlong_IsUsed()
    {
        Table taus = ToyTauScales.Make(100, seed: 5);
        float[] own = [.. taus.Floats(TauColumns.Pt).Select((pt, row) => row == 7 ? -999 : row == 8 ? -1111 : 3 * pt)];
        Predictions predictions = s_scales.Of("calorimeter")
            .Apply(taus.With(new FloatColumn(TauColumns.PtCalorimeter, "GeV", "", own)));
        Assert.Equal(2, predictions.NotCalibratedCount);
        Assert.Equal(CalibrationStatus.NotCalibrated, predictions.Status[8]);
        Assert.Equal(1 / 3.0, predictions.Response[20], 1e-6);
    }

    [Fact]
    public void PartOfTheProbabilities_IsReplacedByAll()
    {
        Table taus = ToyTauScales.Make(10, seed: 5);
        Table done = s_scales.Complete(taus.With(new FloatColumn(TauColumns.Modes[2], "", "", new float[10])));
        Assert.Equal(s_scales.Complete(taus).Floats(TauColumns.Modes[2]), done.Floats(TauColumns.Modes[2]));
    }

    [Theory]
    [InlineData(TauColumns.Pt, float.NaN)]
    [InlineData(TauColumns.Pt, 0f)]
    [InlineData(TauColumns.Eta, -999f)]
    [InlineData(TauColumns.TrackCount, 0f)]
    [InlineData(TauColumns.TrackCount, 6f)]
    [InlineData(TauColumns.TrackCount, -1111f)]
    [InlineData(TauColumns.VertexCount, float.NaN)]
    public void TauWithoutWhatEveryScaleNeeds_IsNotCalibratedAndCounted(string column, float value)
    {
        Table taus = ToyTauScales.Make(50, seed: 5);
        taus.Floats(column)[11] = value;
        foreach (string method in (string[])["calorimeter", "combined"])
        {
            Predictions predictions = s_scales.Of(method).Apply(taus);
            Assert.Equal(1, predictions.NotCalibratedCount);
            Assert.Equal(CalibrationStatus.NotCalibrated, predictions.Status[11]);
            Assert.Equal(1, predictions.Response[11]);
        }
    }

    [Fact]
    public void TableWithAllScales_NeedsNoDerivation()
    {
        Table taus = s_scales.Complete(ToyTauScales.Make(3000, seed: 5));
        TauScales none = TauScalesDerivation.Derive(taus, new());
        Assert.Null(none.Modes);
        Assert.Null(none.Calorimeter);
        Assert.Null(none.Combined);
        Assert.Equal(s_scales.Of("combined").Apply(taus).Response, none.Of("combined").Apply(taus).Response);
        Assert.Contains(
            "'p_1p0n'",
            Assert.Throws<MissingColumnException>(() => none.Complete(ToyTauScales.Make(5, seed: 1))).Message);
    }

    [Fact]
    public void UnknownMethod_IsRefusedWithTheKnownOnes() => Assert.Contains(
        "lc, substructure, calorimeter, combined",
        Assert.Throws<ArgumentException>(() => s_scales.Of("em")).Message);

    [Fact]
    public void LocallyWeighted_IsResponseOne() =>
        Assert.All(s_scales.Of("lc").Apply(ToyScales.Test).Response, response => Assert.Equal(1, response));
}
