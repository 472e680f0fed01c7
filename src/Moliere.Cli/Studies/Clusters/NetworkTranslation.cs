using Moliere.Calibration.Neural;
using Moliere.Cli.Recipes;
using Moliere.Cli.Recipes.Clusters;
using Moliere.Data.Objects;
using Moliere.Learning.Losses;
using Moliere.Learning.Models;

namespace Moliere.Cli.Studies.Clusters;

/// <summary>The networks of a recipe in the words of the rooms that train them.</summary>
internal static class NetworkTranslation
{
    /// <summary>Name of a method in recipes, files and figures.</summary>
    public static string NameOf(ClusterMethod method) => RecipeText.Write(method, typeof(ClusterMethod));

    /// <summary>The network of a method.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The method has no network.</exception>
    public static NetworkOptions Network(this ClusterRecipe recipe, ClusterMethod method) => method switch
    {
        ClusterMethod.Mlp => Point(recipe.Mlp, new MeanSquaredError(), ResponseScale.Log10),
        ClusterMethod.Dnn => Point(recipe.Dnn, new GaussianKernelLoss(), ResponseScale.Linear),
        ClusterMethod.DnnMape => Point(recipe.Dnn, new RelativeError(), ResponseScale.Linear),
        ClusterMethod.Mdn => Mixture(recipe.Mdn, new NetworkPlan()),
        ClusterMethod.Bnn => Bayesian(recipe.Bnn, recipe.Seed),
        ClusterMethod.Ensemble => Mixture(recipe.Ensemble, Members(recipe.Ensemble, NetworkFamily.RepulsiveEnsemble)),
        ClusterMethod.DeepEnsemble => Mixture(recipe.Ensemble, Members(recipe.Ensemble, NetworkFamily.DeepEnsemble)),
        _ => throw new ArgumentOutOfRangeException(nameof(method), method, "Not a method with a network."),
    };

    private static NetworkOptions Point(LayersSection section, Loss loss, ResponseScale scale) => new()
    {
        Plan = new() { Shape = Shape(section), Loss = loss },
        Scale = scale,
    };

    private static NetworkOptions Mixture(MixtureSection section, NetworkPlan plan) => new()
    {
        Plan = plan with { Shape = Shape(section), Loss = new MixtureNll(section.Components) },
        Central = section.CentralValue,
    };

    private static NetworkOptions Bayesian(BnnSection section, ulong seed)
    {
        NetworkOptions mixture = Mixture(section, new()
        {
            Family = NetworkFamily.Bayesian,
            Bayesian = new()
            {
                PriorSigma = section.PriorSigma,
                WarmUpEpochs = section.WarmUpEpochs,
                Draws = section.Draws,
                DrawSeed = seed,
            },
        });
        return section.Head == BnnHead.Mixture ? mixture : mixture with
        {
            Plan = mixture.Plan with { Loss = new GaussianNll() },
            Scale = section.Head == BnnHead.Gaussian ? ResponseScale.Linear : ResponseScale.Log10,
        };
    }

    private static NetworkPlan Members(EnsembleSection section, NetworkFamily family) => new()
    {
        Family = family,
        Ensemble = new() { Members = section.Members, PriorSigma = section.PriorSigma },
    };

    private static MlpOptions Shape(LayersSection section) =>
        TrainingTranslation.Shape(section.Hidden, section.Activation);
}
