using Moliere.Data.Kinematics;
using Moliere.Data.Objects;

namespace Moliere.Reconstruction.Jets;

/// <summary>
/// Finds the inclusive jets of an event. Keeps scratch arrays: every worker needs an instance of its own.
/// </summary>
/// <source>Generalised kt algorithms, arXiv:0802.1189; agrees with FastJet 3.4.0.</source>
public sealed class JetFinder
{
    private readonly IClustering _plain;
    private readonly MergeTree _scratch;

    /// <summary>Prepares the clustering with one definition.</summary>
    /// <param name="definition">Algorithm and radius.</param>
    /// <param name="strategy">How neighbours are sought; has no influence on the jets.</param>
    /// <exception cref="ArgumentOutOfRangeException">The radius is outside (0, pi/2].</exception>
    public JetFinder(JetDefinition definition, JetStrategy strategy = JetStrategy.Best)
    {
        if (!(definition.Radius > 0 && definition.Radius <= Math.PI / 2))
        {
            throw new ArgumentOutOfRangeException(
                nameof(definition), $"Jet radius is {definition.Radius}; it must be above 0 and at most pi/2.");
        }

        (Definition, Strategy) = (definition, strategy);
        (_plain, _scratch) = (new PlainClustering(definition), new MergeTree(definition));
    }

    /// <summary>Algorithm and radius.</summary>
    public JetDefinition Definition { get; }

    /// <summary>How neighbours are sought.</summary>
    public JetStrategy Strategy { get; }

    /// <summary>
    /// The jets at or above a transverse momentum, by decreasing transverse momentum. No input gives no jet; every
    /// input belongs to at most one.
    /// </summary>
    /// <param name="inputs">Particles or clusters [GeV]; constituents of the jets are indices into this list.</param>
    /// <param name="ptMin">Smallest transverse momentum of a jet [GeV].</param>
    /// <exception cref="ArgumentException">An input is not finite.</exception>
    public IReadOnlyList<Jet> Find(IReadOnlyList<FourVector> inputs, double ptMin)
    {
        Run(inputs, _scratch);
        return _scratch.Jets(ptMin);
    }

    /// <summary>The whole history of a clustering, for areas, association and grooming.</summary>
    /// <param name="inputs">Particles or clusters [GeV]; the first nodes of the tree.</param>
    /// <exception cref="ArgumentException">An input is not finite.</exception>
    public MergeTree Cluster(IReadOnlyList<FourVector> inputs)
    {
        var tree = new MergeTree(Definition);
        Run(inputs, tree);
        return tree;
    }

    private void Run(IReadOnlyList<FourVector> inputs, MergeTree tree)
    {
        for (int i = 0; i < inputs.Count; i++)
        {
            if (!inputs[i].IsFinite)
            {
                throw new ArgumentException(
                    $"Input {i} of the jet finder is {inputs[i]}; all components must be finite.", nameof(inputs));
            }
        }

        _plain.Run(inputs, tree);
    }
}
