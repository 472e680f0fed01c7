using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Simulation.Samples.Taus;

namespace Moliere.Cli.Recipes.Taus;

/// <summary>The columns that tables of taus may have, of the house or of a user.</summary>
internal static class TauTable
{
    /// <summary>What simulated tables have.</summary>
    public static IReadOnlyList<Column> Simulated => TauSampler.NoTaus.Columns;

    /// <summary>What tables of experiments have beside, and the study derives where it is missing.</summary>
    public static IReadOnlyList<Column> Derived { get; } =
    [
        Real(TauColumns.PtCalorimeter, "GeV", "transverse momentum of the calorimeter-based scale"),
        Real(TauColumns.PtCombined, "GeV", "transverse momentum of the combined scale"),
        .. TauColumns.Modes.Select(mode => Real(mode, "", "probability of a decay mode")),
    ];

    /// <summary>All columns that can be named.</summary>
    public static IReadOnlyList<Column> All { get; } = [.. Simulated, .. Derived];

    /// <summary>What the scales of the study look at, but for the inputs of the decay-mode classifier.</summary>
    public static IReadOnlyList<string> Measured { get; } =
    [
        TauColumns.Mu, TauColumns.VertexCount, TauColumns.Density, TauColumns.PtEm, TauColumns.PtSubstructure,
        TauColumns.EtaSubstructure, TauColumns.PionAsymmetry, TauColumns.CenterLambda, TauColumns.FirstEnergyDensity,
        TauColumns.SecondLambda, TauColumns.PresamplerFraction, TauColumns.EmProbability,
    ];

    private static FloatColumn Real(string name, string unit, string description) => new(name, unit, description, []);
}
