using Moliere.Data.Kinematics;
using Moliere.Data.Objects;
using Moliere.Numerics.Random;
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
        for (int count = 1; count <= 120; count += 7)
        {
            FourVector[] inputs = RandomInputs(count);
            IReadOnlyList<Jet> expected = ReferenceClustering.Find(inputs, definition, 1);
            IReadOnlyList<Jet> found = clustering.Find(inputs, 1);
            Assert.Equal(expected.Select(jet => jet.Constituents), found.Select(jet => jet.Constituents));
            Assert.All(expected.Zip(found), pair => Assert.Equal(pair.First.Momentum.Pt, pair.Second.Momentum.Pt, 9));
        }
    }

    [Fact]
    public void EveryInput_EndsInExactlyOneJet()
    {
        FourVector[] inputs = RandomInputs(300);
        IReadOnlyList<Jet> jets = new PlainClustering(new(JetAlgorithm.AntiKt, 0.4)).Find(inputs, 0);
        Assert.Equal(Enumerable.Range(0, 300), jets.SelectMany(jet => jet.Constituents).Order());
    }

    private static FourVector[] RandomInputs(int count)
    {
        var rng = new Rng(11, "jet inputs", (ulong)count);
        var inputs = new FourVector[count];
        for (int i = 0; i < count; i++)
        {
            double pt = Distributions.Exponential(5, ref rng), eta = Distributions.Uniform(-2, 2, ref rng);
            inputs[i] = FourVector.FromPtEtaPhiMass(pt, eta, Distributions.Uniform(-Math.PI, Math.PI, ref rng), 0.14);
        }

        return inputs;
    }
}
