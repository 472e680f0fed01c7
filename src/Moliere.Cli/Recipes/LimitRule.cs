using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Moliere.Data;
using Moliere.Validation.Metrics;
using Moliere.Validation.Metrics.Dijets;
using Moliere.Validation.Metrics.Jets;
using Moliere.Validation.Metrics.Tagging;
using Moliere.Validation.Metrics.Taus;

namespace Moliere.Cli.Recipes;

/// <summary>What one figure of the validation must reach; a broken limit makes the exit code 1.</summary>
internal sealed record LimitRule : IValidatableObject
{
    /// <summary>Metric, as in metrics.json.</summary>
    public string Metric { get; init; } = "";

    /// <summary>Method, or two of them as in bnn/mdn.</summary>
    public string Method { get; init; } = "";

    /// <summary>Variable of the bins; null for the whole sample.</summary>
    public string? Variable { get; init; }

    /// <summary>Lower bound of the bins; auto for no bound.</summary>
    public double? Low { get; init; }

    /// <summary>
    /// Upper bound of the bins; auto for no bound. Both bounds of one bin mean that bin, otherwise every bin within.
    /// </summary>
    public double? High { get; init; }

    /// <summary>Smallest value that is accepted; auto for none.</summary>
    public double? Min { get; init; }

    /// <summary>Largest value that is accepted; auto for none.</summary>
    public double? Max { get; init; }

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        string[] metrics =
        [
            .. MetricName.All.Union(RegressionMetric.All).Union(SimulationMetric.All).Union(JetMetric.All)
                .Union(BalanceMetric.All).Union(TauMetric.All).Union(InferenceMetric.All)
                .Union(TaggingMetric.All).Union(DisplacedMetric.All).Union(PivotMetric.All),
        ];
        if (!metrics.Contains(Metric))
        {
            yield return Unknown("metric", Metric, metrics, nameof(Metric));
        }

        if (Method.Length == 0)
        {
            yield return new("found no method, expected 'method: NAME'.", [nameof(Method)]);
        }

        if (Min is null && Max is null)
        {
            yield return new("found neither min nor max, expected at least one.", [nameof(Metric)]);
        }

        if (Min > Max)
        {
            yield return new(Text($"min is {Min}, expected at most max, which is {Max}."), [nameof(Min), nameof(Max)]);
        }

        if (Low >= High)
        {
            yield return new(Text($"low is {Low}, expected below high, which is {High}."), [nameof(Low), nameof(High)]);
        }

        if (Variable is null && (Low ?? High) is not null)
        {
            yield return new("found bounds without 'variable: NAME'.", [nameof(Low), nameof(High)]);
        }
    }

    /// <summary>Complaints about the names in a list of limits that only the whole recipe can judge.</summary>
    /// <param name="limits">The limits.</param>
    /// <param name="property">The recipe's property that holds them.</param>
    /// <param name="methods">Methods of the recipe.</param>
    /// <param name="variables">Variables that the study makes bins in.</param>
    public static IEnumerable<ValidationResult> Unknown(
        IReadOnlyList<LimitRule> limits, string property, IReadOnlyList<string> methods,
        IReadOnlyList<string> variables)
    {
        for (int i = 0; i < limits.Count; i++)
        {
            if (limits[i].Method.Split('/').Except(methods).Any())
            {
                yield return Unknown("method", limits[i].Method, methods, $"{property}[{i}].{nameof(Method)}");
            }

            if (limits[i].Variable is { } variable && !variables.Contains(variable))
            {
                yield return Unknown("variable", variable, variables, $"{property}[{i}].{nameof(Variable)}");
            }
        }
    }

    private static ValidationResult Unknown(string what, string found, IReadOnlyList<string> valid, string member)
    {
        string wrong = found.Split('/').Except(valid).First();
        string nearest = NearestName.Of(wrong, valid) is [var name, ..] ? $"did you mean '{name}'? " : "";
        return new($"unknown {what} '{found}'; {nearest}Valid here: {string.Join(", ", valid)}.", [member]);
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
