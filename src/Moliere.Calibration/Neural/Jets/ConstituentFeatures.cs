using Moliere.Data.Objects;
using Moliere.Data.Tables;

namespace Moliere.Calibration.Neural.Jets;

/// <summary>
/// What a network sees of the constituents of a jet, before it is standardised: momenta relative to the jet, directions
/// relative to its axis, and of clusters their depth and electromagnetic fraction. Constituents without positive
/// momentum are left out.
/// </summary>
/// <source>Physics notes section 2.1; shares and directions: arXiv:1810.05165, equation 3.</source>
public sealed class ConstituentFeatures
{
    private const double Widest = 1; // of a jet with R = 0.4, in eta and phi: beyond is an accident
    private const double ShortestDepth = 1; // mm

    private static readonly string[] s_flow = ["share", "d_eta", "d_phi", "track"];
    private static readonly string[] s_particles =
        ["log_pt", "log_share", "d_eta", "d_phi", "track", "f_emc", "log_lambda"];

    private readonly JaggedColumn<float> _pt;
    private readonly JaggedColumn<float> _eta;
    private readonly JaggedColumn<float> _phi;
    private readonly JaggedColumn<float>? _isTrack;
    private readonly JaggedColumn<float>? _emFraction;
    private readonly JaggedColumn<float>? _lambda;
    private readonly float[] _jetPt;
    private readonly float[] _jetEta;
    private readonly float[] _jetPhi;
    private readonly float[] _detectorEta;
    private readonly JetNetworkOptions _options;

    /// <summary>Looks at the jets of a table.</summary>
    /// <param name="jets">Has momenta, directions and lists of constituents; their other columns may be absent.</param>
    /// <param name="options">Kind of the network and symmetries.</param>
    /// <exception cref="MissingColumnException">A column is missing.</exception>
    public ConstituentFeatures(Table jets, JetNetworkOptions options)
    {
        (_pt, _eta) = (jets.Jagged<float>(JetColumns.ConstituentPt), jets.Jagged<float>(JetColumns.ConstituentEta));
        _phi = jets.Jagged<float>(JetColumns.ConstituentPhi);
        _isTrack = Optional(jets, JetColumns.ConstituentIsTrack);
        _emFraction = Optional(jets, JetColumns.ConstituentEmFraction);
        _lambda = Optional(jets, JetColumns.ConstituentLambda);
        (_jetPt, _jetEta) = (jets.Floats(JetColumns.Pt), jets.Floats(JetColumns.Eta));
        (_jetPhi, _detectorEta) = (jets.Floats(JetColumns.Phi), jets.Floats(JetColumns.DetectorEta));
        _options = options;
    }

    /// <summary>Names of the features, in order.</summary>
    /// <param name="kind">A kind that looks at constituents.</param>
    public static IReadOnlyList<string> NamesOf(JetNetworkKind kind) =>
        kind == JetNetworkKind.EnergyFlow ? s_flow : s_particles;

    /// <summary>Whether a feature is taken as it is: a share or a flag.</summary>
    /// <param name="name">One of <see cref="NamesOf"/>.</param>
    public static bool IsPlain(string name) => name is "share" or "track";

    /// <summary>Number of jets N.</summary>
    public int JetCount => _jetPt.Length;

    /// <summary>Adds the constituents of one jet, in the order of the table.</summary>
    /// <param name="row">Row of the jet.</param>
    /// <param name="points">Receives [n, P] row-major; NaN for what is not known of a constituent.</param>
    public void Add(int row, List<float> points)
    {
        ReadOnlySpan<float> pt = _pt[row];
        double etaSign = _options.FoldEta && _detectorEta[row] < 0 ? -1 : 1, phiSign = PhiSign(row);
        for (int i = 0; i < pt.Length; i++)
        {
            double deltaEta = etaSign * Bounded(_eta[row][i] - _jetEta[row]);
            double deltaPhi = phiSign * DeltaPhi(row, i);
            if (pt[i] > 0 && float.IsFinite(pt[i]) && double.IsFinite(deltaEta) && double.IsFinite(deltaPhi))
            {
                Add(row, i, deltaEta, deltaPhi, points);
            }
        }
    }

    private void Add(int row, int i, double deltaEta, double deltaPhi, List<float> points)
    {
        double pt = _pt[row][i], share = pt / _jetPt[row];
        float isTrack = _isTrack is { } flags && flags[row][i] > 0 ? 1 : 0;
        if (_options.Kind == JetNetworkKind.EnergyFlow)
        {
            points.AddRange([(float)share, (float)deltaEta, (float)deltaPhi, isTrack]);
            return;
        }

        bool isCluster = isTrack == 0;
        float fraction = isCluster && _emFraction is { } fractions ? fractions[row][i] : float.NaN;
        float depth = isCluster && _lambda is { } depths
            ? (float)Math.Log(Math.Max(ShortestDepth, depths[row][i]))
            : float.NaN;
        points.AddRange([
            (float)Math.Log(pt), (float)Math.Log(share), (float)deltaEta, (float)deltaPhi, isTrack, fraction, depth,
        ]);
    }

    // Terms are summed in order of size, so that the order of the constituents does not change a bit.
    private double PhiSign(int row)
    {
        if (!_options.FoldPhi)
        {
            return 1;
        }

        var terms = new double[_pt[row].Length];
        for (int i = 0; i < terms.Length; i++)
        {
            double deltaPhi = DeltaPhi(row, i), term = _pt[row][i] * deltaPhi * Math.Abs(deltaPhi);
            terms[i] = double.IsFinite(term) ? term : 0;
        }

        Array.Sort(terms);
        return terms.Sum() < 0 ? -1 : 1;
    }

    private double DeltaPhi(int row, int i) => Bounded(Data.Kinematics.EtaPhi.DeltaPhi(_phi[row][i], _jetPhi[row]));

    private static double Bounded(double difference) => Math.Clamp(difference, -Widest, Widest);

    private static JaggedColumn<float>? Optional(Table jets, string name) =>
        jets.Has(name) ? jets.Jagged<float>(name) : null;
}
