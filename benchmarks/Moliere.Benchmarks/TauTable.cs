using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Moliere.Calibration.Classical;
using Moliere.Data;
using Moliere.Data.Geometry;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Formats.Tables;
using Moliere.Reconstruction.Taus;
using Moliere.Reconstruction.TopoClusters;
using Moliere.Simulation.Detector;
using Moliere.Simulation.Detector.Description;
using Moliere.Simulation.Generation;
using Moliere.Simulation.Pileup;
using Moliere.Simulation.Samples;
using Moliere.Simulation.Samples.Taus;
using Moliere.Simulation.Tracking;
using Process = Moliere.Simulation.Generation.Process;

namespace Moliere.Benchmarks;

/// <summary>Streams a tau table to a file and prints what it took as one line of JSON.</summary>
internal sealed class TauTable
{
    private const int CrossingsPerBlock = 8;

    private readonly DetectorModel _detector = new(DetectorDescription.Default);
    private readonly CellNeighbours _neighbours;
    private readonly PileupOptions _pileup;
    private readonly PileupLibrary _library;
    private readonly CellNoise _noise;
    private readonly ulong _seed;
    private readonly int _threads;

    private TauTable(string[] args)
    {
        _seed = (ulong)Arguments.Number(args, "--seed", 1);
        _threads = Arguments.Number(args, "--threads", 1);
        _neighbours = new CellNeighbours(_detector.Geometry);
        _pileup = new PileupOptions { MeanMu = Real(args, "--mu", 36), LibrarySize = 500 };
        _library = PileupLibrary.Build(
            _detector, _pileup, new MinimumBiasGenerator(_seed).Generate, _seed, _threads);
        _noise = new CellNoise(_detector, _library, new MuDistribution(_pileup).Mean);
    }

    public static int Run(string[] args)
    {
        long start = Stopwatch.GetTimestamp();
        var world = new TauTable(args);
        double library = Stopwatch.GetElapsedTime(start).TotalSeconds;
        LcwTables lcw = world.Lcw(Arguments.Number(args, "--pions", 1500));
        double pions = Stopwatch.GetElapsedTime(start).TotalSeconds - library;
        world.Write(args, lcw, library, pions);
        return 0;
    }

    private static double Real(string[] args, string name, double otherwise)
    {
        int index = Array.IndexOf(args, name);
        return index < 0 ? otherwise : double.Parse(args[index + 1], CultureInfo.InvariantCulture);
    }

    private void Write(string[] args, LcwTables lcw, double library, double pions)
    {
        int events = Arguments.Number(args, "--events", 1000), each = Arguments.Number(args, "--each", 100);
        var process = new ProcessOptions
        {
            Process = Process.DiTau,
            EtaMax = 2.5,
            MassMin = Real(args, "--mass-min", 24),
            MassMax = Real(args, "--mass-max", 650),
            TauDecay = TauDecay.Hadronic,
            UnderlyingActivity = 0,
            InitialRadiation = false,
            BeamRemnants = false,
        };
        TauSampler sampler = Sampler(lcw);
        IEnumerable<CrossingItem> crossings = CrossingItem.Of(
            SampleItem.FromGenerator(EventGenerators.Create(process, _seed), events), each);
        long start = Stopwatch.GetTimestamp(), rows = 0;
        using TableFileWriter writer = TableFileWriter.Create(
            args[0], [.. TauSampler.NoTaus.Columns.Select(ColumnSpec.Of)]);
        sampler.Stream(crossings, CrossingsPerBlock, Append, _threads, advance: null, CancellationToken.None);
        writer.Complete();
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            benchmark = "tau-table",
            events,
            true_taus = sampler.TrueTaus,
            taus = rows,
            library_seconds = library,
            lcw_seconds = pions,
            seconds,
            taus_per_second = rows / seconds,
            generation_ms = sampler.Clock.Generation.TotalMilliseconds / rows,
            simulation_ms = sampler.Clock.Simulation.TotalMilliseconds / rows,
            reconstruction_ms = sampler.Clock.Reconstruction.TotalMilliseconds / rows,
            threads = _threads,
        }));

        void Append(Table part)
        {
            rows += part.RowCount;
            writer.Append(part);
        }
    }

    private TauSampler Sampler(LcwTables lcw)
    {
        var tracks = new CrossingTracks(
            new TrackerOptions { MomentumResolution = MomentumResolution.Expected },
            new MinimumBiasGenerator(_seed).Generate, _pileup.LibrarySize, _seed, _threads);
        return new TauSampler(
            () => NewChain(new SimulationOptions { RotateAzimuth = false }, _seed), () => lcw.Of,
            new TauSampleOptions(), new TauOptions(), tracks, _seed);
    }

    private LcwTables Lcw(int events)
    {
        Table neutral = Pions(PdgId.Pi0), charged = Pions(PdgId.PiPlus);
        return new LcwDerivation(_detector.Geometry, _noise.Total).Derive(neutral, charged);

        Table Pions(int pdgId)
        {
            ulong seed = _seed + (ulong)pdgId;
            var gun = new ParticleGun(new GunOptions { PdgId = pdgId, EtaMax = 2.7 }, seed);
            return new ClusterSampler(() => NewChain(new SimulationOptions { WithPileup = false }, seed)).Sample(
                SampleItem.FromGenerator(gun.Generate, events), new ClustersOfParticles(), _threads, advance: null,
                CancellationToken.None);
        }
    }

    private EventChain NewChain(SimulationOptions options, ulong seed) => new(
        new EventSimulator(
            _detector, _noise, options.WithPileup ? _library : null, _pileup, options, seed),
        new TopoClusterFinder(_detector.Geometry, _neighbours, _noise.Total, new TopoClusterOptions()),
        new CalorimeterEvent(_detector.Geometry));
}
