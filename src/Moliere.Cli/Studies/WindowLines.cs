using Moliere.Validation.Report;

namespace Moliere.Cli.Studies;

/// <summary>Acceptance windows as lines for the console.</summary>
internal static class WindowLines
{
    /// <summary>One line per window, without the marks of subscripts.</summary>
    /// <param name="checks">The windows.</param>
    public static IEnumerable<string> Of(IEnumerable<ReportCheck> checks) => checks.Select(check =>
        $"{(check.Passed ? "reached" : "missed ")}  {check.Claim}: {check.Found} ({check.Wanted})"
            .Replace("_{", "_", StringComparison.Ordinal).Replace("^{", " ", StringComparison.Ordinal)
            .Replace("}", "", StringComparison.Ordinal));

    /// <summary>What the windows mean for a run; the seed may differ, they must hold for any.</summary>
    /// <param name="isDefault">Whether the recipe is the shipped one with another seed at most.</param>
    public static string Meaning(bool isDefault) => isDefault
        ? "The windows are those that the default sample must reach."
        : "The windows are those of the default sample; this is another recipe or a table that was made before, so "
            + "they are for orientation only.";
}
