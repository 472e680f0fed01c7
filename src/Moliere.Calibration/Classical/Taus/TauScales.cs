using Moliere.Calibration.Taus;
using Moliere.Data.Objects;
using Moliere.Data.Tables;

namespace Moliere.Calibration.Classical.Taus;

/// <summary>
/// The classical tau energy scales together: probabilities of decay modes, the calorimeter-based scale and the combined
/// one. They add their columns to a tau table; columns that a table brings along stay as they are.
/// </summary>
/// <param name="Modes">Null where the training table had the probabilities.</param>
/// <param name="Calorimeter">Null where it had the calorimeter-based scale.</param>
/// <param name="Combined">Null where it had the combined scale.</param>
/// <source>Physics notes section 3.4; arXiv:1412.7086; ATL-PHYS-PUB-2015-045.</source>
public sealed record TauScales(DecayModeClassifier? Modes, CalorimeterScale? Calorimeter, CombinedScale? Combined)
{
    private static readonly Dictionary<string, string> s_columns = new(StringComparer.Ordinal)
    {
        ["lc"] = TauColumns.Pt,
        ["substructure"] = TauColumns.PtSubstructure,
        ["calorimeter"] = TauColumns.PtCalorimeter,
        ["combined"] = TauColumns.PtCombined,
    };

    /// <summary>Names of the methods: locally weighted clusters, substructure, and both tau energy scales.</summary>
    public static IReadOnlyList<string> Methods { get; } = [.. s_columns.Keys];

    /// <summary>Which taus have what a scale needs.</summary>
    public TauSelection Selection { get; init; } = new();

    /// <summary>Number of workers; does not change the result.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>
    /// A table with the probabilities of decay modes and both scales, and with NaN for all missing values. A scale is
    /// NaN for a tau that lacks one of its inputs.
    /// </summary>
    /// <param name="taus">A tau table; columns it has already are kept.</param>
    /// <exception cref="MissingColumnException">An input of a column that must be made is missing.</exception>
    public Table Complete(Table taus)
    {
        Table clean = TauFeatures.WithoutSentinels(taus);
        Table judged = WithModes(clean);
        Table measured = judged.Has(TauColumns.PtCalorimeter) ? judged : judged.With(CalorimeterColumn(judged));
        return measured.Has(TauColumns.PtCombined) ? measured : measured.With(CombinedColumn(measured));
    }

    /// <summary>One of the scales as a calibration: R = locally weighted over calibrated momentum.</summary>
    /// <param name="method">One of <see cref="Methods"/>.</param>
    /// <exception cref="ArgumentException">There is no such method.</exception>
    public ICalibration Of(string method) => s_columns.TryGetValue(method, out string? column)
        ? new TauScaleCalibration(method, this, column)
        : throw new ArgumentException(
            $"Found the method '{method}', expected one of {string.Join(", ", Methods)}.", nameof(method));

    /// <summary>Measurements of each tau of a table that has the calorimeter-based scale.</summary>
    internal static TauMomenta[] MomentaOf(Table taus)
    {
        float[] local = taus.Floats(TauColumns.Pt), calorimeter = taus.Floats(TauColumns.PtCalorimeter);
        float[] substructure = taus.Floats(TauColumns.PtSubstructure), eta = taus.Floats(TauColumns.Eta);
        return [.. Enumerable.Range(0, taus.RowCount).Select(row =>
            new TauMomenta(local[row], calorimeter[row], substructure[row], eta[row]))];
    }

    /// <summary>The most probable decay mode of each tau; null where a probability is missing.</summary>
    internal static TauDecayMode?[] ModesOf(Table taus)
    {
        float[][] probabilities = [.. TauColumns.Modes.Select(taus.Floats)];
        return [.. Enumerable.Range(0, taus.RowCount).Select(row =>
        {
            float[] own = Array.ConvertAll(probabilities, column => column[row]);
            TauDecayMode? likeliest = Array.TrueForAll(own, float.IsFinite)
                ? (TauDecayMode)Array.IndexOf(own, own.Max()) : null;
            return likeliest;
        })];
    }

    private Table WithModes(Table taus)
    {
        if (TauColumns.Modes.All(taus.Has))
        {
            return taus;
        }

        DecayModeClassifier modes = Modes ?? throw Absent(TauColumns.Modes.First(mode => !taus.Has(mode)), taus);
        float[] probabilities = modes.Probabilities(taus, Threads);
        int count = TauColumns.Modes.Count;
        Column Of(int mode) => new FloatColumn(
            TauColumns.Modes[mode], "", "probability of the decay mode",
            [.. Enumerable.Range(0, taus.RowCount).Select(row => probabilities[(row * count) + mode])]);
        return new([
            .. taus.Columns.Where(column => !TauColumns.Modes.Contains(column.Name)),
            .. Enumerable.Range(0, count).Select(Of),
        ]);
    }

    private FloatColumn CalorimeterColumn(Table taus)
    {
        CalorimeterScale scale = Calorimeter ?? throw Absent(TauColumns.PtCalorimeter, taus);
        float[] pt = taus.Floats(TauColumns.Pt), eta = taus.Floats(TauColumns.Eta);
        float[] tracks = taus.Floats(TauColumns.TrackCount), vertices = taus.Floats(TauColumns.VertexCount);
        bool[] isUsable = Selection.HasMomentum(taus);
        return new(
            TauColumns.PtCalorimeter, "GeV", "transverse momentum of the calorimeter-based tau energy scale",
            [.. Enumerable.Range(0, taus.RowCount).Select(row => isUsable[row]
                ? (float)scale.At(pt[row], eta[row], tracks[row], vertices[row]) : float.NaN)]);
    }

    private FloatColumn CombinedColumn(Table taus)
    {
        CombinedScale scale = Combined ?? throw Absent(TauColumns.PtCombined, taus);
        TauMomenta[] momenta = MomentaOf(taus);
        TauDecayMode?[] modes = ModesOf(taus);
        bool[] isUsable = Selection.HasMomentum(taus);
        return new(
            TauColumns.PtCombined, "GeV", "transverse momentum of the combined tau energy scale",
            [.. Enumerable.Range(0, taus.RowCount).Select(row =>
                isUsable[row] && modes[row] is { } mode && momenta[row].Calorimeter > 0
                    ? (float)scale.At(momenta[row], mode) : float.NaN)]);
    }

    private static MissingColumnException Absent(string column, Table taus) =>
        MissingColumnException.For(column, taus.Columns.Select(other => other.Name));
}
