namespace Moliere.Tagging.Displaced;

/// <summary>One number that a network reads: (transformed value - offset) / scale.</summary>
/// <param name="Name">Name in descriptions, such as "cluster_time".</param>
/// <param name="Transform">What happens first.</param>
/// <param name="Offset">What is subtracted, in the unit of the transformed value.</param>
/// <param name="Scale">What is divided by, positive.</param>
public sealed record InputVariable(string Name, InputTransform Transform, double Offset, double Scale)
{
    private const double Smallest = 1e-3, Largest = 5;

    /// <summary>The number for the network, of order one.</summary>
    /// <param name="value">Measured value; not finite gives not finite, but for bounded ones.</param>
    public float Of(double value) => (float)((Transformed(value) - Offset) / Scale);

    private double Transformed(double value) => Transform switch
    {
        InputTransform.Logarithm => Math.Log(Math.Max(value, Smallest)),
        InputTransform.InverseSine => Math.Asinh(value),
        InputTransform.Bounded => Math.Clamp(value, -Largest, Largest),
        _ => value,
    };
}
