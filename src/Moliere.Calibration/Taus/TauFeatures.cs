using Moliere.Data.Expressions;
using Moliere.Data.Features;
using Moliere.Data.Objects;
using Moliere.Data.Tables;

namespace Moliere.Calibration.Taus;

/// <summary>
/// The 20 inputs of the learnt tau energy scales as plain expressions over the columns of a completed tau table:
/// boosted trees take them as they are, networks transform and standardise them.
/// </summary>
/// <source>Physics notes table 3.1; ATL-PHYS-PUB-2015-045, section 4.</source>
public static class TauFeatures
{
    /// <summary>Ratio of the sums of clusters at EM scale and locally weighted.</summary>
    public const string EmOverLocal = "pt_em_over_pt";

    /// <summary>Ratio of the transverse momenta of the substructure and of the combined scale.</summary>
    public const string SubstructureOverCombined = "pt_substructure_over_combined";

    /// <summary>Ratio of the locally weighted transverse momentum to that of the combined scale.</summary>
    public const string LocalOverCombined = "pt_over_combined";

    /// <summary>All of them: pile-up, moments of clusters, momenta and their ratios, decay modes.</summary>
    public static IReadOnlyList<Feature> All { get; } =
    [
        Plain(TauColumns.Mu), Plain(TauColumns.VertexCount), Plain(TauColumns.Density),
        Plain(TauColumns.CenterLambda), Plain(TauColumns.FirstEnergyDensity), Plain(TauColumns.SecondLambda),
        Plain(TauColumns.PresamplerFraction), Plain(TauColumns.EmProbability),
        Ratio(EmOverLocal, TauColumns.PtEm, TauColumns.Pt),
        Plain(TauColumns.PtCombined),
        Ratio(SubstructureOverCombined, TauColumns.PtSubstructure, TauColumns.PtCombined),
        Ratio(LocalOverCombined, TauColumns.Pt, TauColumns.PtCombined),
        Plain(TauColumns.EtaSubstructure), Plain(TauColumns.PionAsymmetry), Plain(TauColumns.PtCalorimeter),
        .. TauColumns.Modes.Select(Plain),
    ];

    /// <summary>Those of them whose columns a table has, in the same order.</summary>
    /// <param name="taus">A tau table with its classical scales, of a foreign file perhaps.</param>
    public static IReadOnlyList<Feature> In(Table taus) =>
        [.. All.Where(feature => Expression.Parse(feature.Expression).Columns.All(taus.Has))];

    /// <summary>Whether a value is there: finite and not one of the numbers that ntuples write for missing.</summary>
    /// <param name="value">A value of any column.</param>
    public static bool IsPresent(float value) => MissingMarks.IsPresent(value);

    /// <summary>The same table with NaN for -999, -1111 and infinities in its columns of real numbers.</summary>
    /// <param name="taus">A tau table; columns without missing values are shared, not copied.</param>
    public static Table WithoutSentinels(Table taus) => new([.. taus.Columns.Select(WithoutSentinels)]);

    private static Column WithoutSentinels(Column column) =>
        column is FloatColumn floats && !Array.TrueForAll(floats.Values, IsPresent)
            ? floats with { Values = Array.ConvertAll(floats.Values, value => IsPresent(value) ? value : float.NaN) }
            : column;

    private static Feature Plain(string column) => new() { Name = column, Expression = column };

    private static Feature Ratio(string name, string above, string below) =>
        new() { Name = name, Expression = $"{above} / {below}" };
}
