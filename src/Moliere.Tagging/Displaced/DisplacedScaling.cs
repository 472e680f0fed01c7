using Moliere.Data.Objects;

namespace Moliere.Tagging.Displaced;

/// <summary>
/// How the measured values of a jet, its clusters, tracks and muon segments become numbers of order one; kept with the
/// model that was trained on them, and never fitted to a sample.
/// </summary>
/// <source>
/// arXiv:2203.01009, section 5; jet momentum and z0 as in gordonwatts/CalRatioTrainer; the other offsets and scales are
/// round numbers near centre and spread of simulated jets.
/// </source>
public sealed record DisplacedScaling
{
    /// <summary>Of the jet [3]: transverse momentum, pseudorapidity, azimuth.</summary>
    public IReadOnlyList<InputVariable> Jet { get; init; } =
    [
        Linear(DisplacedJetColumns.Pt, 40, 460), // gordonwatts/CalRatioTrainer
        Linear(DisplacedJetColumns.Eta),
        Linear(DisplacedJetColumns.Phi, 0, Math.PI),
    ];

    /// <summary>Of a cluster [12]: momentum, place relative to the leading cluster, layer fractions, time.</summary>
    public IReadOnlyList<InputVariable> Clusters { get; init; } =
    [
        new(DisplacedJetColumns.ClusterPt, InputTransform.Logarithm, 1.5, 1.5), // spread of simulated jets
        Linear(DisplacedJetColumns.ClusterEta, 0, 0.2),
        Linear(DisplacedJetColumns.ClusterPhi, 0, 0.2),
        .. DisplacedJetColumns.ClusterElectromagnetic.Concat(DisplacedJetColumns.ClusterHadronic)
            .Select(name => Linear(name)),
        Linear(DisplacedJetColumns.ClusterTime, 0, TimeScale),
    ];

    /// <summary>Of a track [8]: momentum, place relative to the jet, impact parameters, vertex.</summary>
    public IReadOnlyList<InputVariable> Tracks { get; init; } =
    [
        new(DisplacedJetColumns.TrackPt, InputTransform.Logarithm, 1, 1), // spread of simulated jets
        Linear(DisplacedJetColumns.TrackEta, 0, 0.2),
        Linear(DisplacedJetColumns.TrackPhi, 0, 0.2),
        new(DisplacedJetColumns.TrackD0, InputTransform.InverseSine, 0, 1),
        Linear(DisplacedJetColumns.TrackZ0, 0, 250), // gordonwatts/CalRatioTrainer
        new(DisplacedJetColumns.TrackSigmaD0, InputTransform.InverseSine, 0, 0.5), // spread of simulated jets
        new(DisplacedJetColumns.TrackSigmaZ0, InputTransform.InverseSine, 0, 0.5), // spread of simulated jets
        Linear(DisplacedJetColumns.TrackIsHard),
    ];

    /// <summary>Of a muon segment [6]: place and direction relative to the jet, quality, time.</summary>
    public IReadOnlyList<InputVariable> Segments { get; init; } =
    [
        Linear(DisplacedJetColumns.SegmentEta),
        Linear(DisplacedJetColumns.SegmentPhi),
        new(DisplacedJetColumns.SegmentDirectionEta, InputTransform.Bounded, 0, 2),
        Linear(DisplacedJetColumns.SegmentDirectionPhi),
        new(DisplacedJetColumns.SegmentChiSquared, InputTransform.InverseSine, 1, 1),
        Linear(DisplacedJetColumns.SegmentTime, 0, 10),
    ];

    private const double TimeScale = 5; // [ns], a fraction of the readout window of 12.5 ns

    private static InputVariable Linear(string name, double offset = 0, double scale = 1) =>
        new(name, InputTransform.Linear, offset, scale);
}
