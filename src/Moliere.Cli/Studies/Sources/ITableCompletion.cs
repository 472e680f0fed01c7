using Moliere.Data.Tables;

namespace Moliere.Cli.Studies.Sources;

/// <summary>Makes a table of the study of what a foreign one has, chunk by chunk.</summary>
internal interface ITableCompletion
{
    /// <summary>The objects with the columns of the house.</summary>
    /// <param name="objects">What the plan made of the file.</param>
    /// <exception cref="RefusalException">A value is missing that the recipe refuses.</exception>
    public Table Complete(Table objects);

    /// <summary>What the table lacks and what was done about it, when all was read.</summary>
    public IEnumerable<string> Lines();
}
