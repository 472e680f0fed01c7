namespace Moliere.Validation.Plots;

/// <summary>One point of a curve.</summary>
/// <param name="Low">Lower edge of the bin in x.</param>
/// <param name="High">Upper edge of the bin in x.</param>
/// <param name="Value">Value; null leaves a gap.</param>
/// <param name="Error">Half of the 95 % interval; null for none.</param>
/// <param name="Entries">Rows behind the value; 0 when it has no meaning.</param>
public readonly record struct CurvePoint(double Low, double High, double? Value, double? Error, int Entries = 0);
