// covers: JetSampleOptions, DijetSlice
using Moliere.Data.Kinematics;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Simulation.Samples;
using Moliere.Simulation.Samples.Jets;

namespace Moliere.Tests.Simulation.Samples.Jets;

public sealed class JetSamplerTests
{
    private static readonly GeneratedEvent[] s_events = [.. Enumerable.Range(0, 20).Select(i => ToyChain.Dijet(i))];

    [Fact]
    public void Jets_AreMatchedToTheirParticles()
    {
        Table jets = Sample(s_events);
        Assert.Equal(s_events.Length, jets.Longs(JetColumns.Event).Distinct().Count());
        float[] pt = jets.Floats(JetColumns.Pt), truth = jets.Floats(JetColumns.TruthPt);
        int[] matched = [.. Enumerable.Range(0, jets.RowCount).Where(row => truth[row] > 0)];
        Assert.InRange(matched.Length, 36, 40); // Two jets of 60 GeV in every event.
        Assert.All(matched, row => Assert.InRange(truth[row], 55, 65));
        Assert.InRange(matched.Average(row => pt[row] / truth[row]), 0.7, 0.95); // A pion of 40 and a photon of 20 GeV.
        Assert.All(matched, row => Assert.InRange(jets.Floats(JetColumns.TruthDistance)[row], 0, 0.3));
        Assert.All(matched, row => Assert.InRange(jets.Floats(JetColumns.TruthIsolation)[row], 2.5, 10));
        Assert.All(jets.Floats(JetColumns.Weight), weight => Assert.Equal(2, weight));
        Assert.InRange(jets.Floats(JetColumns.Area).Average(), 0.45, 0.55); // pi R² of a jet alone
    }

    [Fact]
    public void Shares_TracksAndConstituents_BelongToTheJet()
    {
        Table jets = Sample(s_events);
        JaggedColumn<float> pt = jets.Jagged<float>(JetColumns.ConstituentPt);
        JaggedColumn<float> isTrack = jets.Jagged<float>(JetColumns.ConstituentIsTrack);
        JaggedColumn<float> energy = jets.Jagged<float>(JetColumns.ConstituentEnergy);
        for (int row = 0; row < jets.RowCount; row++)
        {
            double shares = JetColumns.LayerFractions.Sum(name => jets.Floats(name)[row]);
            Assert.InRange(shares, 0.9, 1.01); // What is missing lies in the gap scintillators, noise included.
            Assert.Equal(pt[row].ToArray().OrderDescending(), pt[row].ToArray());
            Assert.Equal(jets.Floats(JetColumns.TrackCount)[row], isTrack[row].ToArray().Sum());
            double clusters =
                energy[row].ToArray().Zip(isTrack[row].ToArray()).Sum(one => one.First * (1 - one.Second));
            Assert.Equal(1, clusters / jets.Floats(JetColumns.Energy)[row], 4);
        }

        // Most jets have the one pion that the tracker finds with a chance of 90 %.
        Assert.InRange(jets.Floats(JetColumns.TrackCount).Average(), 0.7, 1);
        Assert.InRange(jets.Floats(JetColumns.ChargedFraction).Where(f => f > 0).Average(), 0.6, 1);
    }

    [Fact]
    public void ThreadsAndParts_DoNotChangeTheRows()
    {
        Table one = Sample(s_events, threads: 1, eventsPerPart: 3), three = Sample(s_events, threads: 3);
        Assert.All(one.Columns.Zip(three.Columns), pair => Assert.Equal(Bits(pair.First), Bits(pair.Second)));
    }

    [Fact]
    public void NoJets_HaveTheColumnsOfAll()
    {
        Assert.Equal(
            Sample(s_events[..1]).Columns.Select(column => (column.Name, column.GetType())),
            JetSampler.NoJets.Columns.Select(column => (column.Name, column.GetType())));
        Assert.All(JetColumns.Globals, name => Assert.True(JetSampler.NoJets.Has(name), name));
    }

    [Fact]
    public void Passes_TurnTheEventAndKeepTheMatch()
    {
        Table jets = Sample([s_events[0], s_events[0]], passes: true);
        Assert.Equal([0L, 1], jets.Longs(JetColumns.Pass).Distinct());
        Assert.All(jets.Floats(JetColumns.TruthPt), pt => Assert.InRange(pt, 55, 65));
        float[] phi = jets.Floats(JetColumns.TruthPhi), eta = jets.Floats(JetColumns.TruthEta);
        int second = Array.IndexOf(jets.Longs(JetColumns.Pass), 1);
        int partner = Enumerable.Range(second, jets.RowCount - second).First(row => Math.Abs(eta[row] - eta[0]) < 1e-5);
        Assert.True(Math.Abs(EtaPhi.DeltaPhi(phi[0], phi[partner])) > 0.01);
    }

    [Fact]
    public void Slice_SparesTheSimulationOfWhatItCuts()
    {
        var narrow = new JetSampleOptions { Slice = new() { PtMin = 50, PtMax = 70, EtaMin = 0.2, EtaMax = 1 } };
        JetSampler sampler = NewSampler(narrow);
        Table jets = Sample(s_events, sampler);
        Assert.Equal(12, sampler.Simulated); // The first jet lies at 0.05, 0.15, ... 0.45.
        Assert.Equal(12, jets.Longs(JetColumns.Event).Distinct().Count());
        Assert.Equal(0, Sample(s_events, NewSampler(new() { Slice = new() })).RowCount);
    }

    [Fact]
    public void Leading_KeepsJetsWithoutAMatch()
    {
        // Without any jet of particles above the threshold nothing matches, but the hardest jet stays.
        Table jets = Sample(s_events, NewSampler(new() { TruthPtMin = 500, Leading = 1 }));
        Assert.Equal(s_events.Length, jets.RowCount);
        Assert.All(jets.Floats(JetColumns.Rank), rank => Assert.Equal(0, rank));
        Assert.All(jets.Floats(JetColumns.TruthPt), pt => Assert.Equal(0, pt));
        Assert.All(jets.Floats(JetColumns.TruthDistance), distance => Assert.Equal(-1, distance));
    }

    [Fact]
    public void ChainThatTurnsEvents_IsRefused()
    {
        var sampler = new JetSampler(ToyChain.New, new(), Crossings(), seed: 3);
        Assert.Contains("RotateAzimuth", Assert.Throws<ArgumentException>(() => Sample(s_events, sampler)).Message);
    }

    private static CrossingTracks Crossings() =>
        new(new(), number => ToyChain.Dijet(1000 + number), 2, seed: 3, threads: 1);

    private static JetSampler NewSampler(JetSampleOptions options) =>
        new(ToyChain.Unturned, options, Crossings(), seed: 3);

    private static Table Sample(
        GeneratedEvent[] events, int threads = 2, int eventsPerPart = 16, bool passes = false) =>
        Sample(events, NewSampler(new()), threads, eventsPerPart, passes);

    private static Table Sample(
        GeneratedEvent[] events, JetSampler sampler, int threads = 2, int eventsPerPart = 16, bool passes = false)
    {
        var parts = new List<Table> { JetSampler.NoJets };
        sampler.Stream(
            events.Select((e, i) => new SampleItem(() => e, passes ? i : 0)), eventsPerPart, parts.Add, threads, null,
            CancellationToken.None);
        return ColumnJoin.Rows(parts);
    }

    private static double[] Bits(Column column) => column switch
    {
        FloatColumn floats => [.. floats.Values.Select(value => (double)value)],
        LongColumn longs => [.. longs.Values.Select(value => (double)value)],
        JaggedColumn<float> lists => [.. lists.Values.Select(value => (double)value)],
        _ => throw new ArgumentException(column.Name),
    };
}
