namespace Moliere.Cli.Recipes;

/// <summary>What happens to a variable that a table does not have for an object.</summary>
internal enum MissingValue
{
    /// <summary>It stays unknown: networks impute it with a flag, classical scales leave the object.</summary>
    Impute,

    /// <summary>The table is refused.</summary>
    Refuse,
}
