using Moliere.Calibration.Neural;
using Moliere.Calibration.Neural.Jets;
using Moliere.Cli.Recipes.Jets;
using Moliere.Data.Objects;
using Moliere.Learning.Losses;
using Moliere.Learning.Models;

namespace Moliere.Cli.Studies.Jets;

/// <summary>The networks of a jet recipe in the words of the rooms that train them.</summary>
internal static class JetNetworkTranslation
{
    /// <summary>What a network of the recipe learns from.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The method has no network.</exception>
    public static JetNetworkOptions Inputs(this JetRecipe recipe, JetMethod method) => new()
    {
        Kind = method switch
        {
            JetMethod.Mlp => JetNetworkKind.Globals,
            JetMethod.Deepsets => JetNetworkKind.ParticleFlow,
            JetMethod.Efn => JetNetworkKind.EnergyFlow,
            _ => throw new ArgumentOutOfRangeException(nameof(method), method, "Not a method with a network."),
        },
        Missing = recipe.Learning.Missing,
        // The recipe's selection has chosen the jets.
        Selection = new() { TruthPtMin = 0, TruthDistanceMax = 10, TruthIsolationMin = 0, IsolationMin = 0 },
        Spectrum = new()
        {
            Kind = recipe.Learning.Spectrum,
            Power = recipe.Learning.Power,
            WeightCap = recipe.Learning.WeightCap,
        },
        Closure = recipe.Learning.Closure ? new() : null,
    };

    /// <summary>The network of a method.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The method has no network.</exception>
    public static NetworkOptions Network(this JetRecipe recipe, JetMethod method) => method switch
    {
        JetMethod.Mlp => WithHead(recipe.Mlp, new()
        {
            Shape = TrainingTranslation.Shape(recipe.Mlp.Hidden, recipe.Mlp.Activation),
        }),
        JetMethod.Deepsets => WithHead(recipe.Deepsets, Sets(recipe.Deepsets)),
        JetMethod.Efn => WithHead(recipe.Efn, Sets(recipe.Efn)),
        _ => throw new ArgumentOutOfRangeException(nameof(method), method, "Not a method with a network."),
    };

    private static NetworkPlan Sets(JetSetSection section) => new()
    {
        Sets = new()
        {
            Point = [.. section.Constituent],
            Object = [.. section.Jet],
            Activation = TrainingTranslation.Shape([], section.Activation).Activation,
        },
    };

    private static NetworkOptions WithHead(JetHeadSection section, NetworkPlan plan) => new()
    {
        Plan = plan with
        {
            Loss = section.Head switch
            {
                JetHead.Gaussian => new GaussianNll(),
                JetHead.Quantiles => new QuantileLoss([0.16, 0.5, 0.84]),
                _ => new MixtureNll(section.Components),
            },
        },
        Scale = ResponseScale.Log10,
        Central = section.CentralValue,
    };
}
