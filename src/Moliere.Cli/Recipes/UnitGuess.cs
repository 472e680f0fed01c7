using System.Globalization;
using Moliere.Data.Expressions;
using Moliere.Data.Tables;
using Moliere.Formats.Sources;
using Moliere.Formats.Tables;

namespace Moliere.Cli.Recipes;

/// <summary>Guesses the units of a table by the size of its values.</summary>
/// <param name="Units">Setting of the recipe; null where its two units belong to no experiment.</param>
/// <param name="Energy">Unit of energies.</param>
/// <param name="Length">Unit of lengths.</param>
/// <param name="Reasons">What was seen, one sentence each.</param>
internal sealed record UnitGuess(
    SourceUnits? Units, EnergyUnit Energy, LengthUnit Length, IReadOnlyList<string> Reasons)
{
    private const int MostEntries = 10_000;

    /// <summary>The guess for a table; without values GeV and mm.</summary>
    /// <param name="source">The table.</param>
    /// <param name="guesses">Which branch is which column.</param>
    /// <param name="kind">What its objects are, and how large their values.</param>
    public static UnitGuess Of(ITableSource source, IReadOnlyList<ColumnGuess> guesses, GuessedObjects kind)
    {
        double energy = Median(source, BranchOf(guesses, kind.Energy.Column));
        double length = Median(source, BranchOf(guesses, kind.Length.Column));
        EnergyUnit energyUnit = energy > kind.Energy.LargestInGev ? EnergyUnit.Mev : EnergyUnit.Gev;
        LengthUnit lengthUnit = length < kind.Length.SmallestInMm ? LengthUnit.Cm : LengthUnit.Mm;
        SourceUnits? units = (energyUnit, lengthUnit) switch
        {
            (EnergyUnit.Gev, LengthUnit.Mm) => SourceUnits.House,
            (EnergyUnit.Mev, LengthUnit.Mm) => SourceUnits.Atlas,
            (EnergyUnit.Gev, LengthUnit.Cm) => SourceUnits.Cms,
            _ => null,
        };
        return new(units, energyUnit, lengthUnit,
        [
            .. Reason(energy, kind.Energy.Words, energyUnit == EnergyUnit.Mev ? "MeV" : "GeV"),
            .. Reason(length, kind.Length.Words, lengthUnit == LengthUnit.Cm ? "cm" : "mm"),
        ]);
    }

    /// <summary>The median of the positive values, the upper one of two; not a number without any.</summary>
    /// <param name="all">Values; those that are no positive numbers are left out.</param>
    public static double Median(IEnumerable<double> all)
    {
        double[] values = [.. all.Where(value => double.IsFinite(value) && value > 0).Order()];
        return values.Length == 0 ? double.NaN : values[values.Length / 2];
    }

    private static string? BranchOf(IReadOnlyList<ColumnGuess> guesses, string column) =>
        guesses.First(guess => guess.Column == column).Branch;

    private static string[] Reason(double median, string what, string unit)
    {
        string seen = string.Create(CultureInfo.InvariantCulture, $"{median:G3}");
        return double.IsNaN(median) ? [] : [$"the median {what} of the first entries is {seen}, so {unit}"];
    }

    private static double Median(ITableSource source, string? branch)
    {
        if (branch is null)
        {
            return double.NaN;
        }

        Table table = source.Read(0, (int)Math.Min(source.RowCount, MostEntries), [branch]);
        return Median(Values(table.Columns[0]));
    }

    private static IEnumerable<double> Values(Column column) => column switch
    {
        FloatColumn real => real.Values.Select(value => (double)value),
        LongColumn whole => whole.Values.Select(value => (double)value),
        JaggedColumn<float> lists => lists.Values.Select(value => (double)value),
        JaggedColumn<int> lists => lists.Values.Select(value => (double)value),
        _ => [],
    };
}
