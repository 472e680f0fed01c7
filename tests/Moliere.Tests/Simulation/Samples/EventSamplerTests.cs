// covers: EventSampleOptions, CrossingTracks
using Moliere.Data;
using Moliere.Data.Kinematics;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Simulation.Samples;

namespace Moliere.Tests.Simulation.Samples;

public sealed class EventSamplerTests
{
    private static readonly EventSampleOptions s_jets = new();

    [Fact]
    public void Truth_KeepsParticlesHistoryAndJetsWithTheirFlavour()
    {
        Table table = Sample(null, [Event(0), Event(1)]);
        Assert.Equal([0L, 1L], table.Longs(EventColumns.Event));
        Assert.Equal([0, 3, 6], Offsets(table, EventColumns.Particle));
        Assert.Equal([0, 1, 2], Offsets(table, EventColumns.History));
        Assert.Equal([1.5f, 1.5f], Floats(table, EventColumns.History, EventColumns.EndX));
        Assert.Equal([0, -1, -1, 0, -1, -1], Ints(table, EventColumns.Particle, EventColumns.Mother));

        // The neutrino is in no jet, and each jet has the flavour of the parton it follows.
        float[] pt = Floats(table, EventColumns.TruthJet, EventColumns.Pt);
        Assert.Equal([50f, 40f, 50f, 40f], pt.Select(value => MathF.Round(value)));
        Assert.Equal([5, 0, 5, 0], Ints(table, EventColumns.TruthJet, EventColumns.Flavour));
    }

    [Fact]
    public void Detector_AddsClustersAndJetsThatPointToEachOther()
    {
        Table table = Sample(ToyChain.Unturned, [.. Enumerable.Range(0, 20).Select(i => ToyChain.Dijet(i))]);
        JaggedColumn<int> jetOf = table.Jagged<int>(EventColumns.Of(EventColumns.Cluster, EventColumns.InJet));
        JaggedColumn<int> count = table.Jagged<int>(EventColumns.Of(EventColumns.Jet, EventColumns.Count));
        JaggedColumn<int> truth = table.Jagged<int>(EventColumns.Of(EventColumns.Jet, EventColumns.Truth));
        for (int row = 0; row < table.RowCount; row++)
        {
            int[] jets = jetOf[row].ToArray();
            Assert.Equal(
                count[row].ToArray(), Enumerable.Range(0, count[row].Length).Select(j => jets.Count(k => k == j)));
        }

        Assert.InRange(truth.Values.Count(index => index >= 0), 20, 40); // Two jets of 60 GeV in every event.
    }

    [Fact]
    public void Tracks_PointToParticlesVerticesAndJets()
    {
        GeneratedEvent[] events = [.. Enumerable.Range(0, 30).Select(i => ToyChain.Dijet(i))];
        var crossings = new CrossingTracks(new(), number => ToyChain.Dijet(1000 + number), 10, seed: 3, threads: 2);
        Table table = Sample(ToyChain.Unturned, events, tracks: crossings);
        int[] particles = Ints(table, EventColumns.Track, EventColumns.Particle);
        int[] jets = Ints(table, EventColumns.Track, EventColumns.InJet);
        Assert.InRange(particles.Length, 40, 60); // Two charged pions in every event.
        Assert.All(particles, particle => Assert.Contains(particle, (int[])[0, 2]));
        Assert.All(Ints(table, EventColumns.Track, EventColumns.Vertex), vertex => Assert.InRange(vertex, -1, 0));
        Assert.InRange(jets.Count(jet => jet >= 0), 0.9 * jets.Length, jets.Length);
        Assert.All(table.Floats(EventColumns.VertexCount), count => Assert.Equal(1, count));

        // Four overlaid collisions give tracks without a particle of this event, and other vertices.
        TrackedEvent crowded = crossings.Of(events[0], 4, 0);
        Assert.InRange(crowded.Tracks.Count(track => track.Particle == -1), 4, 8);
        Assert.InRange(crowded.Vertices.Count, 1, 5);
        Assert.Equal(crowded.Tracks, crossings.Of(events[0], 4, 0).Tracks);
        Assert.NotEqual(crowded.Tracks, crossings.Of(events[0], 4, 1).Tracks);
    }

    [Fact]
    public void Threads_DoNotChangeTheRows()
    {
        GeneratedEvent[] events = [.. Enumerable.Range(0, 40).Select(i => ToyChain.Dijet(i))];
        Table one = Sample(ToyChain.Unturned, events, 1), three = Sample(ToyChain.Unturned, events, 3);
        Assert.All(one.Columns.Zip(three.Columns), pair => Assert.Equal(Bits(pair.First), Bits(pair.Second)));
    }

    [Fact]
    public void NoEvents_HaveTheColumnsOfAll() => Assert.Equal(
        Sample(ToyChain.Unturned, [ToyChain.Dijet(0)]).Columns.Select(column => column.Name),
        new EventSampler(ToyChain.Unturned, s_jets).NoEvents.Columns.Select(column => column.Name));

    private static GeneratedEvent Event(long number) => new()
    {
        Number = number,
        Particles =
        [
            new(PdgId.PiPlus, Momentum(50, 0.1, 0.2), Mother: 0), new(PdgId.Photon, Momentum(40, -0.3, 2.9)),
            new(14, Momentum(90, 1, 1)),
        ],
        HardPartons = [new(5, Momentum(52, 0.15, 0.25)), new(21, Momentum(42, -1, 2.9))],
        History = [new(511, Momentum(51, 0.1, 0.2), Decay: new(1.5, 0, 0, 0.01))],
    };

    private static FourVector Momentum(double pt, double eta, double phi) =>
        FourVector.FromPtEtaPhiMass(pt, eta, phi, 0);

    private static Table Sample(
        Func<EventChain>? chain, GeneratedEvent[] events, int threads = 2, CrossingTracks? tracks = null)
    {
        var parts = new List<Table>();
        new EventSampler(chain, s_jets, tracks).Stream(
            events.Select(e => new SampleItem(() => e, 0)), 16, parts.Add, threads, null, CancellationToken.None);
        return ColumnJoin.Rows(parts);
    }

    private static int[] Offsets(Table table, string kind) =>
        table.Jagged<int>(EventColumns.Of(kind, EventColumns.Pdg)).Offsets;

    private static float[] Floats(Table table, string kind, string property) =>
        table.Jagged<float>(EventColumns.Of(kind, property)).Values;

    private static int[] Ints(Table table, string kind, string property) =>
        table.Jagged<int>(EventColumns.Of(kind, property)).Values;

    private static double[] Bits(Column column) => column switch
    {
        FloatColumn floats => [.. floats.Values.Select(value => (double)value)],
        LongColumn longs => [.. longs.Values.Select(value => (double)value)],
        JaggedColumn<float> lists => [.. lists.Values.Select(value => (double)value)],
        JaggedColumn<int> lists => [.. lists.Values.Select(value => (double)value)],
        _ => throw new ArgumentException(column.Name),
    };
}
