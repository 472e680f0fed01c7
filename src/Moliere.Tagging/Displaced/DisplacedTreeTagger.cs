using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Learning.Losses;
using Moliere.Learning.Trees;

namespace Moliere.Tagging.Displaced;

/// <summary>Boosted trees over <see cref="JetSummaries"/>: what networks are compared with.</summary>
/// <source>arXiv:1902.03094, section 5.</source>
/// <param name="Name">Name in recipes, figures and metrics.</param>
/// <param name="Trees">Trees with one margin per <see cref="DisplacedClass"/>.</param>
public sealed record DisplacedTreeTagger(string Name, BoostedTrees Trees) : ITagger
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Classes => ClassBalance.Names;

    /// <summary>Grows the trees on jets of the three classes.</summary>
    /// <param name="name">Name of the tagger.</param>
    /// <param name="training">Jets to learn from.</param>
    /// <param name="validation">Jets that say when to stop.</param>
    /// <param name="options">How trees are boosted; objective and classes are set here.</param>
    /// <exception cref="ArgumentException">One of the classes is missing.</exception>
    public static DisplacedTreeTagger Derive(string name, Table training, Table validation, BoostingOptions options) =>
        new(name, BoostedTreesTrainer.Fit(
            Rows(training), options with { Objective = TreeObjective.MultiClass, Classes = 3 },
            Rows(validation)).Model);

    /// <inheritdoc/>
    public float[] Apply(Table table, int threads)
    {
        float[] margins = new float[table.RowCount * 3];
        using var predictor = new TreePredictor(Trees, threads);
        predictor.Predict(JetSummaries.Of(table), table.RowCount, margins);
        for (int row = 0; row < table.RowCount; row++)
        {
            Span<float> own = margins.AsSpan(row * 3, 3);
            SoftmaxCrossEntropy.Probabilities(own, own);
        }

        return margins;
    }

    private static TreeRows Rows(Table jets)
    {
        int[] classes = WholeNumbers.Of(jets, DisplacedJetColumns.Class);
        float[] weights = ClassBalance.Weights(
            classes, jets.Floats(DisplacedJetColumns.Pt), JetReading.Weights(jets));
        int[] rows = [.. Enumerable.Range(0, jets.RowCount).Where(row => weights[row] > 0)];
        Table used = jets.Select(rows);
        return new(
            JetSummaries.Of(used), JetSummaries.Names, [.. rows.Select(row => (float)classes[row])],
            [.. rows.Select(row => weights[row])]);
    }
}
