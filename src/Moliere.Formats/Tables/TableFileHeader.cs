namespace Moliere.Formats.Tables;

/// <summary>What a table file says about itself, readable without its values.</summary>
public sealed record TableFileHeader
{
    /// <summary>Number of rows.</summary>
    public required long RowCount { get; init; }

    /// <summary>Number of row groups, each of which can be read on its own; 1 for files of version 1.</summary>
    public required int GroupCount { get; init; }

    /// <summary>The columns in order.</summary>
    public required IReadOnlyList<ColumnSpec> Columns { get; init; }

    /// <summary>Free text of the writer by key, in order of the keys: seed, source, version.</summary>
    public required IReadOnlyDictionary<string, string> Metadata { get; init; }
}
