using Moliere.Data.Tables;

namespace Moliere.Tagging;

/// <summary>
/// Says how probable each class is for each object of a table; derived from one table, applied to any other. Immutable
/// and shared by threads.
/// </summary>
public interface ITagger
{
    /// <summary>Name in recipes, figures and metrics.</summary>
    public string Name { get; }

    /// <summary>Names of the C classes, at least two.</summary>
    public IReadOnlyList<string> Classes { get; }

    /// <summary>Scores all rows of a table.</summary>
    /// <param name="table">Holds the columns that the tagger needs.</param>
    /// <param name="threads">At least 1; does not change the result.</param>
    /// <returns>[N, C] row-major, in [0, 1]; each row sums to 1. NaN for a row that cannot be scored.</returns>
    /// <exception cref="MissingColumnException">A column is missing; the message names the nearest ones.</exception>
    public float[] Apply(Table table, int threads);
}
