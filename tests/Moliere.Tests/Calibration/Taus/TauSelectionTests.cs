// covers: TauRowCounts
using Moliere.Calibration.Taus;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Calibration.Taus;

public sealed class TauSelectionTests
{
    [Fact]
    public void EachReason_IsCountedOnce()
    {
        Table taus = TauFeaturesTests.Scaled(ToyTauScales.Make(100, seed: 1));
        Set(taus, TauColumns.Pt, 0, float.NaN);
        Set(taus, TauColumns.Eta, 1, -999);
        Set(taus, TauColumns.TrackCount, 2, 0);
        Set(taus, TauColumns.TrackCount, 3, 6);
        Set(taus, TauColumns.PtCombined, 4, -1111);
        Set(taus, TauColumns.PtEm, 5, 16 * taus.Floats(TauColumns.Pt)[5]);
        Set(taus, TauColumns.PtSubstructure, 6, 51 * taus.Floats(TauColumns.Pt)[6]);
        Set(taus, TauColumns.PtCombined, 7, taus.Floats(TauColumns.Pt)[7] / 26);
        Set(taus, TauColumns.TruthPt, 8, float.NaN);
        Set(taus, TauColumns.PtSubstructure, 9, float.NaN);

        (int[] rows, TauRowCounts counts) = new TauSelection().Of(taus, [.. Enumerable.Range(0, 50)]);

        Assert.Equal(Enumerable.Range(9, 41), rows);
        Assert.Equal(
            new TauRowCounts
            {
                Candidates = 50,
                WithoutMomentum = 2,
                WithoutTracks = 2,
                WithoutScale = 1,
                ExtremeRatio = 3,
                WithoutTruth = 1,
                Used = 41,
            },
            counts);
        bool[] isUsable = new TauSelection().IsUsable(taus);
        Assert.Equal(Enumerable.Range(0, 8), Enumerable.Range(0, 100).Where(row => !isUsable[row]));
        bool[] hasMomentum = new TauSelection().HasMomentum(taus);
        Assert.Equal(Enumerable.Range(0, 4), Enumerable.Range(0, 100).Where(row => !hasMomentum[row]));
    }

    [Fact]
    public void SmallestTrueMomentum_SelectsAndCounts()
    {
        Table taus = TauFeaturesTests.Scaled(ToyTauScales.Make(100, seed: 1));
        int soft = taus.Floats(TauColumns.TruthPt).Count(pt => pt < 20);
        (int[] rows, TauRowCounts counts) =
            new TauSelection { TruthPtMin = 20 }.Of(taus, [.. Enumerable.Range(0, 100)]);
        Assert.InRange(soft, 1, 99);
        Assert.Equal((100 - soft, soft), (rows.Length, counts.WithoutTruth));
    }

    [Theory]
    [InlineData(9.9f, 0)]
    [InlineData(10.1f, 1)]
    [InlineData(0.09f, 1)]
    public void TruthFarFromTheCombinedScale_IsAnExtremeRatio(float ratio, int extreme)
    {
        Table taus = TauFeaturesTests.Scaled(ToyTauScales.Make(20, seed: 1));
        Set(taus, TauColumns.TruthPt, 3, ratio * taus.Floats(TauColumns.PtCombined)[3]);
        (int[] rows, TauRowCounts counts) = new TauSelection().Of(taus, [.. Enumerable.Range(0, 20)]);
        Assert.Equal((20 - extreme, extreme, 0), (rows.Length, counts.ExtremeRatio, counts.WithoutTruth));
        Assert.True(new TauSelection().IsUsable(taus)[3]);
    }

    [Fact]
    public void WithoutTheCombinedScale_TheColumnIsNamed() => Assert.Contains(
        TauColumns.PtCombined,
        Assert.Throws<MissingColumnException>(
            () => new TauSelection().IsUsable(ToyTauScales.Make(3, seed: 1))).Message);

    private static void Set(Table taus, string column, int row, float value) => taus.Floats(column)[row] = value;
}
