using System.Buffers;
using System.Globalization;

namespace Moliere.Formats.Csv;

/// <summary>
/// Numbers as CSV text: shortest digits that read back to the same value. Whole numbers have neither point nor
/// exponent, real numbers have one of them or are nan, inf, -inf; so the text tells the two kinds apart.
/// </summary>
internal static class CsvNumber
{
    /// <summary>Longest text of a number, with room to spare.</summary>
    public const int MaxLength = 32;

    private static readonly SearchValues<byte> s_realMarks = SearchValues.Create(".E"u8);

    public static int Format(long value, Span<byte> text)
    {
        value.TryFormat(text, out int length, default, CultureInfo.InvariantCulture);
        return length;
    }

    public static int Format(float value, Span<byte> text)
    {
        if (!float.IsFinite(value))
        {
            ReadOnlySpan<byte> word = float.IsNaN(value) ? "nan"u8 : value > 0 ? "inf"u8 : "-inf"u8;
            word.CopyTo(text);
            return word.Length;
        }

        value.TryFormat(text, out int length, default, CultureInfo.InvariantCulture);
        if (text[..length].ContainsAny(s_realMarks))
        {
            return length;
        }

        ".0"u8.CopyTo(text[length..]);
        return length + 2;
    }

    public static bool TryWhole(ReadOnlySpan<char> text, out long value) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);

    /// <summary>A real number; an empty cell is a missing value, NaN.</summary>
    public static bool TryReal(ReadOnlySpan<char> text, out float value)
    {
        if (text.Length == 0 || Is(text, "nan") || Is(text, "-nan"))
        {
            value = float.NaN;
            return true;
        }

        if (text[^1] is 'f' or 'F' or 'y' or 'Y')
        {
            value = text[0] == '-' ? float.NegativeInfinity : float.PositiveInfinity;
            ReadOnlySpan<char> word = text.TrimStart("+-");
            return Is(word, "inf") || Is(word, "infinity");
        }

        return float.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value);
    }

    private static bool Is(ReadOnlySpan<char> text, string word) =>
        text.Equals(word, StringComparison.OrdinalIgnoreCase);
}
