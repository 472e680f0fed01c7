using Moliere.Calibration.Taus;
using Moliere.Data.Features;
using Moliere.Data.Objects;
using Moliere.Data.Tables;

namespace Moliere.Calibration.Neural.Taus;

/// <summary>
/// The 20 inputs of the learnt tau energy scales as a network takes them: momenta and their ratios as logarithms, since
/// a few hard taus would set the scale of the plain ones; probabilities as the logarithm of their odds, since almost
/// certain and certain differ; and all within bounds.
/// </summary>
/// <source>Physics notes table 3.1 and its remark on the momenta; section 4, pitfalls 2 and 13.</source>
public static class TauInputs
{
    // Floors and bounds lie outside what taus of the simulation reach; they keep a foreign file's accidents in range.
    private const double PtFloor = 0.1, RatioFloor = 0.02, MomentFloor = 1;

    // Boosted trees know a probability hardly better than this; the odds then reach from exp(-7) to exp(7).
    private const string Least = "0.001", OneAndLeast = "1.001";

    private static readonly string[] s_momenta = [TauColumns.PtCombined, TauColumns.PtCalorimeter];

    private static readonly string[] s_ratios =
        [TauFeatures.EmOverLocal, TauFeatures.SubstructureOverCombined, TauFeatures.LocalOverCombined];

    private static readonly string[] s_shares =
        [TauColumns.PresamplerFraction, TauColumns.EmProbability, TauColumns.PionAsymmetry];

    /// <summary>All of them, in the order of <see cref="TauFeatures.All"/>.</summary>
    /// <param name="foldEta">Whether both ends of the detector count as one, which doubles the statistics.</param>
    public static IReadOnlyList<Feature> All(bool foldEta) =>
        [.. TauFeatures.All.Select(feature => Transformed(feature, foldEta))];

    /// <summary>Those of them whose columns a table has, in the same order.</summary>
    /// <param name="taus">A tau table with its classical scales, of a foreign file perhaps.</param>
    /// <param name="foldEta">Whether both ends of the detector count as one.</param>
    public static IReadOnlyList<Feature> In(Table taus, bool foldEta) =>
        [.. TauFeatures.In(taus).Select(feature => Transformed(feature, foldEta))];

    /// <summary>Unit of an input before its transform, <c>1</c> for pure numbers.</summary>
    /// <param name="name">Name of the input.</param>
    public static string UnitOf(string name) => name switch
    {
        TauColumns.SecondLambda => "mm²",
        TauColumns.CenterLambda => "mm",
        TauColumns.Density => "GeV",
        _ when s_momenta.Contains(name) => "GeV",
        _ => "1",
    };

    private static Feature Transformed(Feature feature, bool foldEta) => feature.Name switch
    {
        TauColumns.EtaSubstructure when foldEta => feature with { Expression = $"abs({feature.Expression})" },
        TauColumns.SecondLambda => Log(feature, MomentFloor),
        TauColumns.CenterLambda => feature with { Low = -2e3, High = 1e4 },
        TauColumns.FirstEnergyDensity => feature with { Low = -20, High = 0 },
        _ when s_momenta.Contains(feature.Name) => Log(feature, PtFloor),
        _ when s_ratios.Contains(feature.Name) => Log(feature, RatioFloor),
        _ when TauColumns.Modes.Contains(feature.Name) => feature with { Expression = LogOdds(feature.Name) },
        _ when s_shares.Contains(feature.Name) => feature with { Low = -1.5, High = 1.5 },
        _ => feature,
    };

    private static string LogOdds(string column)
    {
        string share = $"min(max({column}, 0), 1)";
        return $"log(({share} + {Least}) / ({OneAndLeast} - {share}))";
    }

    private static Feature Log(Feature feature, double floor) =>
        feature with { Transform = FeatureTransform.Log10, Floor = floor };
}
