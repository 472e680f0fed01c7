using Moliere.Cli.Recipes;
using Moliere.Validation.Report;

namespace Moliere.Cli.Studies;

/// <summary>Acceptance windows as lines for the console, and what they mean for a run.</summary>
internal static class WindowLines
{
    /// <summary>One line per window, without the marks of subscripts, and what they mean.</summary>
    /// <param name="request">What was run.</param>
    /// <param name="checks">The windows.</param>
    public static IReadOnlyList<string> Of(StudyRequest request, IReadOnlyCollection<ReportCheck> checks) =>
        [.. checks.Select(Line), .. Meaning(request, checks)];

    /// <summary>What the windows mean for a run, as a paragraph of its report; none without windows.</summary>
    /// <param name="request">What was run.</param>
    /// <param name="checks">The windows.</param>
    public static IReadOnlyList<string> Meaning(StudyRequest request, IReadOnlyCollection<ReportCheck> checks) =>
        checks.Count == 0 ? []
        : request.Table is null && ShippedRecipe.IsShipped(request.Recipe)
            ? ["The windows are those that the shipped recipe must reach."]
            : ["The windows are those of the shipped recipe; this is another recipe or a table that was made before, "
                + "so they are for orientation only."];

    private static string Line(ReportCheck check) =>
        $"{(check.Passed ? "reached" : "missed ")}  {check.Claim}: {check.Found} ({check.Wanted})"
            .Replace("_{", "_", StringComparison.Ordinal).Replace("^{", " ", StringComparison.Ordinal)
            .Replace("}", "", StringComparison.Ordinal);
}
