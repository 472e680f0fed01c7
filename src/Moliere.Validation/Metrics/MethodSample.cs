using Moliere.Data.Objects;

namespace Moliere.Validation.Metrics;

/// <summary>What one method said about every object of a sample.</summary>
/// <param name="Name">Name in tables, legends and file names: letters, digits, dash and underscore.</param>
/// <param name="Predictions">Predicted response and, for methods that give one, its uncertainty; rows as in the
/// sample.</param>
public sealed record MethodSample(string Name, Predictions Predictions);
