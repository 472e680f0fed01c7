// covers: MergeStep
using Moliere.Data.Kinematics;
using Moliere.Data.Objects;
using Moliere.Reconstruction.Jets;

namespace Moliere.Tests.Reconstruction.Jets;

public sealed class MergeTreeTests
{
    private static readonly FourVector A = FourVector.FromPtEtaPhiMass(10, 0, 0, 0);
    private static readonly FourVector B = FourVector.FromPtEtaPhiMass(30, 0, 0.2, 0);
    private static readonly FourVector C = FourVector.FromPtEtaPhiMass(20, 3, 0, 0);

    [Fact]
    public void TwoNearAndOneFar_MakeOneMergerAndTwoJets()
    {
        MergeTree tree = new JetFinder(new(JetAlgorithm.Kt, 0.4)).Cluster([A, B, C]);
        Assert.Equal((3, 4), (tree.InputCount, tree.NodeCount));
        Assert.Equal([false, true, true], tree.Steps.ToArray().Select(step => step.IsJet));
        Assert.Equal(100 * 0.04 / 0.16, tree.Steps[0].Distance, 9); // min(pt²) dR²/R²
        Assert.Equal((1, 0), tree.ParentsOf(3));
        Assert.Null(tree.ParentsOf(2));
        Assert.Equal([3, 2], tree.Roots());
        Assert.Equal([0, 1], tree.JetOf(3).Constituents);
        Assert.Equal(A + B, tree.Nodes[3].Momentum);
    }

    [Fact]
    public void AllInputs_HangBelowTheRoots()
    {
        FourVector[] inputs = JetEvents.Random(200);
        MergeTree tree = new JetFinder(new(JetAlgorithm.CambridgeAachen, 0.8)).Cluster(inputs);
        Assert.Equal(
            Enumerable.Range(0, 200), tree.Roots().SelectMany(root => tree.JetOf(root).Constituents).Order());
        Assert.Equal(tree.Jets(0).Select(jet => jet.Momentum), tree.Roots().Select(root => tree.Nodes[root].Momentum));
    }

    [Fact]
    public void ThresholdOfJets_LeavesTheSofterOnesOut()
    {
        MergeTree tree = new JetFinder(new(JetAlgorithm.AntiKt, 0.4)).Cluster([A, B, C]);
        Jet jet = Assert.Single(tree.Jets(25));
        Assert.Equal([0, 0, -1, 0], tree.HolderOf([jet]));
    }

    [Fact]
    public void DistancesOfCambridgeAachen_OnlyGrow()
    {
        MergeTree tree = new JetFinder(new(JetAlgorithm.CambridgeAachen, 1)).Cluster(JetEvents.Random(60));
        double[] mergers = [.. tree.Steps.ToArray().Where(step => !step.IsJet).Select(step => step.Distance)];
        Assert.Equal(mergers.Length, mergers.Count(d => d <= 1));
    }
}
