using Moliere.Data.Expressions;
using Moliere.Data.Features;

namespace Moliere.Calibration.Neural;

/// <summary>What is inconsistent in the inputs of a network calibration that was read from a file.</summary>
internal static class InputDefect
{
    /// <summary>A sentence for an error message; null if there is no defect.</summary>
    /// <param name="inputs">As the file says; they may lack whatever a file can lack.</param>
    /// <exception cref="ExpressionException">An input is no expression.</exception>
    public static string? Of(FittedFeatures? inputs) =>
        inputs?.Features is { Count: > 0 } features && features.All(IsFitted)
            ? null : "inputs without a mean and a spread each";

    private static bool IsFitted(FittedFeature? fitted)
    {
        _ = fitted?.Feature?.Expression is { } expression ? Expression.Parse(expression) : null;
        return fitted?.Feature?.Expression is not null && double.IsFinite(fitted.Mean) && fitted.Sigma > 0;
    }
}
