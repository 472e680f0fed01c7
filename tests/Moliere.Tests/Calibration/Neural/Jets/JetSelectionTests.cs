// covers: JetRowCounts
using Moliere.Calibration.Neural.Jets;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Calibration.Neural.Jets;

public sealed class JetSelectionTests
{
    private static readonly Table s_jets = ToyJets.Jets(20, seed: 8, from: 40);
    private static readonly int[] s_all = [.. Enumerable.Range(0, 20)];

    [Fact]
    public void GoodJets_AreAllUsed()
    {
        (int[] rows, JetRowCounts counts) = new JetSelection().Of(new(s_jets, null), s_all, null);
        Assert.Equal(s_all, rows);
        Assert.Equal(new JetRowCounts { Candidates = 20, Used = 20 }, counts);
    }

    [Fact]
    public void EveryFlaw_IsCountedOnceAndByItsFirstReason()
    {
        Table jets = s_jets.WithValue(JetColumns.Pt, 0, 0).WithValue(JetColumns.Pt, 1, -5)
            .WithValue(JetColumns.DetectorEta, 2, float.NaN).WithValue(JetColumns.TruthPt, 3, 0)
            .WithValue(JetColumns.TruthDistance, 4, 0.4f).WithValue(JetColumns.TruthDistance, 5, -1)
            .WithValue(JetColumns.TruthIsolation, 6, 0.5f).WithValue(JetColumns.Isolation, 7, 0.9f)
            .WithValue(JetColumns.TruthPt, 9, 1e6f).WithValue(JetColumns.Isolation, 0, 0);
        bool[] isUsable = [.. s_all.Select(row => row != 8)];
        (int[] rows, JetRowCounts counts) = new JetSelection().Of(new(jets, null), s_all, isUsable);
        Assert.Equal(s_all[10..], rows);
        Assert.Equal(
            new JetRowCounts
            {
                Candidates = 20,
                WithoutMomentum = 3,
                Unmatched = 3,
                NotIsolated = 2,
                Incomplete = 1,
                Absurd = 1,
                Used = 10,
            },
            counts);
    }

    [Fact]
    public void AbsentColumns_DoNotSelect()
    {
        Table jets = new([.. s_jets.Columns.Where(column => !column.Name.Contains("isolation"))]);
        Assert.Equal(20, new JetSelection().Of(new(jets, null), s_all, null).Rows.Length);
    }
}
