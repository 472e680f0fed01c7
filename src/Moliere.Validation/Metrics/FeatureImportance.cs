namespace Moliere.Validation.Metrics;

/// <summary>What a method loses when it no longer knows some columns.</summary>
/// <param name="Name">Name of the columns.</param>
/// <param name="Increase">
/// Loss with the columns shuffled minus loss without, mean of the repeats, in the unit of the loss; around 0 for
/// columns that the method does not use.
/// </param>
/// <param name="Spread">Standard deviation of the repeats; NaN for a single one.</param>
/// <param name="Baseline">Loss without shuffling, on the same rows.</param>
/// <param name="Repeats">Number of shuffles.</param>
public sealed record FeatureImportance(string Name, double Increase, double Spread, double Baseline, int Repeats)
{
    /// <summary>The increase as a share of the loss without shuffling.</summary>
    public double Relative => Increase / Math.Abs(Baseline);
}
