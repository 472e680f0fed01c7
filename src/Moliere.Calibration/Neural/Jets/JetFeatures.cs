using Moliere.Data.Expressions;
using Moliere.Data.Features;
using Moliere.Data.Objects;
using Moliere.Data.Tables;

namespace Moliere.Calibration.Neural.Jets;

/// <summary>
/// The inputs that describe a jet as a whole: the 23 global variables, and kinematics that do not change when the jet
/// is turned around the beam (energy, mass over transverse momentum, expected pile-up over transverse momentum).
/// </summary>
/// <source>arXiv:2303.17312, table 1; kinematics: physics notes section 2.1.</source>
public static class JetFeatures
{
    /// <summary>
    /// Column of the transverse momentum that the network starts from [GeV]: that at constituent scale, or that after
    /// an earlier calibration.
    /// </summary>
    public const string StartPt = "pt_start";

    /// <summary>Value that ntuples write where a global variable is missing.</summary>
    /// <source>Physics notes section 2.1: "missing → −999".</source>
    public const float Sentinel = MissingMarks.Usual;

    // Floors and bounds lie outside what jets of the simulation reach; they keep a foreign file's accidents in range.
    private const double PtFloor = 0.1, RatioFloor = 1e-3;
    private const double LowestFraction = -0.5, HighestFraction = 1.5, MostCharged = 5;

    // Counts of objects change when one of them is split.
    private static readonly string[] s_counts = [JetColumns.N90, JetColumns.TrackCount];

    /// <summary>
    /// All of them, globals first; an energy-flow network does without the counts of clusters and tracks.
    /// </summary>
    /// <param name="kind">What the network looks at.</param>
    /// <param name="foldEta">Whether both ends of the detector count as one: |eta_det| instead of eta_det.</param>
    public static IReadOnlyList<Feature> All(JetNetworkKind kind, bool foldEta) =>
    [
        .. JetColumns.Globals.Where(name => kind != JetNetworkKind.EnergyFlow || !s_counts.Contains(name))
            .Select(name => Global(name, foldEta)),
        .. s_kinematics,
    ];

    /// <summary>Those of them whose columns a table has, in the same order.</summary>
    /// <param name="jets">A jet table with <see cref="StartPt"/>, of a foreign file perhaps.</param>
    /// <param name="kind">What the network looks at.</param>
    /// <param name="foldEta">Whether both ends of the detector count as one.</param>
    public static IReadOnlyList<Feature> In(Table jets, JetNetworkKind kind, bool foldEta) =>
        [.. All(kind, foldEta).Where(feature => Expression.Parse(feature.Expression).Columns.All(jets.Has))];

    private static readonly Feature[] s_kinematics =
    [
        Log("e", "e", PtFloor),
        Log("mass_over_pt", "sqrt(max(e * e - pt * pt * cosh(eta) * cosh(eta), 0)) / pt", RatioFloor),
        Log("ambient_over_pt", "rho * area / pt", RatioFloor),
    ];

    private static Feature Global(string name, bool foldEta) => name switch
    {
        JetColumns.Pt => Log(name, StartPt, PtFloor),
        JetColumns.DetectorEta => Plain(name, foldEta ? $"abs({name})" : name),
        JetColumns.N90 => Log(name, name, 0.5),
        JetColumns.TrackCount or JetColumns.Segments => Log(name, $"{name} + 1", 1),
        JetColumns.ChargedFraction => Plain(name, name) with { Low = 0, High = MostCharged },
        JetColumns.TrackWidth => Plain(name, name) with { Low = 0, High = 1 },
        JetColumns.Mu or JetColumns.VertexCount => Plain(name, name),
        _ => Plain(name, name) with { Low = LowestFraction, High = HighestFraction },
    };

    private static Feature Plain(string name, string expression) => new() { Name = name, Expression = expression };

    private static Feature Log(string name, string expression, double floor) =>
        Plain(name, expression) with { Transform = FeatureTransform.Log10, Floor = floor };
}
