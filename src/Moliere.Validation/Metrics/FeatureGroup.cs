namespace Moliere.Validation.Metrics;

/// <summary>Columns of a table that are shuffled together, so that what they say about each other stays true.</summary>
/// <param name="Name">Name in figures.</param>
/// <param name="Columns">Names of the columns, at least one; those that a table lacks are an error.</param>
public sealed record FeatureGroup(string Name, IReadOnlyList<string> Columns)
{
    /// <summary>One group per column, named after it.</summary>
    /// <param name="columns">Names of the columns.</param>
    public static IReadOnlyList<FeatureGroup> Each(IEnumerable<string> columns) =>
        [.. columns.Select(column => new FeatureGroup(column, [column]))];
}
