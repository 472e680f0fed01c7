// covers: BoostedSampleOptions, BoostedPileup, BoostedEvents
using Moliere.Data.Kinematics;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Reconstruction.Jets;
using Moliere.Simulation.Generation;
using Moliere.Simulation.Samples;
using Moliere.Simulation.Samples.Boosted;
using Moliere.Simulation.Samples.Jets;
using Moliere.Tests.Simulation.Samples.Taus;

namespace Moliere.Tests.Simulation.Samples.Boosted;

public sealed class BoostedJetSamplerTests
{
    private static readonly BoostedSampleOptions s_options = new() { PtMin = 300, PtMax = 700 };

    private static readonly Func<long, GeneratedEvent> s_events = BoostedEvents.Create(
        new() { Process = Process.W, PtMin = 255, PtMax = 800 }, ToyCrossings.Seed);

    [Fact]
    public void ThreadsAndParts_DoNotChangeTheRows()
    {
        Table one = Sample(Crossings(0, 4)), three = Sample(Crossings(0, 4), threads: 3, crossingsPerPart: 1);
        Assert.True(one.RowCount > 12);
        AssertSame(one, three);
    }

    [Fact]
    public void ResumedSample_IsTheUninterruptedOne() =>
        AssertSame(Sample(Crossings(0, 3)), ColumnJoin.Rows([Sample(Crossings(0, 1)), Sample(Crossings(1, 2))]));

    [Fact]
    public void Jets_AreOfBothClassesWithAndWithoutPileup()
    {
        Table jets = Sample(Crossings(0, 4));
        long[] events = jets.Longs(BoostedJetColumns.Event), crossings = jets.Longs(BoostedJetColumns.Crossing);
        float[] signal = jets.Floats(BoostedJetColumns.IsSignal), mu = jets.Floats(BoostedJetColumns.Mu);
        for (int row = 0; row < jets.RowCount; row++)
        {
            Assert.Equal(events[row] % 3 < 2 ? 1 : 0, signal[row]);
            Assert.Equal(crossings[row] % 2 == 0 ? 6 : 0, mu[row]);
            Assert.Equal(events[row] / 6, crossings[row]);
        }

        Assert.All(jets.Floats(BoostedJetColumns.Pt), pt => Assert.InRange(pt, 300, 700));
        Assert.All(jets.Floats(BoostedJetColumns.Eta), eta => Assert.InRange(eta, -2, 2));
        Assert.Contains(0, signal);
        IEnumerable<float> response =
            jets.Floats(BoostedJetColumns.Pt).Zip(jets.Floats(BoostedJetColumns.TruthPt), (pt, truth) => pt / truth);
        Assert.InRange(response.Average(), 0.85, 1.1);
    }

    [Theory]
    [InlineData(BoostedPileup.Always, 6)]
    [InlineData(BoostedPileup.Never, 0)]
    public void Pileup_IsWhatTheOptionSays(BoostedPileup pileup, float expected)
    {
        Table jets = Sample(Crossings(0, 2), options: s_options with { Pileup = pileup });
        Assert.True(jets.RowCount > 4);
        Assert.All(jets.Floats(BoostedJetColumns.Mu), mu => Assert.Equal(expected, mu));
    }

    // Everything simulated and reconstructed by the ordinary chain: what the windows leave out is far away.
    [Fact]
    public void JetOnItsOwnCrossing_IsThatOfTheWholeEvent()
    {
        int same = 0, all = 0;
        for (int number = 0; number < 6; number++)
        {
            GeneratedEvent generated = s_events(number);
            Table jets = Sample([new CrossingItem(number, [new SampleItem(() => generated, 0)])]);
            FourVector[] whole = WholeEvent(generated, withPileup: number % 2 == 0);
            foreach (float mass in jets.Floats(BoostedJetColumns.Mass))
            {
                all++;
                same += whole.Any(jet => Math.Abs(Scaled(jet).Mass - mass) < 1e-3 * mass) ? 1 : 0;
            }
        }

        Assert.True(all >= 4);
        Assert.InRange(same, all - 1, all);
    }

    [Fact]
    public void NoJets_HaveTheColumnsOfAll()
    {
        Assert.Equal(0, Sample([new CrossingItem(0, [])]).RowCount);
        Assert.All(BoostedJetColumns.Substructure, name => Assert.True(BoostedJetSampler.NoJets.Has(name), name));
        Assert.All(BoostedJetSampler.NoJets.Columns, column => Assert.NotEmpty(column.Description));
    }

    [Fact]
    public void ChainThatTurnsEvents_IsRefused()
    {
        var sampler = new BoostedJetSampler(_ => Chain(turns: true, withPileup: true), s_options, ToyCrossings.Seed);
        Assert.Contains("RotateAzimuth", Assert.Throws<ArgumentException>(() => sampler.Stream(
            Crossings(0, 1), 1, _ => { }, 1, null, CancellationToken.None)).Message);
    }

    private static EventChain Chain(bool turns, bool withPileup) => new(
        ToyCrossings.Simulator(turns, withPileup), ToyCrossings.Finder(), new CalorimeterEvent(ToyCrossings.Geometry));

    private static IEnumerable<CrossingItem> Crossings(int first, int count) =>
        CrossingItem.Of(SampleItem.FromGenerator(s_events, 6 * first, 6 * count), 6, first);

    private static Table Sample(
        IEnumerable<CrossingItem> crossings, int threads = 1, int crossingsPerPart = 2,
        BoostedSampleOptions? options = null)
    {
        var parts = new List<Table> { BoostedJetSampler.NoJets };
        var sampler = new BoostedJetSampler(
            withPileup => Chain(turns: false, withPileup), options ?? s_options, ToyCrossings.Seed);
        sampler.Stream(crossings, crossingsPerPart, parts.Add, threads, null, CancellationToken.None);
        return ColumnJoin.Rows(parts);
    }

    private static FourVector Scaled(FourVector jet) =>
        s_options.EnergyScale * Math.Pow(jet.Pt / 500, -s_options.EnergyPower) * jet;

    private static FourVector[] WholeEvent(GeneratedEvent generated, bool withPileup)
    {
        var cells = new CalorimeterEvent(ToyCrossings.Geometry);
        ToyCrossings.Simulator(withPileup: withPileup).Simulate(generated, cells);
        FourVector[] momenta =
        [
            .. ToyCrossings.Finder().Find(cells)
                .Select(cluster => OriginCorrection.Apply(cluster, cells, generated.History[0].Production.Z)),
        ];
        var trimming = new Trimming(s_options.Trimming);
        return
        [
            .. new JetFinder(new(JetAlgorithm.AntiKt, s_options.Radius)).Find(momenta, 100)
                .Select(jet => trimming.Apply(jet, momenta).Momentum),
        ];
    }

    private static void AssertSame(Table a, Table b)
    {
        Assert.Equal(a.RowCount, b.RowCount);
        foreach (Column column in a.Columns)
        {
            Assert.Equal(Values(a, column.Name), Values(b, column.Name));
        }
    }

    private static IEnumerable<double> Values(Table table, string name) => table[name] is LongColumn
        ? table.Longs(name).Select(value => (double)value) : table.Floats(name).Select(value => (double)value);
}
