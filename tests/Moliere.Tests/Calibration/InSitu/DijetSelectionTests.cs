// covers: DijetSelectionOptions, DijetCuts, DijetPairs
using Moliere.Calibration.InSitu;
using Moliere.Data.Objects;
using Moliere.Data.Tables;

namespace Moliere.Tests.Calibration.InSitu;

public sealed class DijetSelectionTests
{
    private static readonly DijetSelectionOptions Options = new();

    [Fact]
    public void EveryEvent_IsCountedByTheFirstCutItFails()
    {
        (long Event, float Pt, float Eta, float Phi, float Weight)[] jets =
        [
            (1, 2000, 0.3f, 0, 1), (1, 1900, -0.5f, 3, 1), (1, 100, 2, 1, 1), // kept
            (2, 2000, 0.3f, 0, 1), // alone
            (3, 2000, 0.3f, 0, 1), (3, 0, 0.5f, 3, 1), // no momentum
            (4, 2000, 0.3f, 0, 1), (4, -5, 0.5f, 3, 1),
            (5, 2000, 0.3f, 0, 1), (5, float.NaN, 0.5f, 3, 1),
            (6, 2000, 0.3f, 0, 0), (6, 1900, 0.5f, 3, 0), // no weight
            (7, 2000, 0.1f, 0, 1), (7, 1900, 0.5f, 3, 1), // too central
            (8, 2000, 0.3f, 0, 1), (8, 1900, 0.8f, 3, 1), // too forward
            (9, 2000, 0.3f, 0, 1), (9, 1900, 0.5f, 2.6f, 1), // not back to back
            (10, 2000, 0.3f, 0, 1), (10, 1900, 0.5f, 3, 1), (10, 500, 0.5f, 3, 1), // third jet
            (11, 1800, 0.3f, 0, 1), (11, 1790, 0.5f, 3, 1), // below the range
            (12, 2500, 0.3f, 0, 1), (12, 2300, 0.5f, 3, 1), // at its upper edge
        ];
        Table table = TableOf(jets);
        DijetPairs pairs = DijetSelection.Select(table, table.Floats(JetColumns.Pt), Options, seed: 1);
        var expected = new DijetCuts
        {
            Events = 12,
            FewerThanTwoJets = 1,
            UnusableMomentum = 3,
            UnusableWeight = 1,
            OutsideEta = 2,
            NotBackToBack = 1,
            ThirdJet = 1,
            OutsideAverage = 2,
            Pairs = 1,
        };
        Assert.Equal(expected, pairs.Cuts);
        Assert.Equal([0, 1], pairs.Rows.Order());
        Assert.Equal((1, 1950f), (pairs.Count, pairs.Average[0]));
    }

    [Fact]
    public void CalibratedMomenta_DecideWhichJetsLead()
    {
        Table table = TableOf([(1, 300, 0.3f, 0, 1), (1, 280, 0.4f, 1, 1), (1, 260, 0.5f, 3, 1)]);
        DijetPairs pairs = DijetSelection.Select(table, [2000, 200, 1950], Options, seed: 1);
        Assert.Equal([0, 2], pairs.Rows.Order());
    }

    [Fact]
    public void Roles_AreDrawnByEventNumberAlone()
    {
        Table table = ToyDijets.Make(2000, 1);
        float[] pt = table.Floats(JetColumns.Pt);
        DijetPairs pairs = DijetSelection.Select(table, pt, Options, seed: 1);
        int first = Enumerable.Range(0, pairs.Count).Count(e => pairs.Rows[2 * e] < pairs.Rows[(2 * e) + 1]);
        Assert.InRange(first, 0.42 * pairs.Count, 0.58 * pairs.Count);
        int[] later = [.. Enumerable.Range(1000, 3000)];
        DijetPairs part = DijetSelection.Select(table.Select(later), pt[1000..], Options, seed: 1);
        int[] expected = [.. pairs.Rows.Where(row => row >= 1000).Select(row => row - 1000)];
        Assert.Equal(expected, part.Rows);
        Assert.NotEqual(pairs.Rows, DijetSelection.Select(table, pt, Options, seed: 2).Rows);
    }

    [Fact]
    public void JetsThatWereNotCalibrated_HaveNoMomentum()
    {
        Table table = ToyDijets.Make(5, 1);
        var partly = new KnownResponse(jets => [.. Enumerable.Repeat(0.5f, jets.RowCount)])
        {
            StatusOf = row => row == 3 ? CalibrationStatus.NotCalibrated : CalibrationStatus.Calibrated,
        };
        float[] pt = DijetSelection.Calibrated(table, partly);
        Assert.Equal(2 * table.Floats(JetColumns.Pt)[0], pt[0]);
        Assert.True(float.IsNaN(pt[3]));
        Assert.Equal(1, DijetSelection.Select(table, pt, Options, 1).Cuts.UnusableMomentum);
    }

    [Fact]
    public void MomentaOfAnotherTable_AreRefused() =>
        Assert.Throws<ArgumentException>(() => DijetSelection.Select(ToyDijets.Make(5, 1), [1], Options, 1));

    private static Table TableOf((long Event, float Pt, float Eta, float Phi, float Weight)[] jets) => new(
    [
        new LongColumn("event", "", "number", [.. jets.Select(jet => jet.Event)]),
        new FloatColumn("pt", "GeV", "momentum", [.. jets.Select(jet => jet.Pt)]),
        new FloatColumn("eta", "", "direction", [.. jets.Select(jet => jet.Eta)]),
        new FloatColumn("phi", "rad", "direction", [.. jets.Select(jet => jet.Phi)]),
        new FloatColumn("weight", "", "weight", [.. jets.Select(jet => jet.Weight)]),
    ]);
}
