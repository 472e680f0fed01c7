using Moliere.Data.Tables;

namespace Moliere.Tagging.Displaced;

/// <summary>Columns of classes and flags, which files keep as whole or as real numbers.</summary>
internal static class WholeNumbers
{
    /// <summary>The numbers of all rows; such that are not whole, or not finite, are refused.</summary>
    public static int[] Of(Table table, string name)
    {
        if (table[name] is not FloatColumn real)
        {
            return Array.ConvertAll(table.Longs(name), number => checked((int)number));
        }

        int wrong = Array.FindIndex(real.Values, value => value != MathF.Round(value));
        return wrong < 0 ? Array.ConvertAll(real.Values, value => (int)value) : throw new ArgumentException(
            FormattableString.Invariant($"'{name}' is {real.Values[wrong]} in row {wrong}; a whole number is needed."));
    }
}
