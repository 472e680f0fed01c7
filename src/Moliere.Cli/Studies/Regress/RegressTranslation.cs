using Moliere.Cli.Recipes.Regress;
using Moliere.Data.Objects;
using Moliere.Learning.Losses;
using Moliere.Learning.Models;
using Moliere.Learning.Tabular;
using Moliere.Learning.Training;

namespace Moliere.Cli.Studies.Regress;

/// <summary>The recipe in the words of the room that does the work.</summary>
internal static class RegressTranslation
{
    public static RegressionOptions Network(this RegressRecipe recipe, RegressMethod method) => new()
    {
        Plan = new()
        {
            Family = FamilyOf(method),
            Bayesian = new()
            {
                PriorSigma = recipe.Bayesian.PriorSigma,
                InitialLogVariance = recipe.Bayesian.InitialLogVariance,
                WarmUpEpochs = recipe.Bayesian.WarmUpEpochs,
                Draws = recipe.Bayesian.Draws,
                DrawSeed = recipe.Seed,
            },
            Ensemble = new() { Members = recipe.Ensemble.Members, PriorSigma = recipe.Ensemble.PriorSigma },
            Shape = TrainingTranslation.Shape(recipe.Network.Hidden, recipe.Network.Activation),
            Loss = method == RegressMethod.Dnn ? new MeanSquaredError() : LossOf(recipe.Network),
        },
        Scale = method != RegressMethod.Dnn && recipe.Network.Head == DensityHead.LogNormal
            ? ResponseScale.Log10
            : ResponseScale.Linear,
        Central = recipe.Network.CentralValue,
    };

    public static TrainerOptions Trainer(this RegressRecipe recipe, int split, int threads)
    {
        TrainerOptions options = recipe.Training.Trainer(recipe.Seed + (ulong)split, threads);
        return recipe.Protocol.Validation > 0 ? options : options with { Patience = 0 };
    }

    private static NetworkFamily FamilyOf(RegressMethod method) => method switch
    {
        RegressMethod.Bnn => NetworkFamily.Bayesian,
        RegressMethod.Ensemble => NetworkFamily.RepulsiveEnsemble,
        RegressMethod.DeepEnsemble => NetworkFamily.DeepEnsemble,
        _ => NetworkFamily.Single,
    };

    private static Loss LossOf(NetworkSection network) =>
        network.Head == DensityHead.Mixture ? new MixtureNll(network.Components) : new GaussianNll();
}
