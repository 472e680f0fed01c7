using System.ComponentModel.DataAnnotations;

namespace Moliere.Validation.Metrics;

/// <summary>How thoroughly importances are measured.</summary>
public sealed record ImportanceOptions
{
    /// <summary>Shuffles of each group; their spread is that of the shuffling, not of the sample.</summary>
    [Range(2, 1000)]
    public int Repeats { get; init; } = 3;

    /// <summary>Largest number of rows that are used, spread evenly over the table.</summary>
    [Range(2, 100000000)]
    public int Rows { get; init; } = 20000;

    /// <summary>Seed of the run; a shuffle depends on it, on the name of the group and on the repeat only.</summary>
    public ulong Seed { get; init; } = 1;
}
