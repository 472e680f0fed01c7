using Moliere.Cli.Recipes.Clusters;
using Moliere.Cli.Runs;
using Moliere.Cli.Studies;
using Moliere.Cli.Studies.Clusters;
using Moliere.Data;
using Moliere.Data.Kinematics;
using Moliere.Data.Objects;
using Moliere.Reconstruction.Jets;
using Moliere.Simulation.Generation;
using Moliere.Validation.Plots.Events;

namespace Moliere.Cli.Inspection.Display;

/// <summary>Takes one event from particles to jets and writes its picture.</summary>
internal static class DisplayedEvent
{
    private const double JetRadius = 0.4, JetPtMin = 20, TrackPtMin = 0.5, TrackEtaMax = 2.5, TruthEtaMax = 5;

    // Enough for one event: a collision of the library is seldom drawn twice.
    private const int Library = 300;

    /// <summary>Writes the picture and returns lines for the person.</summary>
    /// <param name="order">Which event, and how.</param>
    /// <exception cref="RefusalException">There is no such event, or it cannot be generated.</exception>
    public static IReadOnlyList<string> Draw(DisplayOrder order)
    {
        EventPicture picture = PictureOf(order);
        string svg = EventSvg.Render(picture);
        if (System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(order.Out)) is { } folder)
        {
            Directory.CreateDirectory(folder);
        }

        AtomicFile.WriteText(order.Out, svg);
        return
        [
            $"{picture.Title}: {picture.Clusters.Count} topo-clusters, {picture.Jets.Count} jets above {JetPtMin} GeV, "
            + $"{picture.TruthJets.Count} of true particles.",
            $"Picture: {order.Out} ({ByteCount.Text(svg.Length)})",
        ];
    }

    /// <summary>The event with its cells, clusters and jets.</summary>
    internal static EventPicture PictureOf(DisplayOrder order)
    {
        GeneratedEvent generated = order.Path is null ? Generate(order) : Find(order.Path, order);
        var recipe = new ClusterRecipe
        {
            Seed = order.Seed,
            Pileup = new PileupSection { MeanMu = order.Mu, Library = Library },
        };
        var world = new ClusterWorld(recipe, Environment.ProcessorCount);
        (CalorimeterEvent cells, IReadOnlyList<Cluster> clusters) = world.Reconstruct(generated);
        var finder = new JetFinder(new JetDefinition(JetAlgorithm.AntiKt, JetRadius));
        string source = order.Path is null ? ProcessName.Of(order.Process) : System.IO.Path.GetFileName(order.Path);
        return new()
        {
            Title = $"{source}, event {order.Number}",
            Event = cells,
            Noise = world.Noise,
            Clusters = clusters,
            Jets = finder.Find([.. clusters.Select(cluster => cluster.Momentum)], JetPtMin),
            TruthJets = [.. finder.Find(Visible(generated), JetPtMin).Select(jet => jet.Momentum)],
            Tracks = [.. generated.Particles.Where(IsTracked).Select(TrackOf)],
            TrackLabel = $"true charged particles, p_{{T}} > {TrackPtMin} GeV",
            JetRadius = JetRadius,
            JetPtMin = JetPtMin,
        };
    }

    private static GeneratedEvent Generate(DisplayOrder order)
    {
        var options = new ProcessOptions
        {
            Process = order.Process,
            PtMin = order.PtMin,
            PtMax = Math.Max(1500, 2 * order.PtMin),
        };
        try
        {
            return EventGenerators.Create(options, order.Seed)(order.Number);
        }
        catch (ArgumentException error)
        {
            // The runtime adds the parameter's name, which means nothing here.
            throw new RefusalException(ExitCode.Usage, error.Message.Split(" (Parameter")[0]);
        }
    }

    private static GeneratedEvent Find(string path, DisplayOrder order)
    {
        long number = order.Number;
        if (!File.Exists(path))
        {
            throw new RefusalException(ExitCode.BadData, $"'{path}' does not exist; check the path.");
        }

        long last = -1;
        foreach (GeneratedEvent generated in EventFiles.Open(path, order.Seed))
        {
            if (generated.Number == number)
            {
                return generated;
            }

            last = generated.Number;
        }

        throw new RefusalException(ExitCode.BadData, last < 0
            ? $"{path}: found no event, expected at least one; check what wrote the file."
            : $"{path}: found no event {number}; its events are numbered 0 to {last}.");
    }

    private static FourVector[] Visible(GeneratedEvent generated) =>
    [
        .. generated.Particles
            .Where(particle => PdgId.KindOf(particle.PdgId) is not (ParticleKind.Invisible or ParticleKind.Muon)
                && Math.Abs(particle.Momentum.Eta) < TruthEtaMax)
            .Select(particle => particle.Momentum),
    ];

    private static bool IsTracked(Particle particle) => PdgId.Charge(particle.PdgId) != 0
        && particle.Momentum.Pt > TrackPtMin && Math.Abs(particle.Momentum.Eta) < TrackEtaMax;

    private static PictureTrack TrackOf(Particle particle) => new(
        particle.Momentum.Pt, particle.Momentum.Eta, particle.Momentum.Phi, Math.Sign(PdgId.Charge(particle.PdgId)));
}
