namespace Moliere.Validation.Plots.Jets;

/// <summary>Measured resolutions that figures of jets show as points.</summary>
/// <source>
/// arXiv:2007.02645, abstract: 24 ± 1.5 % at 20 GeV and 6 ± 0.5 % at 300 GeV, central jets, 13 TeV.
/// </source>
public static class JetAnchors
{
    /// <summary>Name of the points in legends and files.</summary>
    public const string Name = "ATLAS";

    /// <summary>Resolution at a transverse momentum [GeV] with its uncertainty.</summary>
    public static IReadOnlyList<(double Pt, double Resolution, double Error)> Points { get; } =
        [(20, 0.24, 0.015), (300, 0.06, 0.005)];

    // A point without a value between them keeps a line from being drawn where nothing was quoted.
    internal static CurveLayer Layer => new(
        Name,
        [
            .. Points.SelectMany(point => new[]
            {
                new CurvePoint(point.Pt * 0.93, point.Pt * 1.07, point.Resolution, point.Error),
                new CurvePoint(point.Pt * 1.07, point.Pt * 1.08, null, null),
            }),
        ]);
}
