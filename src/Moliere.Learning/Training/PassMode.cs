namespace Moliere.Learning.Training;

/// <summary>In which state a network runs over a batch, and whether a way back is to follow.</summary>
internal enum PassMode
{
    /// <summary>As it will be used; nothing is kept.</summary>
    Judge,

    /// <summary>As it will be used, with a way back: gradients flow through a network that does not learn.</summary>
    Frozen,

    /// <summary>As it learns: statistics of the batch, units dropped.</summary>
    Train,
}
