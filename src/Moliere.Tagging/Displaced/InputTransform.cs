using System.Text.Json.Serialization;

namespace Moliere.Tagging.Displaced;

/// <summary>What happens to a measured value before it is shifted and scaled.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<InputTransform>))]
public enum InputTransform
{
    /// <summary>Nothing.</summary>
    Linear,

    /// <summary>Natural logarithm of the value, not below 1e-3: momenta [GeV].</summary>
    Logarithm,

    /// <summary>Inverse hyperbolic sine, a logarithm of both signs that is linear below 1: impact parameters.</summary>
    InverseSine,

    /// <summary>The value cut off at -5 and 5: pseudorapidities of directions along the beam, which may be infinite.
    /// </summary>
    Bounded,
}
