using Moliere.Validation.Plots;
using Moliere.Validation.Report;

namespace Moliere.Cli.Studies.Simulation;

/// <summary>What one topic of the study contributes.</summary>
internal sealed record SimulationChapter
{
    /// <summary>Heading of its section.</summary>
    public required string Title { get; init; }

    /// <summary>What was done, for readers.</summary>
    public required string Meaning { get; init; }

    /// <summary>Numbers, in the order of the file.</summary>
    public required IReadOnlyList<ComparedValue> Values { get; init; }

    /// <summary>Figures, in the order of the report.</summary>
    public required IReadOnlyList<Figure> Figures { get; init; }

    /// <summary>Tables, in the order of the report.</summary>
    public IReadOnlyList<ReportTable> Tables { get; init; } = [];
}
