namespace Moliere.Cli.Recipes;

/// <summary>A recipe that reads files; they count by content when two runs are compared.</summary>
internal interface IFileReader
{
    /// <summary>The files the recipe names, in a fixed order.</summary>
    public IEnumerable<string> Files { get; }

    /// <summary>Those that are read beside a table that the command line names, in a fixed order.</summary>
    public IEnumerable<string> FilesBesideTable => [];
}
