using Moliere.Cli.Recipes;

namespace Moliere.Cli.Studies;

/// <summary>What a person can do about too few objects: it depends on where they come from.</summary>
internal static class MoreObjects
{
    /// <summary>Where they are simulated.</summary>
    public const string Simulated = "simulate more events with --set source.events=N";

    /// <summary>The advice, without a full stop.</summary>
    /// <param name="request">Names the table that was given, if any.</param>
    /// <param name="source">Names the table that the recipe reads, if any.</param>
    /// <param name="tables">Tell tables from files of events.</param>
    public static string For(StudyRequest request, TableSourceSection source, Sources.ObjectTables tables) =>
        request.Table is not null || (source.Input is { } input && tables.IsTable(input))
            ? $"give a table with more {tables.Objects}" : Simulated;
}
