using Moliere.Data.Kinematics;
using Moliere.Numerics.Random;
using Moliere.Reconstruction.Jets;

namespace Moliere.Tests.Reconstruction.Jets;

public sealed class TiledClusteringTests
{
    [Theory]
    [InlineData(JetAlgorithm.AntiKt, 0.4, 2)]
    [InlineData(JetAlgorithm.AntiKt, 1.5, 8)]
    [InlineData(JetAlgorithm.Kt, 0.2, 2)]
    [InlineData(JetAlgorithm.Kt, 0.6, 9)]
    [InlineData(JetAlgorithm.CambridgeAachen, 0.8, 2)]
    public void RandomEvents_AgreeWithTheDefinition(JetAlgorithm algorithm, double radius, double etaMax)
    {
        var definition = new JetDefinition(algorithm, radius);
        var clustering = new TiledClustering(definition);
        var found = new MergeTree(definition);
        for (int count = 0; count <= 160; count += 9)
        {
            FourVector[] inputs = JetEvents.Random(count, 1, etaMax);
            clustering.Run(inputs, found);
            SameTrees.Check(ReferenceClustering.Run(inputs, definition), found);
        }
    }

    [Theory]
    [InlineData(JetAlgorithm.AntiKt)]
    [InlineData(JetAlgorithm.Kt)]
    public void ManyInputsWithGhosts_AgreeWithThePlainStrategy(JetAlgorithm algorithm)
    {
        var definition = new JetDefinition(algorithm, 0.4);
        var rng = new Rng(1, "ghosts");
        FourVector[] ghosts = new GhostGrid { RapidityMax = 2, CellArea = 0.03 }.Place(ref rng);
        FourVector[] inputs = [.. JetEvents.Random(200), .. ghosts];
        MergeTree expected = new(definition), found = new(definition);
        new PlainClustering(definition).Run(inputs, expected);
        new TiledClustering(definition).Run(inputs, found);
        SameTrees.Check(expected, found);
    }

    [Fact]
    public void EqualInputsAndBeamParticles_AreAllClustered()
    {
        FourVector twin = FourVector.FromPtEtaPhiMass(5, 1, 1, 0);
        FourVector[] inputs = [twin, twin, twin, new(0, 0, 700, 700), new(0, 0, -700, 700), default];
        var tree = new MergeTree(new(JetAlgorithm.AntiKt, 0.4));
        new TiledClustering(tree.Definition).Run(inputs, tree);
        Assert.Equal([0, 1, 2], tree.Jets(1)[0].Constituents);
        Assert.Equal(6, tree.Jets(0).Sum(jet => jet.Constituents.Count));
    }
}
