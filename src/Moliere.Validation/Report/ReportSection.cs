using Moliere.Validation.Plots;

namespace Moliere.Validation.Report;

/// <summary>A section: paragraphs, checks, tables and figures in this order, each list possibly empty.</summary>
public sealed record ReportSection
{
    /// <summary>Heading, also the link in the table of contents.</summary>
    public required string Title { get; init; }

    /// <summary>Plain text; <c>_{sub}</c> and <c>^{super}</c> are set.</summary>
    public IReadOnlyList<string> Paragraphs { get; init; } = [];

    /// <summary>Acceptance checks.</summary>
    public IReadOnlyList<ReportCheck> Checks { get; init; } = [];

    /// <summary>Tables.</summary>
    public IReadOnlyList<ReportTable> Tables { get; init; } = [];

    /// <summary>Figures with their captions.</summary>
    public IReadOnlyList<Figure> Figures { get; init; } = [];
}
