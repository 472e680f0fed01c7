namespace Moliere.Numerics.Autodiff;

/// <summary>
/// A matrix [B, columns] that a tape computes; the number of rows B is known only when the tape is run.
/// </summary>
/// <param name="Index">Position among the values of the tape; 0 is its input.</param>
/// <param name="Columns">Columns, at least 1.</param>
public readonly record struct Value(int Index, int Columns);
