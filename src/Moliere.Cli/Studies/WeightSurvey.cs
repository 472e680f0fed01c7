using System.Globalization;

namespace Moliere.Cli.Studies;

/// <summary>What the weights of a sample leave of it.</summary>
/// <param name="objects">What a row is called, in the plural.</param>
internal sealed class WeightSurvey(string objects)
{
    private readonly List<float> _weights = [];

    /// <summary>Counts more weights.</summary>
    /// <param name="weights">Of any rows, or none.</param>
    public void Add(IEnumerable<float> weights) => _weights.AddRange(weights);

    /// <summary>
    /// Useless weights, their range where they differ, and N_eff = (sum w)^2 / sum w^2: a few rows with huge weights
    /// leave little of a sample.
    /// </summary>
    public IEnumerable<(string Label, string Value)> Lines()
    {
        double[] sizes = [.. _weights.Where(weight => weight != 0 && float.IsFinite(weight)).Select(w => Math.Abs(w))];
        long useless = _weights.Count - sizes.Length;
        if (useless > 0)
        {
            yield return ($"{objects} whose weight is zero or no number", CountText.Of(useless));
        }

        if (sizes.Length > 0 && sizes.Max() > sizes.Min() * (1 + 1e-6))
        {
            double effective = Math.Pow(sizes.Sum(), 2) / sizes.Sum(size => size * size);
            yield return ("weights, smallest to largest size",
                string.Create(CultureInfo.InvariantCulture, $"{sizes.Min():G3} to {sizes.Max():G3}"));
            yield return ($"effective number of {objects} with these weights", CountText.Of((long)effective));
        }
    }
}
