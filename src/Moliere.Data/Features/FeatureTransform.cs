namespace Moliere.Data.Features;

/// <summary>What is done to a feature's value before it is standardised.</summary>
public enum FeatureTransform
{
    /// <summary>Nothing.</summary>
    Identity,

    /// <summary>Decimal logarithm of the value, or of <see cref="Feature.Floor"/> where the value is smaller.</summary>
    Log10,

    /// <summary>
    /// Cube root with the sign of the value: tames long tails on both sides, such as those of cell times.
    /// </summary>
    SignedCubeRoot,
}
