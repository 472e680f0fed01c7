using Moliere.Data.Kinematics;
using Moliere.Data.Objects;

namespace Moliere.Reconstruction.Jets;

/// <summary>
/// Which jet would hold a particle of vanishing momentum: for tracks, muon segments, partons and area.
/// </summary>
/// <remarks>
/// Ghosts change no other merger, so with anti-kt they need no clustering of their own: replaying the history, a ghost
/// goes to the first pseudo-jet whose distance to it is below that of the next step. With the other algorithms ghosts
/// also merge among each other, so the event is clustered again together with them.
/// </remarks>
/// <source>Cacciari and Salam, arXiv:0707.1378; Cacciari, Salam, Soyez, arXiv:0802.1188.</source>
public static class GhostAssociation
{
    /// <summary>
    /// For each direction the position in <paramref name="jets"/> of the jet that holds it; -1 for none.
    /// </summary>
    /// <param name="tree">Clustering of the event.</param>
    /// <param name="jets">Jets of that clustering, all or some.</param>
    /// <param name="particles">
    /// Momenta of which only rapidity and azimuth count. With anti-kt each is on its own; the other algorithms also
    /// merge them among each other.
    /// </param>
    public static int[] Of(MergeTree tree, IReadOnlyList<Jet> jets, IReadOnlyList<FourVector> particles)
    {
        var directions = new (double Rapidity, double Phi)[particles.Count];
        for (int i = 0; i < directions.Length; i++)
        {
            directions[i] = (particles[i].Rapidity, particles[i].Phi);
        }

        return Of(tree, jets, directions);
    }

    // Rapidities and azimuths in (-pi, pi].
    internal static int[] Of(
        MergeTree tree, IReadOnlyList<Jet> jets, ReadOnlySpan<(double Rapidity, double Phi)> directions)
    {
        if (tree.Definition.Algorithm == JetAlgorithm.AntiKt)
        {
            int[] holder = tree.HolderOf(jets), nodes = new GhostReplay(tree).NodesOf(directions);
            return Array.ConvertAll(nodes, node => node < 0 ? -1 : holder[node]);
        }

        return Clustered(tree, jets, directions);
    }

    private static int[] Clustered(
        MergeTree tree, IReadOnlyList<Jet> jets, ReadOnlySpan<(double Rapidity, double Phi)> directions)
    {
        var inputs = new FourVector[tree.InputCount + directions.Length];
        for (int i = 0; i < tree.InputCount; i++)
        {
            inputs[i] = tree.Nodes[i].Momentum;
        }

        for (int i = 0; i < directions.Length; i++)
        {
            inputs[tree.InputCount + i] = FourVector.FromPtEtaPhiMass(
                GhostGrid.PtOf(i), directions[i].Rapidity, directions[i].Phi, 0);
        }

        int[] holder = tree.HolderOf(jets), result = new int[directions.Length];
        Array.Fill(result, -1);
        foreach (Jet jet in new JetFinder(tree.Definition).Find(inputs, 0))
        {
            int first = jet.Constituents[0];
            foreach (int constituent in jet.Constituents.Where(index => index >= tree.InputCount))
            {
                result[constituent - tree.InputCount] = first < tree.InputCount ? holder[first] : -1;
            }
        }

        return result;
    }
}
