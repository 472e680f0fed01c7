namespace Moliere.Numerics.Autodiff;

/// <summary>What the rows of a value stand for.</summary>
public enum RowKind
{
    /// <summary>One row per object of the batch: B rows.</summary>
    Objects,

    /// <summary>One row per point of one list of the objects, object by object: M rows.</summary>
    Points,
}
