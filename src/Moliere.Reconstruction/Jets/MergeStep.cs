namespace Moliere.Reconstruction.Jets;

/// <summary>One step of a clustering: two nodes are merged, or one is declared a jet.</summary>
/// <param name="First">A node.</param>
/// <param name="Second">The node it is merged with; negative if it is declared a jet.</param>
/// <param name="Distance">
/// d_ij or d_iB of the step: transverse momentum [GeV] to the power 2p, times dR²/R² for a merger.
/// </param>
/// <source>arXiv:0802.1189, eq. 1.</source>
public readonly record struct MergeStep(int First, int Second, double Distance)
{
    /// <summary>Whether <see cref="First"/> was declared a jet.</summary>
    public bool IsJet => Second < 0;
}
