using System.Text.Json;

namespace Moliere.Cli.Recipes.Regress;

/// <summary>The methods of the study.</summary>
internal enum RegressMethod
{
    /// <summary>Straight line in all features.</summary>
    Linear,

    /// <summary>Network that predicts a value alone.</summary>
    Dnn,

    /// <summary>One network that predicts a density.</summary>
    Mdn,

    /// <summary>Bayesian network.</summary>
    Bnn,

    /// <summary>Repulsive ensemble.</summary>
    Ensemble,

    /// <summary>Deep ensemble, without repulsion.</summary>
    DeepEnsemble,
}

/// <summary>What the methods are called and have in common.</summary>
internal static class RegressMethods
{
    /// <summary>Those of the shipped recipe.</summary>
    public static IReadOnlyList<RegressMethod> Standard { get; } =
        [RegressMethod.Linear, RegressMethod.Dnn, RegressMethod.Mdn, RegressMethod.Bnn, RegressMethod.Ensemble];

    /// <summary>Name in recipes, tables, legends and file names.</summary>
    /// <param name="method">The method.</param>
    public static string NameOf(this RegressMethod method) =>
        JsonNamingPolicy.SnakeCaseLower.ConvertName(method.ToString());
}
