using Moliere.Calibration.Taus;
using Moliere.Data.Objects;
using Moliere.Data.Tables;

namespace Moliere.Calibration.Classical.Taus;

/// <summary>
/// Derives the classical tau energy scales from a training table, each on top of the earlier ones. What the table
/// brings along is used and not derived.
/// </summary>
/// <source>Physics notes section 3.4; arXiv:1412.7086; ATL-PHYS-PUB-2015-045.</source>
public static class TauScalesDerivation
{
    // What a table that has all of it needs nothing derived for.
    private static readonly string[] s_made = [.. TauColumns.Modes, TauColumns.PtCalorimeter, TauColumns.PtCombined];

    /// <summary>Derives decay modes, the calorimeter-based and the combined scale.</summary>
    /// <param name="training">Taus with their truth; a spectrum flat in ln p serves best.</param>
    /// <param name="options">How.</param>
    /// <exception cref="MissingColumnException">A column that is needed is missing.</exception>
    /// <exception cref="InvalidDataException">Too few taus have all that is needed.</exception>
    public static TauScales Derive(Table training, TauScalesOptions options)
    {
        Table clean = TauFeatures.WithoutSentinels(training);
        var scales = new TauScales(null, null, null) { Selection = options.Selection, Threads = options.Threads };
        if (s_made.All(clean.Has))
        {
            return scales;
        }

        int[] rows = RowsOf(clean, options);
        scales = scales with
        {
            Modes = TauColumns.Modes.All(clean.Has) ? null
                : DecayModeDerivation.Derive(clean, rows, options.Modes, options.Threads),
        };
        scales = scales with
        {
            Calorimeter = clean.Has(TauColumns.PtCalorimeter) ? null
                : CalorimeterDerivation.Derive(clean, rows, options),
        };
        return clean.Has(TauColumns.PtCombined)
            ? scales
            : scales with { Combined = CombinedOf(scales, clean, rows, options) };
    }

    private static CombinedScale CombinedOf(TauScales scales, Table taus, int[] rows, TauScalesOptions options)
    {
        // The combined scale is not there yet: a column of gaps stands in for it.
        float[] gaps = new float[taus.RowCount];
        gaps.AsSpan().Fill(float.NaN);
        Table measured = scales.Complete(taus.With(new FloatColumn(TauColumns.PtCombined, "GeV", "", gaps)));
        TauMomenta[] momenta = TauScales.MomentaOf(measured);
        TauDecayMode?[] modes = TauScales.ModesOf(measured);
        float[] truth = measured.Floats(TauColumns.TruthPt);
        return CombinedDerivation.Derive(
            [.. rows.Where(row => modes[row] is not null).Select(row => (momenta[row], truth[row], modes[row]!.Value))],
            options);
    }

    private static int[] RowsOf(Table taus, TauScalesOptions options)
    {
        float[] truth = taus.Floats(TauColumns.TruthPt);
        float[]? vertices = taus.Has(TauColumns.PtCalorimeter) ? null : taus.Floats(TauColumns.VertexCount);
        bool[] isUsable = options.Selection.HasMomentum(taus);
        int[] rows = [.. Enumerable.Range(0, taus.RowCount).Where(row =>
            isUsable[row] && truth[row] > 0 && (vertices is null || float.IsFinite(vertices[row])))];
        return rows.Length >= options.TausMin ? rows : throw new InvalidDataException(
            $"Found {rows.Length} taus with momentum, tracks, vertices and truth among {taus.RowCount}, expected at "
            + $"least {options.TausMin} to derive the tau energy scales.");
    }
}
