// covers: TauSampleOptions
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Reconstruction.Taus;
using Moliere.Simulation.Samples;
using Moliere.Simulation.Samples.Taus;

namespace Moliere.Tests.Simulation.Samples.Taus;

public sealed class TauSamplerTests
{
    [Fact]
    public void ThreadsAndParts_DoNotChangeTheRows()
    {
        Table one = ToyCrossings.Sample(ToyCrossings.Sampler(), Crossings(0, 4));
        Table three = ToyCrossings.Sample(ToyCrossings.Sampler(), Crossings(0, 4), threads: 3, crossingsPerPart: 1);
        Assert.True(one.RowCount > 12);
        AssertSame(one, three);
    }

    [Fact]
    public void ResumedSample_IsTheUninterruptedOne()
    {
        TauSampler sampler = ToyCrossings.Sampler();
        Table[] pieces =
        [
            TauSampler.NoTaus,
            ToyCrossings.Sample(ToyCrossings.Sampler(), Crossings(0, 1)),
            ToyCrossings.Sample(sampler, Crossings(1, 2)),
        ];
        AssertSame(ToyCrossings.Sample(sampler, Crossings(0, 3)), ColumnJoin.Rows(pieces));
    }

    [Fact]
    public void Taus_AreMatchedToTheirTruth()
    {
        TauSampler sampler = ToyCrossings.Sampler();
        Table taus = ToyCrossings.Sample(sampler, Crossings(0, 6));
        Assert.InRange(taus.RowCount, 0.75 * sampler.TrueTaus, sampler.TrueTaus);
        Assert.Equal(taus.Longs(TauColumns.Event).Select(number => number / 4), taus.Longs(TauColumns.Crossing));
        Assert.All(taus.Floats(TauColumns.TruthDistance), distance => Assert.InRange(distance, 0, 0.2));
        Assert.All(taus.Floats(TauColumns.TruthPt), pt => Assert.True(pt > 10));
        Assert.All(taus.Floats(TauColumns.TrackCount), count => Assert.InRange(count, 1, 5));
        float[] pt = taus.Floats(TauColumns.Pt), truth = taus.Floats(TauColumns.TruthPt);
        double[] ratios = [.. pt.Zip(truth, (a, b) => a / b).Select(r => (double)r).Order()];
        Assert.InRange(ratios[ratios.Length / 2], 0.75, 1.1);
        foreach (IGrouping<long, int> shared in Enumerable.Range(0, taus.RowCount)
            .GroupBy(row => taus.Longs(TauColumns.Crossing)[row]))
        {
            Assert.Single(shared.Select(row => taus.Floats(TauColumns.Density)[row]).Distinct());
        }
    }

    // Everything reconstructed, in the event's own crossing by the ordinary chain: what the windows leave out is far
    // away, and sums in another order differ by rounding.
    [Fact]
    public void TauOnItsOwnCrossing_IsThatOfTheWholeEvent()
    {
        for (int number = 0; number < 4; number++)
        {
            GeneratedEvent generated = ToyCrossings.Taus(number);
            Table taus = ToyCrossings.Sample(
                ToyCrossings.Sampler(), [new CrossingItem(number, [new SampleItem(() => generated, 0)])]);
            IReadOnlyList<TauCandidate> candidates = WholeEvent(generated);
            for (int row = 0; row < taus.RowCount; row++)
            {
                TauCandidate same = candidates.MinBy(
                    one => Math.Abs(one.Intermediate.Phi - taus.Floats(TauColumns.Phi)[row]))!;
                for (int c = 0; c < TauCandidate.Columns.Count; c++)
                {
                    float found = taus.Floats(TauCandidate.Columns[c])[row];
                    Assert.InRange(found - same.Values[c], -1e-4 * (1 + Math.Abs(found)), 1e-4 * (1 + Math.Abs(found)));
                }
            }
        }
    }

    [Fact]
    public void Passes_TurnTheEvent()
    {
        GeneratedEvent generated = ToyCrossings.Taus(1);
        Table taus = ToyCrossings.Sample(ToyCrossings.Sampler(), CrossingItem.Of(
            SampleItem.FromFile([() => generated], passes: 4), 4));
        float[] phi = taus.Floats(TauColumns.TruthPhi), pt = taus.Floats(TauColumns.TruthPt);
        Assert.InRange(pt.Select(one => Math.Round(one, 3)).Distinct().Count(), 1, 2);
        Assert.InRange(phi.Distinct().Count(), taus.RowCount, taus.RowCount);
        Assert.InRange(taus.RowCount, 4, 8);
    }

    [Fact]
    public void NoTaus_HaveTheColumnsOfAll()
    {
        Table none = ToyCrossings.Sample(ToyCrossings.Sampler(), [new CrossingItem(0, [])]);
        Assert.Equal(0, none.RowCount);
        Assert.Equal(
            [TauColumns.Event, TauColumns.Crossing, TauColumns.Weight], none.Columns.Take(3).Select(c => c.Name));
        Assert.All(TauCandidate.Columns, name => Assert.True(TauSampler.NoTaus.Has(name), name));
        Assert.All(TauSampler.NoTaus.Columns, column => Assert.NotEmpty(column.Description));
    }

    [Fact]
    public void ChainThatTurnsEvents_IsRefused() => Assert.Contains("RotateAzimuth", Assert.Throws<ArgumentException>(
        () => ToyCrossings.Sample(ToyCrossings.Sampler(turns: true), Crossings(0, 1))).Message);

    private static IEnumerable<CrossingItem> Crossings(int first, int count) =>
        CrossingItem.Of(SampleItem.FromGenerator(ToyCrossings.Taus, 4 * first, 4 * count), 4, first);

    private static IReadOnlyList<TauCandidate> WholeEvent(GeneratedEvent generated)
    {
        var cells = new CalorimeterEvent(ToyCrossings.Geometry);
        ToyCrossings.Simulator().Simulate(generated, cells);
        IReadOnlyList<Cluster> clusters = ToyCrossings.Finder().Find(cells);
        TrackedEvent tracked = ToyCrossings.Tracks.Of(generated, cells.Overlaid, 0);
        return new TauFinder(new()).Find(new()
        {
            Cells = cells,
            Clusters = clusters,
            Scales = [.. clusters.Select(cluster => ToyCrossings.Scale(cluster, cells))],
            Tracks = tracked.Tracks,
            Vertices = tracked.Vertices,
        });
    }

    private static void AssertSame(Table a, Table b)
    {
        Assert.Equal(a.RowCount, b.RowCount);
        Assert.Equal(a.Longs(TauColumns.Event), b.Longs(TauColumns.Event));
        Assert.All(
            a.Columns.OfType<FloatColumn>(), column => Assert.Equal(column.Values, b.Floats(column.Name)));
    }
}
