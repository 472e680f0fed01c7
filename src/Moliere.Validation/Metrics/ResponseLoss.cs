using Moliere.Data.Objects;

namespace Moliere.Validation.Metrics;

/// <summary>Losses of a method on a sample as one number, for <see cref="PermutationImportance"/>.</summary>
public static class ResponseLoss
{
    /// <summary>
    /// (Q84 - Q16) / (2 Q50) of R / R_pred: the relative resolution, which a few lost objects do not move.
    /// </summary>
    /// <param name="target">True response of each row; rows that are not finite and positive are left out.</param>
    /// <param name="predictions">What the method says; rows that it does not calibrate are left out too.</param>
    /// <param name="weights">Event weights; null means 1.</param>
    public static double Resolution(float[] target, Predictions predictions, float[]? weights = null)
    {
        int[] rows =
            [.. BinnedRows.Valid(target).Where(row => predictions.Status[row] == CalibrationStatus.Calibrated)];
        float[] ones = weights ?? [.. Enumerable.Repeat(1f, target.Length)];
        var sorted = new SortedSample(
            rows, row => target[row] / predictions.Response[row], ones, new int[target.Length]);
        CentralQuantiles core = sorted.Quantiles([], out _);
        return core.Width / core.Q50;
    }
}
