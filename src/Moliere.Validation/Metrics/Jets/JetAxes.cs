namespace Moliere.Validation.Metrics.Jets;

/// <summary>
/// The variables of jets and the axes on which their calibrations are judged. Closure is binned in the true transverse
/// momentum: bins of the reconstructed one mix in the steep spectrum and are quoted apart.
/// </summary>
/// <source>Physics notes section 2.7 and pitfall 7; bins around 20 and 300 GeV for the anchors of
/// arXiv:2007.02645.</source>
public static class JetAxes
{
    /// <summary>True transverse momentum [GeV].</summary>
    public const string TruePt = "pt_true";

    /// <summary>The same for jets with |eta_det| below 0.8, NaN elsewhere [GeV].</summary>
    public const string CentralPt = "pt_true_central";

    /// <summary>The same for jets with |eta_det| from 0.8 to 2.5, NaN elsewhere [GeV].</summary>
    public const string EndcapPt = "pt_true_endcap";

    /// <summary>The same for jets with |eta_det| from 2.5, outside the tracker, NaN elsewhere [GeV].</summary>
    public const string ForwardPt = "pt_true_forward";

    /// <summary>Transverse momentum that the method itself gives [GeV].</summary>
    public const string CalibratedPt = "pt_calib";

    /// <summary>Pseudorapidity in the detector of jets with a true pT of 30 to 80 GeV, NaN elsewhere.</summary>
    public const string SoftEta = "eta_det_30_80";

    /// <summary>Pseudorapidity in the detector of jets with a true pT of 80 to 300 GeV, NaN elsewhere.</summary>
    public const string MediumEta = "eta_det_80_300";

    /// <summary>Pseudorapidity in the detector of jets with a true pT from 300 GeV, NaN elsewhere.</summary>
    public const string HardEta = "eta_det_300";

    /// <summary>Mean number of collisions per crossing.</summary>
    public const string Mu = "mu";

    /// <summary>Number of reconstructed vertices.</summary>
    public const string Vertices = "N_PV";

    /// <summary>Flavour of the jet, 1 to 5 or 21, 0 without; no axis, but a column of the sample.</summary>
    public const string Flavour = "flavour";

    private const double CentralEnd = 0.8, TrackerEnd = 2.5;

    private static readonly double[] s_edges =
    [
        15, 20, 25, 30, 40, 50, 65, 80, 100, 130, 180, 300, 450, 700, 1000, 1500, 3000,
    ];

    private static readonly double[] s_coarse = [15, 20, 30, 50, 80, 130, 300, 800, 3000];

    private static readonly (double Low, double High)[] s_anchors = [(17, 23), (240, 370)];

    /// <summary>
    /// Curves in true pT for all jets and three regions, ranges for tables, detector eta at three scales, pile-up.
    /// </summary>
    public static IReadOnlyList<BinAxis> Standard { get; } =
    [
        Momentum(TruePt, s_edges),
        BinAxis.Ranges(
            TruePt, (17, 23), (30, 50), (50, 300), (240, 370), (300, 1000), (30, double.PositiveInfinity))
            with { Title = TitleOf(TruePt) },
        Momentum(CentralPt, s_edges),
        BinAxis.Ranges(CentralPt, s_anchors) with { Title = TitleOf(CentralPt) },
        Momentum(EndcapPt, s_edges),
        Momentum(ForwardPt, s_coarse),
        .. ((string[])[SoftEta, MediumEta, HardEta]).Select(
            variable => BinAxis.Linear(variable, 18, -4.5, 4.5) with { Title = TitleOf(variable) }),
        BinAxis.Linear(Mu, 8, 0, 80) with { HasSlope = true, Title = "μ" },
        BinAxis.Linear(Vertices, 10, 0, 50) with { HasSlope = true, Title = "N_{PV}" },
    ];

    /// <summary>Wide bins of the true transverse momentum, for what needs many jets.</summary>
    public static BinAxis Coarse { get; } = Momentum(TruePt, s_coarse);

    /// <summary>Bins of the transverse momentum that a method gives.</summary>
    public static BinAxis Calibrated { get; } = Momentum(CalibratedPt, s_edges);

    /// <summary>Names that figures of jets may have as their variable.</summary>
    public static IReadOnlyList<string> Variables { get; } =
    [
        .. Standard.Select(axis => axis.Variable).Distinct(), CalibratedPt, MetricName.PredictedSpread,
        MetricName.PredictedResponse,
    ];

    /// <summary>The columns of all axes in true pT and detector eta, <c>[B]</c> each.</summary>
    /// <param name="truePt">True transverse momentum [GeV].</param>
    /// <param name="detectorEta">Pseudorapidity from the centre of the detector.</param>
    public static IReadOnlyDictionary<string, float[]> Columns(float[] truePt, float[] detectorEta)
    {
        float[] Where(float[] values, Func<float, float, bool> keeps) =>
            [.. values.Select((value, row) => keeps(truePt[row], Math.Abs(detectorEta[row])) ? value : float.NaN)];
        return new Dictionary<string, float[]>
        {
            [TruePt] = truePt,
            [CentralPt] = Where(truePt, (_, eta) => eta < CentralEnd),
            [EndcapPt] = Where(truePt, (_, eta) => eta is >= (float)CentralEnd and < (float)TrackerEnd),
            [ForwardPt] = Where(truePt, (_, eta) => eta >= TrackerEnd),
            [SoftEta] = Where(detectorEta, (pt, _) => pt is >= 30 and < 80),
            [MediumEta] = Where(detectorEta, (pt, _) => pt is >= 80 and < 300),
            [HardEta] = Where(detectorEta, (pt, _) => pt >= 300),
        };
    }

    private static string TitleOf(string variable) => variable switch
    {
        CentralPt => "p_{T}^{true} [GeV], |η_{det}| < 0.8",
        EndcapPt => "p_{T}^{true} [GeV], |η_{det}| 0.8–2.5",
        ForwardPt => "p_{T}^{true} [GeV], |η_{det}| ≥ 2.5",
        SoftEta => "η_{det}, p_{T}^{true} 30–80 GeV",
        MediumEta => "η_{det}, p_{T}^{true} 80–300 GeV",
        HardEta => "η_{det}, p_{T}^{true} ≥ 300 GeV",
        CalibratedPt => "p_{T}^{calib} [GeV]",
        _ => "p_{T}^{true} [GeV]",
    };

    private static BinAxis Momentum(string variable, double[] edges) => new()
    {
        Variable = variable,
        Title = TitleOf(variable),
        IsLogarithmic = true,
        Bins = [.. edges.Zip(edges.Skip(1), (low, high) => new ValueBin(low, high, Closed: high == edges[^1]))],
    };
}
