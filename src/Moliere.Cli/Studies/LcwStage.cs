using Moliere.Calibration.Classical;
using Moliere.Cli.Progress;
using Moliere.Data;
using Moliere.Data.Tables;
using Moliere.Simulation.Generation;
using Moliere.Simulation.Samples;

namespace Moliere.Cli.Studies;

/// <summary>Derives the look-up tables from single pions, or reads those that an interrupted run left.</summary>
internal static class LcwStage
{
    /// <summary>File of the tables inside a run folder.</summary>
    public const string FileName = "models/lcw.json";

    /// <summary>The tables.</summary>
    /// <param name="request">Folder, progress, threads and cancellation.</param>
    /// <param name="events">Events of neutral and of charged pions, each.</param>
    /// <param name="etaMax">Directions of the pions are flat in |eta| below this.</param>
    /// <param name="seed">Seed of the run.</param>
    /// <param name="world">Detector and clustering.</param>
    public static LcwTables Get(StudyRequest request, int events, double etaMax, ulong seed, DetectorWorld world)
    {
        if (request.Folder.Has(FileName))
        {
            return LcwFile.Read(request.Folder.PathOf(FileName), world.Geometry);
        }

        using RunStage stage = request.Progress.Stage("single pions for lcw", 2L * events);
        Table neutral = Pions(PdgId.Pi0), charged = Pions(PdgId.PiPlus);
        LcwTables tables = new LcwDerivation(world.Geometry, world.Noise).Derive(neutral, charged);
        LcwFile.Write(tables, request.Folder.PathOf(FileName));
        return tables;

        Table Pions(int pdgId)
        {
            // Another seed for each species, or the two samples would share their random numbers event by event.
            ulong own = seed + (ulong)pdgId;
            var gun = new ParticleGun(new GunOptions { PdgId = pdgId, EtaMax = etaMax }, own);
            return world.SingleParticles(own).Sample(
                SampleItem.FromGenerator(gun.Generate, events), new ClustersOfParticles(), request.Threads,
                done => stage.Advance(done), request.Cancellation);
        }
    }
}
