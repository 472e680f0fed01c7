namespace Moliere.Learning.Trees;

/// <summary>Rows that trees learn from or are judged on, in memory; shared, not copied.</summary>
/// <param name="Features">[N, F] row-major; NaN where missing, otherwise finite; of any scale.</param>
/// <param name="Names">Name of each feature [F]; unique.</param>
/// <param name="Targets">[N], finite: values, labels 0 and 1, or class numbers from 0.</param>
/// <param name="Weights">
/// [N], finite with a positive sum; null for all 1. A negative weight subtracts its row from every sum; a side of a
/// split whose curvature would not be positive is refused.
/// </param>
public sealed record TreeRows(
    float[] Features, IReadOnlyList<string> Names, float[] Targets, float[]? Weights = null)
{
    /// <summary>Number of rows N.</summary>
    public int RowCount => Targets.Length;

    /// <summary>Number of features F.</summary>
    public int FeatureCount => Names.Count;

    /// <summary>Features of one row [F].</summary>
    /// <param name="row">In [0, N).</param>
    public ReadOnlySpan<float> Row(int row) => Features.AsSpan(row * FeatureCount, FeatureCount);

    /// <summary>Weight of one row; 1 where none were given.</summary>
    /// <param name="row">In [0, N).</param>
    public float Weight(int row) => Weights is null ? 1 : Weights[row];

    internal void Check(string name)
    {
        Require(RowCount > 0 && FeatureCount > 0, $"The {name} rows are {RowCount} x {FeatureCount}; trees need some.");
        Require(
            Features.LongLength == (long)RowCount * FeatureCount,
            $"The features of the {name} rows hold {Features.Length} numbers; {RowCount} targets of {FeatureCount} "
            + "features ask for another number.");
        Require(
            Weights is null || Weights.Length == RowCount,
            $"The {name} rows have {Weights?.Length} weights for {RowCount} targets.");
        Require(
            Names.Distinct(StringComparer.Ordinal).Count() == Names.Count,
            $"A feature name of the {name} rows repeats.");
        RequireAll(Targets, float.IsFinite, 1, $"targets of the {name} rows");
        RequireAll(Weights ?? [], float.IsFinite, 1, $"weights of the {name} rows");
        RequireAll(Features, value => !float.IsInfinity(value), FeatureCount, $"features of the {name} rows");
        double sum = Weights?.Sum(weight => (double)weight) ?? RowCount;
        Require(sum > 0, $"The weights of the {name} rows sum to {sum}; the sum must be positive.");
    }

    private static void Require(bool isFine, string sentence)
    {
        if (!isFine)
        {
            throw new ArgumentException(sentence);
        }
    }

    private static void RequireAll(float[] values, Predicate<float> isFine, int columns, string what)
    {
        int index = Array.FindIndex(values, value => !isFine(value));
        Require(
            index < 0,
            $"The {what} hold {(index < 0 ? 0 : values[index])} in row {index / columns}, column {index % columns}; "
            + "remove or repair such rows first.");
    }
}
