using Moliere.Cli.Recipes.Simulation;
using Moliere.Cli.Studies.Clusters;
using Moliere.Data.Objects;
using Moliere.Reconstruction.TopoClusters;
using Moliere.Simulation.Detector;
using Moliere.Validation.Plots;

namespace Moliere.Cli.Studies.Simulation;

/// <summary>Clusters without a hard collision: of noise alone, and against the number of collisions.</summary>
/// <source>Physics notes 5.3, 5.4 and 6: noise of Gaussian width, Poisson collisions in every crossing.</source>
internal static class PileupChapter
{
    private const double Seed = 4, GaussianTail = 6.334e-5; // two-sided, beyond 4 standard deviations

    /// <summary>Simulates crossings and counts.</summary>
    public static SimulationChapter Of(
        StudyRequest request, SimulationRecipe recipe, ComparedFigures figures, ClusterWorld world)
    {
        var values = new List<ComparedValue>(Noise(request, recipe, world));
        for (int point = 0; point < recipe.Events.Mu.Count; point++)
        {
            values.AddRange(Crossings(request, recipe, world, point));
        }

        ComparedValue[] All(string metric) => [.. values.Where(value => value.Metric == metric)];
        Figure Curve(string metric, string title, string axis) => figures.Bins(
            All(metric), metric.Replace('_', '-'), (title, "μ", axis), "", isLogarithmic: false);
        return new()
        {
            Title = "Noise and pile-up in clusters",
            Meaning = "Crossings without a hard collision. Noise alone is Gaussian with the width of electronics and "
                + "pile-up together. Against μ the thresholds stay those of the recipe's mean; nothing is asked of "
                + "these numbers. The density is the scalar sum of clusters per unit of area in η and φ.",
            Values = values,
            Figures =
            [
                Curve("cluster_count", "Clusters of a crossing", "clusters"),
                Curve("cluster_energy_mean", "Mean energy of a cluster", "energy [GeV]"),
                Curve("cluster_pt_density", "Density of pile-up", "Σp_{T} per unit area [GeV]"),
            ],
        };
    }

    private static IEnumerable<ComparedValue> Noise(StudyRequest request, SimulationRecipe recipe, ClusterWorld world)
    {
        WeightedMean occupancy = new(), clusters = new();
        var workers = new ThreadLocal<Worker>(() => new Worker(
            world, new SimulationOptions { WithPileup = false, PileupAsNoise = true }, 0));
        EventLoop.Run(
            request, "noise", recipe.Events.Collisions, number => workers.Value!.Noise(number), result =>
            {
                occupancy.Add(result.Occupancy);
                clusters.Add(result.Clusters);
            });
        yield return new ComparedValue
        {
            Metric = "noise_occupancy",
            Found = occupancy.Mean,
            Error = occupancy.MeanError,
            Entries = occupancy.Count,
        }.Within(new ReferenceNumber("", GaussianTail, 0, "normal law"), 0.03);
        yield return new ComparedValue
        {
            Metric = "noise_clusters",
            Found = clusters.Mean,
            Error = clusters.MeanError,
            Entries = clusters.Count,
        };
    }

    private static IEnumerable<ComparedValue> Crossings(
        StudyRequest request, SimulationRecipe recipe, ClusterWorld world, int point)
    {
        double mu = recipe.Events.Mu[point];
        WeightedMean count = new(), energy = new(), density = new();
        var workers = new ThreadLocal<Worker>(() => new Worker(world, new SimulationOptions(), mu));
        long first = (point + 1) * 1_000_000L; // every point has events of its own
        EventLoop.Run(
            request, FormattableString.Invariant($"crossings with mu {mu}"), recipe.Events.Collisions,
            number => workers.Value!.Clusters(first + number), clusters =>
            {
                count.Add(clusters.Count);
                density.Add(clusters.Density);
                energy.Add(clusters.Energy, Math.Max(clusters.Count, 1e-9));
            });
        ComparedValue At(string metric, WeightedMean mean) => new()
        {
            Metric = metric,
            Variable = "mu",
            Low = mu,
            High = mu,
            Found = mean.Mean,
            Error = mean.MeanError,
            Entries = mean.Count,
        };
        return [At("cluster_count", count), At("cluster_energy_mean", energy), At("cluster_pt_density", density)];
    }

    private sealed class Worker(ClusterWorld world, SimulationOptions options, double mu)
    {
        private readonly EventSimulator _simulator = world.Simulator(options, mu);
        private readonly TopoClusterFinder _finder = world.Finder();
        private readonly CalorimeterEvent _cells = new(world.Geometry);

        // Not the numbers of other topics: these crossings have random numbers of their own.
        private const long First = 1_000_000_000_000;

        public (double Occupancy, int Clusters) Noise(long number)
        {
            IReadOnlyList<Cluster> clusters = Find(number);
            int above = 0;
            for (int cell = 0; cell < _cells.Energy.Length; cell++)
            {
                above += Math.Abs(_cells.Energy[cell]) > Seed * world.Noise[cell] ? 1 : 0;
            }

            return ((double)above / _cells.Energy.Length, clusters.Count);
        }

        public (int Count, double Density, double Energy) Clusters(long number)
        {
            IReadOnlyList<Cluster> clusters = Find(number);
            double etaMax = world.Geometry.Regions.Max(region => region.EtaMax);
            double sum = clusters.Sum(cluster => cluster.Momentum.Pt);
            double energy = clusters.Count > 0 ? clusters.Average(cluster => cluster.Energy) : 0;
            return (clusters.Count, sum / (2 * etaMax * 2 * Math.PI), energy);
        }

        private IReadOnlyList<Cluster> Find(long number)
        {
            _simulator.Simulate(new GeneratedEvent { Number = First + number, Particles = [] }, _cells);
            return _finder.FindWithoutMoments(_cells);
        }
    }
}
