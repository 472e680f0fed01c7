namespace Moliere.Simulation.Generation.Strings;

/// <summary>A string is lighter than any hadron of its flavours, and no other string can give it momentum.</summary>
/// <param name="message">Which string.</param>
internal sealed class LightStringException(string message) : Exception(message);
