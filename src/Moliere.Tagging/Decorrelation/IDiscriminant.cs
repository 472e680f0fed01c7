using System.Text.Json.Serialization;
using Moliere.Data.Tables;

namespace Moliere.Tagging.Decorrelation;

/// <summary>
/// One number per jet that tells bosons from quarks and gluons, larger for bosons; derived from one table, applied to
/// any other. Immutable and shared by threads.
/// </summary>
[JsonDerivedType(typeof(VariableDiscriminant), "variable")]
[JsonDerivedType(typeof(LinearDiscriminant), "linear")]
[JsonDerivedType(typeof(PercentileDiscriminant), "percentile")]
[JsonDerivedType(typeof(MorphedDiscriminant), "morphed")]
public interface IDiscriminant
{
    /// <summary>Name in recipes, figures and metrics.</summary>
    public string Name { get; }

    /// <summary>Whether scores are probabilities of a boson.</summary>
    [JsonIgnore]
    public bool IsProbability { get; }

    /// <summary>Scores all jets of a table.</summary>
    /// <param name="jets">Holds the columns of <see cref="Data.Objects.BoostedJetColumns"/> that are needed.</param>
    /// <param name="threads">At least 1; does not change the result.</param>
    /// <returns>[N]; NaN for a jet that cannot be scored.</returns>
    /// <exception cref="MissingColumnException">A column is missing; the message names the nearest ones.</exception>
    public float[] Score(Table jets, int threads);
}
