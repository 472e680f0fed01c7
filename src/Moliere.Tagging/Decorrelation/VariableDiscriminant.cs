using Moliere.Data.Tables;

namespace Moliere.Tagging.Decorrelation;

/// <summary>A variable that is small for bosons, such as D2 or tau21, with its sign turned.</summary>
/// <param name="Name">In recipes, figures and metrics.</param>
/// <param name="Column">The variable.</param>
/// <source>D2: arXiv:1409.6298; tau21: arXiv:1011.2268.</source>
public sealed record VariableDiscriminant(string Name, string Column) : IDiscriminant
{
    /// <inheritdoc/>
    public bool IsProbability => false;

    /// <inheritdoc/>
    public float[] Score(Table jets, int threads) =>
        Array.ConvertAll(jets.Floats(Column), value => JetScaling.Score(-value));
}
