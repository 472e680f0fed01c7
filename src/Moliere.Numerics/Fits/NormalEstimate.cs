namespace Moliere.Numerics.Fits;

/// <summary>Centre and width of the normal core of a distribution.</summary>
/// <param name="Mean">Centre, in the unit of the values; NaN where there is nothing to fit.</param>
/// <param name="Width">Standard deviation of the core, in the unit of the values.</param>
/// <param name="MeanError">Statistical error of the centre, one standard deviation.</param>
/// <param name="WidthError">Statistical error of the width, one standard deviation.</param>
/// <param name="EffectiveCount">Kish's effective number of values, (sum w)² / sum w².</param>
public readonly record struct NormalEstimate(
    double Mean, double Width, double MeanError, double WidthError, double EffectiveCount)
{
    /// <summary>What an empty or weightless sample gives: NaN, and no entries.</summary>
    public static NormalEstimate Nothing { get; } = new(double.NaN, double.NaN, double.NaN, double.NaN, 0);

    /// <summary>Whether centre and width are numbers.</summary>
    public bool IsValid => double.IsFinite(Mean) && double.IsFinite(Width);
}
