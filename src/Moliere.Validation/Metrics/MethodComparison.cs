namespace Moliere.Validation.Metrics;

/// <summary>
/// Compares two methods with uncertainty object by object: the ratio of their sigma_tot and of their values, and the
/// correlation of their pulls. Two right methods that know the same agree in all three.
/// </summary>
/// <source>Physics notes, section 1.8: ensembles and Bayesian networks agree to about 10 %.</source>
public static class MethodComparison
{
    /// <summary>Name of the entries that compare two methods, such as <c>ensemble/bnn</c>.</summary>
    /// <param name="first">Numerator of the ratios.</param>
    /// <param name="second">Denominator of the ratios.</param>
    public static string NameOf(string first, string second) => $"{first}/{second}";

    /// <summary>The pairs of methods with uncertainty, each later one over each earlier one.</summary>
    /// <param name="sample">Rows and methods.</param>
    public static IReadOnlyList<(MethodSample First, MethodSample Second)> Pairs(ValidationSample sample)
    {
        MethodSample[] methods = [.. sample.Methods.Where(method => method.Predictions.HasUncertainty)];
        return [.. methods.SelectMany((second, i) => methods[(i + 1)..].Select(first => (first, second)))];
    }

    /// <summary>Compares all <see cref="Pairs"/>, of the whole sample and in bins, with 95 % bootstrap
    /// intervals.</summary>
    /// <param name="sample">Rows and methods.</param>
    /// <param name="axes">Axes, possibly none.</param>
    /// <param name="options">Seed, replicas, threads.</param>
    public static IReadOnlyList<FigureEntry> Evaluate(
        ValidationSample sample, IReadOnlyList<BinAxis> axes, MetricsOptions options)
    {
        sample.Check();
        int[] valid = BinnedRows.Valid(sample.Target);
        BootstrapCounts bootstrap = BootstrapCounts.Draw(sample.Events, sample.Rows, options);
        BinnedRows[] bins =
        [
            new(null, [valid], [double.NaN]),
            .. axes.Select(axis => BinnedRows.Of(axis, sample.Variable(axis.Variable), valid)),
        ];
        var columns = new Dictionary<string, UncertaintyColumns>();
        PairSubject[] pairs = [.. Pairs(sample).Select(pair => new PairSubject(Known(pair.First), Known(pair.Second)))];
        FigureBlock[] blocks = [.. bins.SelectMany(binned => pairs.Select(pair => new FigureBlock(binned, pair)))];
        return FigureFilling.Fill(blocks, FigureFilling.WeightsOf(sample), bootstrap, options);

        (string, UncertaintyColumns) Known(MethodSample method)
        {
            if (!columns.TryGetValue(method.Name, out UncertaintyColumns? known))
            {
                columns.Add(method.Name, known = UncertaintyColumns.WithoutScores(sample, method.Predictions));
            }

            return (method.Name, known);
        }
    }
}
