// covers: DisplacedSampleOptions, DisplacedCrossing
using Moliere.Data.Geometry;
using Moliere.Data.Kinematics;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Numerics.Random;
using Moliere.Simulation.Detector;
using Moliere.Simulation.Detector.Description;
using Moliere.Simulation.Samples;
using Moliere.Simulation.Samples.Displaced;
using Moliere.Tests.Simulation.Samples.Taus;
using Columns = Moliere.Data.Objects.DisplacedJetColumns;

namespace Moliere.Tests.Simulation.Samples.Displaced;

public sealed class DisplacedSamplerTests
{
    private static readonly Lazy<Table> s_all = new(() => Sample(Crossings(12)));

    [Fact]
    public void ThreadsAndParts_DoNotChangeTheRows()
    {
        Table three = Sample(Crossings(12), threads: 3, crossingsPerPart: 1);
        Assert.True(s_all.Value.RowCount > 30);
        AssertSame(s_all.Value, three);
    }

    [Fact]
    public void Shards_AreTheWholeSample()
    {
        DisplacedCrossing[] crossings = [.. Crossings(12)];
        AssertSame(s_all.Value, ColumnJoin.Rows([Sample(crossings[..4]), Sample(crossings[4..])]));
    }

    [Fact]
    public void Rows_FollowTheirSample()
    {
        Table jets = s_all.Value;
        for (int row = 0; row < jets.RowCount; row++)
        {
            var sample = (DisplacedSample)(jets.Longs(Columns.Event)[row] / 1_000_000_000);
            int kind = (int)jets.Floats(Columns.Class)[row];
            Assert.InRange(jets.Floats(Columns.Pt)[row], 40, 500);
            Assert.Equal(sample == DisplacedSample.ControlData, jets.Floats(Columns.IsData)[row] == 1);
            Assert.Equal(sample >= DisplacedSample.ControlSimulation, jets.Floats(Columns.IsControl)[row] == 1);
            Assert.Equal(kind == 1, jets.Floats(Columns.DecayRadius)[row] > 0 && kind >= 0);
            Assert.Contains(kind, sample switch
            {
                DisplacedSample.Signal => [-1, 1],
                DisplacedSample.Qcd => [0],
                DisplacedSample.BeamInduced => [-1, 2],
                _ => new[] { -1 },
            });
            Assert.InRange(jets.Jagged<float>(Columns.ClusterPt)[row].Length, 1, 30);
            Assert.True(jets.Floats(Columns.EventHt)[row] >= 0.999 * jets.Floats(Columns.Pt)[row]);
        }
    }

    [Fact]
    public void Layers_OfClustersSumToOne()
    {
        JaggedColumn<float>[] layers =
            [.. Columns.ClusterElectromagnetic.Concat(Columns.ClusterHadronic).Select(s_all.Value.Jagged<float>)];
        for (int i = 0; i < layers[0].Values.Length; i++)
        {
            Assert.Equal(1, layers.Sum(layer => layer.Values[i]), 1e-4);
        }
    }

    [Fact]
    public void ControlRegion_IsOfBalancedDijets()
    {
        Table jets = s_all.Value;
        int[] control = [.. Enumerable.Range(0, jets.RowCount).Where(row => jets.Floats(Columns.IsControl)[row] == 1)];
        Assert.NotEmpty(control);
        foreach (IGrouping<long, int> pair in control.GroupBy(row => jets.Longs(Columns.Event)[row]))
        {
            int[] rows = [.. pair];
            Assert.Equal(2, rows.Length);
            float[] pt = [.. rows.Select(row => jets.Floats(Columns.Pt)[row])];
            float[] phi = [.. rows.Select(row => jets.Floats(Columns.Phi)[row])];
            Assert.InRange(Math.Abs(EtaPhi.DeltaPhi(phi[0], phi[1])), 3, Math.PI);
            Assert.InRange((pt[0] - pt[1]) / (pt[0] + pt[1]), 0, 0.3);
        }
    }

    // What a scalar decays to leaves nothing in front of the decay, and is as late as the scalar was.
    [Fact]
    public void DecaysInTheCalorimeter_DepositBehindTheDecayAndLate()
    {
        var detector = new DetectorModel(DetectorDescription.Default);
        var cells = new CellDeposits(detector.Geometry.CellCount);
        var events = new DisplacedGenerator(new() { Points = [new(600, 150, 1400)] }, 4);
        int tested = 0;
        for (int number = 0; number < 12; number++)
        {
            GeneratedEvent generated = events.Generate(DisplacedSample.Signal, number);
            foreach (Vertex place in LongLivedDecay.Of(generated).Select(decay => decay.Scalar.Decay))
            {
                // Barrel alone: its layers are cylinders.
                if (place.Radius is < 1600 or > 3900 || Math.Abs(place.Z) > 0.8 * place.Radius)
                {
                    continue;
                }

                Particle[] products =
                    [.. generated.Particles.Where(one => one.Production.Radius > 0.99 * place.Radius)];
                cells.Clear();
                new ParticleTransport(detector, cells).Send(products, 0, new Rng(1, "decay", (ulong)number));
                AssertBehind(detector.Geometry, cells, place);
                tested += products.Length > 0 ? 1 : 0;
            }
        }

        Assert.InRange(tested, 5, 24);
    }

    [Fact]
    public void NoJets_HaveTheColumnsOfAll()
    {
        Assert.Equal(0, DisplacedSampler.NoJets.RowCount);
        Assert.All(
            typeof(Columns).GetFields().Select(field => (string)field.GetRawConstantValue()!),
            name => Assert.True(DisplacedSampler.NoJets.Has(name), name));
        Assert.All(DisplacedSampler.NoJets.Columns, column => Assert.NotEmpty(column.Description));
    }

    [Fact]
    public void Crossings_HoldAllEventsOnce()
    {
        DisplacedCrossing[] crossings = [.. DisplacedCrossing.Of(DisplacedSample.Qcd, 25, 10)];
        Assert.Equal([10, 10, 5], crossings.Select(one => one.Count));
        Assert.Equal([0, 10, 20], crossings.Select(one => one.FirstEvent));
        Assert.Equal([0, 1, 2], crossings.Select(one => one.Number));
    }

    [Fact]
    public void ChainThatTurnsEvents_IsRefused() => Assert.Contains("RotateAzimuth", Assert.Throws<ArgumentException>(
        () => Sample(Crossings(1), turns: true)).Message);

    private static void AssertBehind(CaloGeometry geometry, CellDeposits cells, in Vertex place)
    {
        double time = 0, signal = 0;
        foreach (int cell in cells.Cells)
        {
            CaloRegion region = geometry.RegionOf(cell);
            Assert.True(region.Shape == CaloShape.EndCap || region.Outer >= 0.99 * place.Radius);
            (time, signal) = (time + cells.Timed(cell), signal + cells.Signal(cell));
        }

        Assert.Equal(place.Time - (place.Distance / 299.792458), signal > 0 ? time / signal : 0, 0.4);
    }

    private static IEnumerable<DisplacedCrossing> Crossings(int events) =>
        Enum.GetValues<DisplacedSample>().SelectMany(sample => DisplacedCrossing.Of(sample, events, 6));

    private static Table Sample(
        IEnumerable<DisplacedCrossing> crossings, int threads = 1, int crossingsPerPart = 3, bool turns = false)
    {
        var sampler = new DisplacedSampler(
            () => new EventChain(
                ToyCrossings.Simulator(turns), ToyCrossings.Finder(), new CalorimeterEvent(ToyCrossings.Geometry)),
            new DisplacedGenerator(new(), ToyCrossings.Seed), new(), ToyCrossings.Tracks, ToyCrossings.Seed);
        var parts = new List<Table> { DisplacedSampler.NoJets };
        sampler.Stream(crossings, crossingsPerPart, parts.Add, threads, null, CancellationToken.None);
        return ColumnJoin.Rows(parts);
    }

    private static void AssertSame(Table a, Table b)
    {
        Assert.Equal(a.RowCount, b.RowCount);
        Assert.Equal(a.Longs(Columns.Event), b.Longs(Columns.Event));
        Assert.All(a.Columns.OfType<FloatColumn>(), column => Assert.Equal(column.Values, b.Floats(column.Name)));
        Assert.All(
            a.Columns.OfType<JaggedColumn<float>>(),
            column => Assert.Equal(column.Values, b.Jagged<float>(column.Name).Values));
    }
}
