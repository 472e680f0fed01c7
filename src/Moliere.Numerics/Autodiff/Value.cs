namespace Moliere.Numerics.Autodiff;

/// <summary>
/// A matrix [B, columns] that a tape computes, or [M, columns] for the points of a list; the number of rows is known
/// only when the tape is run.
/// </summary>
/// <param name="Index">Position among the values of the tape; 0 is its input, the points of its lists follow.</param>
/// <param name="Columns">Columns, at least 1.</param>
/// <param name="Kind">Whether rows are objects or points.</param>
/// <param name="List">Which list the points are of, from 0; 0 for objects.</param>
public readonly record struct Value(int Index, int Columns, RowKind Kind = RowKind.Objects, int List = 0);
