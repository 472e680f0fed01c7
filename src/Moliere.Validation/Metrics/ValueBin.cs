namespace Moliere.Validation.Metrics;

/// <summary>A range of a variable, [low, high); infinite bounds are allowed.</summary>
/// <param name="Low">Lower bound, included.</param>
/// <param name="High">Upper bound, excluded unless <paramref name="Closed"/>.</param>
/// <param name="Closed">Whether the upper bound belongs to the bin.</param>
public readonly record struct ValueBin(double Low, double High, bool Closed = false)
{
    /// <summary>Whether a value lies in the bin; NaN lies in none.</summary>
    /// <param name="value">Value of the variable.</param>
    public bool Contains(double value) => value >= Low && (value < High || (Closed && value == High));
}
