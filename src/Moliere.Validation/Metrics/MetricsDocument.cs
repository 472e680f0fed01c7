namespace Moliere.Validation.Metrics;

/// <summary>The content of <c>metrics.json</c>, the same contract for every study.</summary>
public sealed record MetricsDocument
{
    /// <summary>Figures, in the order of the file.</summary>
    public required IReadOnlyList<FigureEntry> Figures { get; init; }

    /// <summary>Trainings, in the order of the file.</summary>
    public required IReadOnlyList<TrainingEntry> Training { get; init; }
}
