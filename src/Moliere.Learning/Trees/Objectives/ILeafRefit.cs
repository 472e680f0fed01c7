namespace Moliere.Learning.Trees.Objectives;

/// <summary>
/// A loss whose leaves have a better value than gradients and curvatures say, because it bends sharply.
/// </summary>
internal interface ILeafRefit
{
    /// <summary>The best constant to add to the margins of the rows in a leaf.</summary>
    /// <param name="rows">All rows.</param>
    /// <param name="leaf">Numbers of the rows in the leaf, at least one.</param>
    /// <param name="margins">Margins of all rows before the tree [N].</param>
    public float Refit(TreeRows rows, ReadOnlySpan<int> leaf, ReadOnlySpan<float> margins);
}
