using Moliere.Data.Objects;
using Moliere.Formats.Sources;

namespace Moliere.Cli.Recipes;

/// <summary>What is guessed about a user's table of some kind of objects.</summary>
internal sealed record GuessedObjects
{
    /// <summary>Study whose recipe is written.</summary>
    public required string Study { get; init; }

    /// <summary>Names that experiments use.</summary>
    public required ColumnVocabulary Words { get; init; }

    /// <summary>Columns that the study cannot do without.</summary>
    public required IReadOnlyList<string> Needed { get; init; }

    /// <summary>An energy, and the largest median that it has in GeV.</summary>
    public required (string Column, string Words, double LargestInGev) Energy { get; init; }

    /// <summary>A length, and the smallest median that it has in mm.</summary>
    public required (string Column, string Words, double SmallestInMm) Length { get; init; }

    /// <summary>Taus; published samples have mean momenta of 100 GeV and depths of 500 mm.</summary>
    /// <source>Physics notes, table 3.1.</source>
    public static GuessedObjects Taus { get; } = new()
    {
        Study = "taus",
        Words = ColumnVocabulary.Taus,
        Needed = [TauColumns.Pt, TauColumns.Eta, TauColumns.TrackCount, TauColumns.TruthPt],
        Energy = (TauColumns.Pt, "transverse momentum", 3000),
        Length = (TauColumns.CenterLambda, "depth of the clusters", 150),
    };

    /// <summary>The kinds that are known.</summary>
    public static IReadOnlyList<GuessedObjects> All { get; } =
    [
        new()
        {
            Study = "clusters",
            Words = ColumnVocabulary.Clusters,
            Needed = [ClusterColumns.EnergyEm, ClusterColumns.EnergyDeposited],

            // Clusters in jets have a few GeV; their distance from the origin is that of the calorimeter, 1.5 to 6 m.
            Energy = (ClusterColumns.EnergyEm, "energy at EM scale", 50),
            Length = (ClusterColumns.CenterMagnitude, "distance from the origin", 1000),
        },
        Taus,
    ];
}
