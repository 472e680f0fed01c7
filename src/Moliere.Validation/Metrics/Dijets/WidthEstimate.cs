namespace Moliere.Validation.Metrics.Dijets;

/// <summary>A fitted width.</summary>
/// <param name="Value">The width; NaN where nothing could be fitted.</param>
/// <param name="Error">Its standard error.</param>
public readonly record struct WidthEstimate(double Value, double Error);
