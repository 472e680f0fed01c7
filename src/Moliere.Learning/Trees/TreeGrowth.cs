namespace Moliere.Learning.Trees;

/// <summary>Which node of a growing tree is split next.</summary>
public enum TreeGrowth
{
    /// <summary>All nodes of a depth before those of the next.</summary>
    DepthWise,

    /// <summary>The one whose split saves most; ties go to the older node.</summary>
    LossGuided,
}
