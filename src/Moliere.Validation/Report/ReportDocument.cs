namespace Moliere.Validation.Report;

/// <summary>A report: sections in reading order.</summary>
public sealed record ReportDocument
{
    /// <summary>Heading and title of the page.</summary>
    public required string Title { get; init; }

    /// <summary>One line below the heading: study, sample, version.</summary>
    public string Subtitle { get; init; } = string.Empty;

    /// <summary>Methods, in the order of legends and switches.</summary>
    public required IReadOnlyList<string> Methods { get; init; }

    /// <summary>Sections in reading order.</summary>
    public required IReadOnlyList<ReportSection> Sections { get; init; }
}
