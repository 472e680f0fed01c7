using Moliere.Data.Tables;
using Moliere.Learning.Training;
using Moliere.Learning.Trees;
using Moliere.Learning.Trees.Adaptive;

namespace Moliere.Tagging.Decorrelation;

/// <summary>AdaBoost of substructure variables, plain or driven to one background efficiency along the mass.</summary>
/// <source>ATL-PHYS-PUB-2018-014, section 4.2; uBoost: arXiv:1305.7248.</source>
public static class TreeDerivation
{
    /// <summary>Trains the trees.</summary>
    /// <param name="name">Of the discriminant.</param>
    /// <param name="sample">Training jets.</param>
    /// <param name="columns">Variables the trees see.</param>
    /// <param name="options">Rounds and size of a tree.</param>
    /// <param name="uniform">Strength and target of the uniformity; null for AdaBoost.</param>
    /// <param name="progress">Told after each round; null for nobody.</param>
    /// <param name="cancellation">Stops after the current round.</param>
    public static (TreeDiscriminant Discriminant, TrainingResult Training) Derive(
        string name, BoostedSample sample, IReadOnlyList<string> columns, AdaptiveOptions options,
        UniformOptions? uniform = null, IProgress<EpochReport>? progress = null,
        CancellationToken cancellation = default)
    {
        float[] targets = Array.ConvertAll(sample.IsSignal, signal => signal ? 1f : 0f);
        var rows = new TreeRows(Features(sample.Jets, columns), columns, targets, sample.Weights);
        BoostingResult result = AdaptiveBoosting.Fit(
            rows, options, uniform is null ? null : new(sample.Mass, targets, uniform), progress, cancellation);
        return (new(name, result.Model), result.Training);
    }

    /// <summary>Columns as features [N, F].</summary>
    internal static float[] Features(Table jets, IReadOnlyList<string> columns)
    {
        var features = new float[jets.RowCount * columns.Count];
        for (int f = 0; f < columns.Count; f++)
        {
            float[] values = jets.Floats(columns[f]);
            for (int row = 0; row < values.Length; row++)
            {
                features[(row * columns.Count) + f] = float.IsInfinity(values[row]) ? float.NaN : values[row];
            }
        }

        return features;
    }
}
