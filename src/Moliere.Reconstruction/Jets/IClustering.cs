using Moliere.Data.Kinematics;

namespace Moliere.Reconstruction.Jets;

/// <summary>One strategy of sequential recombination; keeps scratch arrays.</summary>
internal interface IClustering
{
    /// <summary>Clusters all inputs and leaves the history in the tree.</summary>
    public void Run(IReadOnlyList<FourVector> inputs, MergeTree tree);
}
