using Moliere.Data.Expressions;
using Moliere.Data.Tables;

namespace Moliere.Data.Features;

/// <summary>The inputs of a model in order, before anything is known about a sample.</summary>
public sealed class FeatureSet
{
    private readonly Expression[] _expressions;

    /// <summary>Takes the features and parses their expressions.</summary>
    /// <param name="features">At least one, with distinct names.</param>
    /// <exception cref="ExpressionException">An expression is wrong or is a condition.</exception>
    /// <exception cref="ArgumentException">There is no feature, or a name comes twice.</exception>
    public FeatureSet(IReadOnlyList<Feature> features)
    {
        if (features.Count == 0 || features.Select(feature => feature.Name).Distinct().Count() != features.Count)
        {
            string names = string.Join(", ", features.Select(feature => feature.Name));
            throw new ArgumentException($"A model needs at least one feature and distinct names, found [{names}].");
        }

        Features = features;
        _expressions = [.. features.Select(feature => NumberOf(feature.Expression))];
    }

    /// <summary>The features in order.</summary>
    public IReadOnlyList<Feature> Features { get; }

    /// <summary>
    /// Finds mean and spread of each feature over some rows, those of the training sample only. Rows in which a feature
    /// is not finite do not count for it. A constant feature gets sigma 1, so that it standardises to 0.
    /// </summary>
    /// <param name="table">Has the columns of all expressions.</param>
    /// <param name="rows">Rows of the training sample.</param>
    /// <param name="weights">
    /// One weight per row of the table, null for equal ones. Their absolute values count: a scale must not depend on
    /// negative weights that cancel.
    /// </param>
    /// <exception cref="MissingColumnException">A column is missing.</exception>
    /// <exception cref="ArgumentException">A feature is finite in no row with weight.</exception>
    public FittedFeatures Fit(Table table, ReadOnlySpan<int> rows, float[]? weights = null) =>
        Fit([new(table, rows.ToArray(), weights)]);

    /// <summary>
    /// As <see cref="Fit(Table, ReadOnlySpan{int}, float[])"/> over a sample that need not be in memory: the pieces are
    /// gone through twice, and however the sample is cut it gives the same bits.
    /// </summary>
    /// <param name="pieces">Made anew for each enumeration.</param>
    /// <exception cref="MissingColumnException">A column is missing.</exception>
    /// <exception cref="ArgumentException">A feature is finite in no row with weight.</exception>
    public FittedFeatures Fit(IEnumerable<FeatureRows> pieces)
    {
        Standardisation[] sums = [.. Features.Select(feature => new Standardisation(feature))];
        ForEach(pieces, (f, values, piece) => sums[f].AddToMean(values, piece.Rows, piece.Weights));
        Array.ForEach(sums, sum => sum.EndMean());
        ForEach(pieces, (f, values, piece) => sums[f].AddToSpread(values, piece.Rows, piece.Weights));
        return new() { Features = [.. sums.Select(sum => sum.Fitted())] };
    }

    private void ForEach(IEnumerable<FeatureRows> pieces, Action<int, double[], FeatureRows> add)
    {
        foreach (FeatureRows piece in pieces)
        {
            for (int f = 0; f < _expressions.Length; f++)
            {
                add(f, _expressions[f].Evaluate(piece.Table), piece);
            }
        }
    }

    internal static Expression NumberOf(string text)
    {
        Expression expression = Expressions.Expression.Parse(text);
        return expression.IsCondition
            ? throw new ExpressionException(text, 0, "found a condition, expected a number as feature")
            : expression;
    }
}
