using Moliere.Cli.Recipes.Clusters;
using Moliere.Data.Tables;
using Moliere.Learning.Training;
using Moliere.Reconstruction.TopoClusters;
using Moliere.Simulation.Detector.Description;
using Moliere.Simulation.Generation;
using Moliere.Simulation.Pileup;
using Moliere.Simulation.Samples;
using Moliere.Validation.Metrics;

namespace Moliere.Cli.Studies.Clusters;

/// <summary>The recipe in the words of the rooms that do the work.</summary>
internal static class RecipeTranslation
{
    public static DijetOptions Dijets(this ClusterRecipe recipe) => new()
    {
        PtMin = recipe.Source.PtMin,
        PtMax = recipe.Source.PtMax,
        Spectrum = recipe.Source.Spectrum == SourceSpectrum.Falling ? DijetSpectrum.Falling : DijetSpectrum.Flat,
    };

    public static PileupOptions Collisions(this ClusterRecipe recipe) => new()
    {
        MeanMu = recipe.Pileup.MeanMu,
        LibrarySize = recipe.Pileup.Library,
    };

    public static DetectorDescription Calorimeter(this ClusterRecipe recipe) =>
        DetectorDescription.Default.With(new ResponseFactors
        {
            DeadMaterial = recipe.Detector.DeadMaterial,
            Noise = recipe.Detector.Noise,
            Sampling = recipe.Detector.Sampling,
        });

    public static TopoClusterOptions Thresholds(this ClusterRecipe recipe) => new()
    {
        SeedThreshold = recipe.Clustering.Seed,
        GrowthThreshold = recipe.Clustering.Grow,
        BoundaryThreshold = recipe.Clustering.Boundary,
        MaximumEnergy = recipe.Clustering.LocalMaximum,
    };

    public static ClusterSampleOptions Jets(this ClusterRecipe recipe) => new()
    {
        JetPtMin = recipe.Selection.JetPtMin,
        JetRapidityMax = recipe.Selection.JetRapidityMax,
    };

    public static EventSplit Parts(this ClusterRecipe recipe) => new()
    {
        TrainingFraction = recipe.Split.Train,
        ValidationFraction = recipe.Split.Validation,
        Salt = recipe.Seed,
    };

    public static TrainerOptions Trainer(this ClusterRecipe recipe, ClusterMethod method, int threads)
    {
        TrainerOptions options = recipe.Training.Trainer(recipe.Seed, threads);
        return method switch
        {
            ClusterMethod.Bnn => options with { Epochs = recipe.Bnn.Epochs, LearningRate = recipe.Bnn.LearningRate },
            ClusterMethod.Ensemble or ClusterMethod.DeepEnsemble => options with { Epochs = recipe.Ensemble.Epochs },
            _ => options,
        };
    }

    public static MetricsOptions Metrics(this ClusterRecipe recipe, int threads) => new()
    {
        Replicas = recipe.Validation.Bootstrap,
        MinimumEntries = recipe.Validation.MinimumEntries,
        Seed = recipe.Seed,
        Threads = threads,
    };
}
