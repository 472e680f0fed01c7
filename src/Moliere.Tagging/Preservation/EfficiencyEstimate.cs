namespace Moliere.Tagging.Preservation;

/// <summary>What a map says of one object.</summary>
/// <param name="Value">Efficiency in [0, 1]; NaN where the map says nothing.</param>
/// <param name="Low">Lower end of the interval; NaN with the value.</param>
/// <param name="High">Upper end of the interval; NaN with the value.</param>
/// <param name="Bin">Number of the bin; -1 outside, where the rule of the axis decided.</param>
public readonly record struct EfficiencyEstimate(double Value, double Low, double High, int Bin)
{
    /// <summary>Whether the map says anything.</summary>
    public bool IsKnown => !double.IsNaN(Value);

    /// <summary>Half of the interval, which stands for a standard deviation at a confidence of 68 %.</summary>
    public double Sigma => 0.5 * (High - Low);
}
