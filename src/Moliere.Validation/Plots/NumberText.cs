using System.Globalization;

namespace Moliere.Validation.Plots;

/// <summary>Numbers as text, the same on every machine.</summary>
internal static class NumberText
{
    private const string Superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    /// <summary>A coordinate, to a hundredth of a pixel.</summary>
    public static string Pixel(double value)
    {
        string text = value.ToString("0.##", CultureInfo.InvariantCulture);
        return text == "-0" ? "0" : text;
    }

    /// <summary>A number for readers, four significant digits.</summary>
    public static string Reader(double value) => value.ToString("G4", CultureInfo.InvariantCulture).Replace('-', '−');

    /// <summary>A number at a tick: plain between 0.001 and 9999, a power of ten outside.</summary>
    public static string Tick(double value)
    {
        double magnitude = Math.Abs(value);
        if (value == 0 || magnitude is >= 0.000999 and < 9999.5)
        {
            // Adding 0 turns a rounded negative zero into zero.
            return (Math.Round(value, 6) + 0.0).ToString("0.######", CultureInfo.InvariantCulture).Replace('-', '−');
        }

        int power = (int)Math.Floor(Math.Log10(magnitude) + 1e-9);
        double mantissa = Math.Round(value / Math.Pow(10, power), 6);
        string exponent = string.Concat(power.ToString(CultureInfo.InvariantCulture)
            .Select(c => c == '-' ? '⁻' : Superscripts[c - '0']));
        string factor = mantissa == 1 ? string.Empty : $"{Reader(mantissa)}·";
        return $"{factor}10{exponent}";
    }

    /// <summary>A number for a file, shortest that reads back to the same value; empty for none.</summary>
    public static string Exact(double? value) => value?.ToString("R", CultureInfo.InvariantCulture) ?? string.Empty;
}
