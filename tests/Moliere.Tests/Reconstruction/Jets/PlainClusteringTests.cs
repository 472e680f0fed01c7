using Moliere.Data.Kinematics;
using Moliere.Reconstruction.Jets;

namespace Moliere.Tests.Reconstruction.Jets;

public sealed class PlainClusteringTests
{
    [Theory]
    [InlineData(JetAlgorithm.AntiKt, 0.4)]
    [InlineData(JetAlgorithm.AntiKt, 1.0)]
    [InlineData(JetAlgorithm.Kt, 0.6)]
    [InlineData(JetAlgorithm.CambridgeAachen, 0.8)]
    public void RandomEvents_AgreeWithTheDefinition(JetAlgorithm algorithm, double radius)
    {
        var definition = new JetDefinition(algorithm, radius);
        var clustering = new PlainClustering(definition);
        var found = new MergeTree(definition);
        for (int count = 0; count <= 120; count += 7)
        {
            FourVector[] inputs = JetEvents.Random(count);
            clustering.Run(inputs, found);
            SameTrees.Check(ReferenceClustering.Run(inputs, definition), found);
        }
    }
}
