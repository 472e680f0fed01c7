using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.Json;

namespace Moliere.Cli.Recipes;

/// <summary>Rules between two keys of one block, for <see cref="IValidatableObject"/>.</summary>
internal static class RangeRule
{
    /// <summary>No complaint if the first value is below the second; equal values leave an empty range.</summary>
    /// <param name="low">Value of the lower end.</param>
    /// <param name="lowName">Its property.</param>
    /// <param name="high">Value of the upper end.</param>
    /// <param name="highName">Its property.</param>
    public static IEnumerable<ValidationResult> Ordered(double low, string lowName, double high, string highName)
    {
        if (low < high)
        {
            return [];
        }

        string message = string.Create(
            CultureInfo.InvariantCulture, $"{Key(lowName)} is {low}, expected below {Key(highName)}, which is {high}.");
        return [new ValidationResult(message, [lowName, highName])];
    }

    private static string Key(string property) => JsonNamingPolicy.SnakeCaseLower.ConvertName(property);
}
