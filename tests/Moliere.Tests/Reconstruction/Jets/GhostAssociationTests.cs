using Moliere.Data.Kinematics;
using Moliere.Data.Objects;
using Moliere.Numerics.Random;
using Moliere.Reconstruction.Jets;

namespace Moliere.Tests.Reconstruction.Jets;

public sealed class GhostAssociationTests
{
    [Theory]
    [InlineData(1, 0.4)]
    [InlineData(5, 1.0)]
    [InlineData(60, 0.4)]
    [InlineData(200, 1.0)]
    public void ReplayedAntiKt_EqualsClusteringWithTheGhosts(int count, double radius)
    {
        FourVector[] inputs = JetEvents.Random(count);
        var rng = new Rng(3, "ghosts", (ulong)count);
        FourVector[] ghosts = new GhostGrid { RapidityMax = 2.5, CellArea = 0.02 }.Place(ref rng);
        var finder = new JetFinder(new(JetAlgorithm.AntiKt, radius));
        MergeTree tree = finder.Cluster(inputs);
        IReadOnlyList<Jet> jets = tree.Jets(0);
        int[] found = GhostAssociation.Of(tree, jets, ghosts);
        Assert.Equal(Expected(finder.Find([.. inputs, .. ghosts], 0), jets, inputs.Length, ghosts.Length), found);
        Assert.Contains(found, jet => jet >= 0);
    }

    [Theory]
    [InlineData(JetAlgorithm.AntiKt)]
    [InlineData(JetAlgorithm.Kt)]
    public void Track_GoesToTheJetAroundIt(JetAlgorithm algorithm)
    {
        FourVector[] inputs =
            [FourVector.FromPtEtaPhiMass(50, 0, 3.1, 0), FourVector.FromPtEtaPhiMass(80, 1, 0, 0)];
        MergeTree tree = new JetFinder(new(algorithm, 0.4)).Cluster(inputs);
        FourVector[] tracks =
        [
            FourVector.FromPtEtaPhiMass(500, 0.1, -3.1, 0.14), FourVector.FromPtEtaPhiMass(2, 1, 0.3, 0.14),
            FourVector.FromPtEtaPhiMass(2, -2, 0.3, 0.14),
        ];
        Assert.Equal([1, 0, -1], GhostAssociation.Of(tree, tree.Jets(0), tracks));
        Assert.Equal([-1, 0, -1], GhostAssociation.Of(tree, tree.Jets(60), tracks));
    }

    [Fact]
    public void NoInput_HoldsNothing()
    {
        MergeTree tree = new JetFinder(new(JetAlgorithm.AntiKt, 0.4)).Cluster([]);
        Assert.Equal([-1], GhostAssociation.Of(tree, [], new FourVector[] { new(1, 0, 0, 1) }));
    }

    private static int[] Expected(IReadOnlyList<Jet> withGhosts, IReadOnlyList<Jet> jets, int inputs, int ghosts)
    {
        var expected = new int[ghosts];
        Array.Fill(expected, -1);
        foreach (Jet jet in withGhosts.Where(jet => jet.Constituents[0] < inputs))
        {
            int holder = jets.ToList().FindIndex(other => other.Constituents[0] == jet.Constituents[0]);
            foreach (int ghost in jet.Constituents.Where(index => index >= inputs))
            {
                expected[ghost - inputs] = holder;
            }
        }

        return expected;
    }
}
