using System.Globalization;

namespace Moliere.Cli.Studies;

/// <summary>Whole numbers as reports show them.</summary>
internal static class CountText
{
    /// <summary>Thousands apart by a narrow space.</summary>
    /// <param name="number">Any.</param>
    public static string Of(long number) =>
        number.ToString("#,0", CultureInfo.InvariantCulture).Replace(',', '\u202f');

    /// <summary>A line of a report; null, to be left out, for none.</summary>
    /// <param name="label">What was counted.</param>
    /// <param name="number">How many.</param>
    public static (string Label, string Value)? Some(string label, long number) =>
        number > 0 ? (label, Of(number)) : null;
}
