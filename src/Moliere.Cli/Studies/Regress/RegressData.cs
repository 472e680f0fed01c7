using Moliere.Data.Features;
using Moliere.Data.Tables;

namespace Moliere.Cli.Studies.Regress;

/// <summary>The rows of a study, ready to be dealt: every feature, target and weight finite.</summary>
internal sealed record RegressData
{
    /// <summary>The columns of the file, usable rows only.</summary>
    public required Table Table { get; init; }

    /// <summary>Number of each row in the file, from 0, ascending.</summary>
    public required int[] FileRows { get; init; }

    /// <summary>Rows in the file.</summary>
    public required int FileRowCount { get; init; }

    /// <summary>Inputs in order.</summary>
    public required IReadOnlyList<Feature> Features { get; init; }

    /// <summary>Column or expression that is predicted.</summary>
    public required string TargetName { get; init; }

    /// <summary>Its value in each row.</summary>
    public required float[] Target { get; init; }

    /// <summary>Weight of each row; null for equal ones.</summary>
    public float[]? Weights { get; init; }

    /// <summary>What the user should know about the rows, one sentence each.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
