namespace Moliere.Numerics.Autodiff;

/// <summary>What the rows of a value stand for.</summary>
public enum RowKind
{
    /// <summary>One row per object of the batch: B rows.</summary>
    Objects,

    /// <summary>One row per point of the objects' sets, one set behind the other: M rows.</summary>
    Points,
}
