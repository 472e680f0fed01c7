namespace Moliere.Learning.Trees.Growth;

/// <summary>
/// Between which values all leaves below a node stay, so that the model rises or falls in its monotone features: a
/// split by such a feature parts the range of its children at the mean of their values.
/// </summary>
/// <param name="Low">Least value.</param>
/// <param name="High">Largest value.</param>
/// <source>XGBoost documentation, "Monotonic Constraints"; Bartley, Liu, Reynolds, AAAI 2019, on the bounds.</source>
internal readonly record struct ValueBounds(double Low, double High)
{
    /// <summary>Of a root.</summary>
    public static ValueBounds None { get; } = new(double.NegativeInfinity, double.PositiveInfinity);

    /// <summary>The nearest allowed value.</summary>
    public double Clamp(double value) => Math.Min(Math.Max(value, Low), High);

    /// <summary>Bounds of the children of a split.</summary>
    /// <param name="direction">Of the feature: 1 rising, -1 falling, 0 free.</param>
    /// <param name="left">Value of the left child.</param>
    /// <param name="right">Value of the right child.</param>
    public (ValueBounds Left, ValueBounds Right) Split(int direction, double left, double right)
    {
        double middle = (left + right) / 2;
        return direction switch
        {
            > 0 => (this with { High = middle }, this with { Low = middle }),
            < 0 => (this with { Low = middle }, this with { High = middle }),
            _ => (this, this),
        };
    }
}
