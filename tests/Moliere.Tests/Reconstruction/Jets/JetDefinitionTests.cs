// covers: JetAlgorithm, Recombination
using Moliere.Data.Kinematics;
using Moliere.Reconstruction.Jets;

namespace Moliere.Tests.Reconstruction.Jets;

public sealed class JetDefinitionTests
{
    [Theory]
    [InlineData(JetAlgorithm.AntiKt, 0.04)]
    [InlineData(JetAlgorithm.Kt, 25)]
    [InlineData(JetAlgorithm.CambridgeAachen, 1)]
    public void Scale_IsThePowerOfTransverseMomentum(JetAlgorithm algorithm, double expected) =>
        Assert.Equal(expected, new JetDefinition(algorithm, 0.4).ScaleOf(25), 12);

    [Fact]
    public void WinnerTakesAll_PointsToTheHarderOne()
    {
        var definition = new JetDefinition(JetAlgorithm.Kt, 1) { Recombination = Recombination.WinnerTakesAll };
        FourVector hard = FourVector.FromPtEtaPhiMass(30, 0.4, 3, 0), soft = FourVector.FromPtEtaPhiMass(20, 1, -3, 0);
        FourVector axis = new JetFinder(definition).Find([soft, hard], 0)[0].Momentum;
        Assert.Equal(50, axis.Pt, 1e-9);
        Assert.InRange(EtaPhi.DeltaR(axis.Eta, axis.Phi, hard.Eta, hard.Phi), 0, 1e-12);
    }

    [Fact]
    public void WinnerTakesAll_IsTheSameInAllClusterings()
    {
        var definition = new JetDefinition(JetAlgorithm.Kt, 0.6) { Recombination = Recombination.WinnerTakesAll };
        for (int count = 1; count < 100; count += 11)
        {
            FourVector[] inputs = JetEvents.Random(count);
            MergeTree expected = ReferenceClustering.Run(inputs, definition);
            SameTrees.Check(expected, new JetFinder(definition, JetStrategy.Plain).Cluster(inputs));
            SameTrees.Check(expected, new JetFinder(definition, JetStrategy.Tiled).Cluster(inputs));
        }
    }

    [Fact]
    public void ScaleAtZeroMomentum_IsFinite() =>
        Assert.True(double.IsFinite(new JetDefinition(JetAlgorithm.AntiKt, 0.4).ScaleOf(0)));
}
