using Moliere.Data.Expressions;
using Moliere.Data.Features;

namespace Moliere.Calibration.Neural;

/// <summary>
/// What is inconsistent in the parts of a network calibration that was read from a file: a sentence for an error
/// message, or null. Parts may lack whatever a file can lack.
/// </summary>
internal static class PartDefect
{
    /// <summary>Of the inputs.</summary>
    /// <exception cref="ExpressionException">An input is no expression.</exception>
    public static string? OfFeatures(FittedFeatures? inputs) =>
        inputs?.Features is { Count: > 0 } features && features.All(IsFitted)
            ? null : "inputs without a mean and a spread each";

    /// <summary>Whether each number is larger than the one before.</summary>
    public static bool Ascends(IReadOnlyList<double> values) =>
        Enumerable.Range(1, values.Count - 1).All(i => values[i] > values[i - 1]);

    private static bool IsFitted(FittedFeature? fitted)
    {
        _ = fitted?.Feature?.Expression is { } expression ? Expression.Parse(expression) : null;
        return fitted?.Feature?.Expression is not null && double.IsFinite(fitted.Mean) && fitted.Sigma > 0;
    }
}
