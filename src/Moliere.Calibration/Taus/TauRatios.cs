using Moliere.Data.Objects;
using Moliere.Data.Tables;

namespace Moliere.Calibration.Taus;

/// <summary>
/// Taus with their momenta as one scale and ratios to it: the locally weighted, substructure, calorimeter and true ones
/// over the combined one, that at EM scale over the locally weighted one. When the scale of two taus is exchanged in
/// this form, nothing changes but the scale itself; in plain momenta all ratios would become absurd.
/// </summary>
/// <source>The inputs of the learnt scales: physics notes table 3.1.</source>
public static class TauRatios
{
    // Above over below, in an order in which the lower one is there before it is multiplied with.
    private static readonly (string Above, string Below)[] s_ratios =
    [
        (TauColumns.Pt, TauColumns.PtCombined), (TauColumns.PtEm, TauColumns.Pt),
        (TauColumns.PtSubstructure, TauColumns.PtCombined), (TauColumns.PtCalorimeter, TauColumns.PtCombined),
        (TauColumns.TruthPt, TauColumns.PtCombined),
    ];

    /// <summary>The table with ratios in place of momenta, under the same names; <c>pt_combined</c> stays.</summary>
    /// <param name="taus">Taus with the combined scale; momenta that they lack are left out.</param>
    /// <exception cref="MissingColumnException">There is no combined scale.</exception>
    public static Table Of(Table taus) => Replaced(
        taus, s_ratios.Reverse(), (table, ratio) => [.. table.Floats(ratio.Above).Zip(
            table.Floats(ratio.Below), (above, below) => (float)((double)above / below))]);

    /// <summary>The momenta again, within the precision of single numbers.</summary>
    /// <param name="ratios">What <see cref="Of"/> made, rows of columns exchanged perhaps.</param>
    public static Table ToMomenta(Table ratios) => Replaced(
        ratios, s_ratios, (table, ratio) => [.. table.Floats(ratio.Above).Zip(
            table.Floats(ratio.Below), (share, below) => (float)((double)share * below))]);

    private static Table Replaced(
        Table table, IEnumerable<(string Above, string Below)> order,
        Func<Table, (string Above, string Below), float[]> values)
    {
        _ = table.Floats(TauColumns.PtCombined);
        foreach ((string Above, string Below) ratio in order.Where(ratio => table.Has(ratio.Above)))
        {
            float[] made = values(table, ratio);
            table = new([.. table.Columns.Select(column =>
                column.Name == ratio.Above ? ((FloatColumn)column) with { Values = made } : column)]);
        }

        return table;
    }
}
