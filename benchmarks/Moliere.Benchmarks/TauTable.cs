using System.Diagnostics;
using System.Text.Json;
using Moliere.Calibration.Classical;
using Moliere.Data;
using Moliere.Data.Tables;
using Moliere.Reconstruction.Taus;
using Moliere.Simulation.Generation;
using Moliere.Simulation.Samples;
using Moliere.Simulation.Samples.Taus;
using Moliere.Simulation.Tracking;
using Process = Moliere.Simulation.Generation.Process;

namespace Moliere.Benchmarks;

/// <summary>Streams a tau table to a file and prints what it took as one line of JSON.</summary>
internal static class TauTable
{
    private const int CrossingsPerBlock = 8;

    public static int Run(string[] args)
    {
        ulong seed = (ulong)Arguments.Number(args, "--seed", 1);
        int threads = Arguments.Number(args, "--threads", 1);
        var world = new TableWorld(new() { MeanMu = Arguments.Real(args, "--mu", 36), LibrarySize = 500 }, seed, threads);
        long start = Stopwatch.GetTimestamp();
        LcwTables lcw = Lcw(world, Arguments.Number(args, "--pions", 1500), seed, threads);
        double pions = Stopwatch.GetElapsedTime(start).TotalSeconds;
        int events = Arguments.Number(args, "--events", 1000), each = Arguments.Number(args, "--each", 100);
        var process = new ProcessOptions
        {
            Process = Process.DiTau,
            EtaMax = 2.5,
            MassMin = Arguments.Real(args, "--mass-min", 24),
            MassMax = Arguments.Real(args, "--mass-max", 650),
            TauDecay = TauDecay.Hadronic,
            UnderlyingActivity = 0,
            InitialRadiation = false,
            BeamRemnants = false,
        };
        var sampler = new TauSampler(
            () => world.NewChain(new() { RotateAzimuth = false }), () => lcw.Of, new TauSampleOptions(),
            new TauOptions(), world.Tracks(new() { MomentumResolution = MomentumResolution.Expected }), seed);
        IEnumerable<CrossingItem> crossings = CrossingItem.Of(
            SampleItem.FromGenerator(EventGenerators.Create(process, seed), events), each);
        (long rows, double seconds) = TableWorld.Write(args[0], TauSampler.NoTaus, append => sampler.Stream(
            crossings, CrossingsPerBlock, append, threads, advance: null, CancellationToken.None));
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            benchmark = "tau-table",
            events,
            true_taus = sampler.TrueTaus,
            taus = rows,
            library_seconds = world.LibrarySeconds,
            lcw_seconds = pions,
            seconds,
            taus_per_second = rows / seconds,
            generation_ms = sampler.Clock.Generation.TotalMilliseconds / rows,
            simulation_ms = sampler.Clock.Simulation.TotalMilliseconds / rows,
            reconstruction_ms = sampler.Clock.Reconstruction.TotalMilliseconds / rows,
            threads,
        }));
        return 0;
    }

    private static LcwTables Lcw(TableWorld world, int events, ulong seed, int threads)
    {
        Table neutral = Pions(PdgId.Pi0), charged = Pions(PdgId.PiPlus);
        return new LcwDerivation(world.Detector.Geometry, world.Noise.Total).Derive(neutral, charged);

        Table Pions(int pdgId)
        {
            ulong own = seed + (ulong)pdgId;
            var gun = new ParticleGun(new GunOptions { PdgId = pdgId, EtaMax = 2.7 }, own);
            return new ClusterSampler(() => world.NewChain(new() { WithPileup = false }, own)).Sample(
                SampleItem.FromGenerator(gun.Generate, events), new ClustersOfParticles(), threads, advance: null,
                CancellationToken.None);
        }
    }
}
