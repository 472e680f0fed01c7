using Moliere.Data.Objects;
using Moliere.Data.Tables;

namespace Moliere.Calibration.Neural.Jets;

/// <summary>
/// Jets at the scale that a network starts from: constituent scale, or an earlier calibration on top of which it
/// learns. Sentinels of missing global variables have become NaN.
/// </summary>
internal sealed class StartingScale
{
    /// <summary>Applies the earlier calibration, if any.</summary>
    /// <param name="jets">Jet table.</param>
    /// <param name="input">The earlier calibration; null for constituent scale.</param>
    public StartingScale(Table jets, ICalibration? input)
    {
        float[] pt = jets.Floats(JetColumns.Pt), start = [.. pt], detector = jets.Floats(JetColumns.DetectorEta);
        float[] eta = jets.Has(JetColumns.Eta) ? jets.Floats(JetColumns.Eta) : detector;
        Predictions? earlier = input?.Apply(jets);
        Response = earlier?.Response ?? [.. pt.Select(_ => 1f)];
        IsUsable = new bool[pt.Length];
        for (int row = 0; row < pt.Length; row++)
        {
            start[row] = pt[row] / Response[row];
            IsUsable[row] = pt[row] > 0 && start[row] > 0 && float.IsFinite(start[row])
                && float.IsFinite(detector[row]) && float.IsFinite(eta[row])
                && earlier?.Status[row] is null or CalibrationStatus.Calibrated;
        }

        Pt = start;
        Jets = new([
            .. jets.Columns.Where(column => column.Name != JetFeatures.StartPt).Select(WithoutSentinel),
            new FloatColumn(JetFeatures.StartPt, "GeV", "transverse momentum that the network starts from", start),
        ]);
    }

    /// <summary>The jets with <see cref="JetFeatures.StartPt"/>.</summary>
    public Table Jets { get; }

    /// <summary>Transverse momentum at constituent scale over that at the starting scale.</summary>
    public float[] Response { get; }

    /// <summary>Transverse momentum at the starting scale [GeV].</summary>
    public float[] Pt { get; }

    /// <summary>Whether momentum and direction of a jet can be calibrated at all.</summary>
    public bool[] IsUsable { get; }

    private static Column WithoutSentinel(Column column) => column is FloatColumn floats
        && JetColumns.Globals.Contains(column.Name) && floats.Values.Contains(JetFeatures.Sentinel)
            ? floats with { Values = [.. floats.Values.Select(v => v == JetFeatures.Sentinel ? float.NaN : v)] }
            : column;
}
