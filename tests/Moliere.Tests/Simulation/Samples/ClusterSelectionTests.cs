// covers: ClusterSelection, ClustersInJets, ClustersOfParticles
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Simulation.Samples;

namespace Moliere.Tests.Simulation.Samples;

public sealed class ClusterSelectionTests
{
    [Fact]
    public void ClustersInJets_CarryTheJetThatHoldsThem()
    {
        Table table = Sample(new ClustersInJets(new ClusterSampleOptions { JetPtMin = 15, JetRapidityMax = 0.5 }));
        Assert.True(table.RowCount > 10);
        Assert.All(table.Floats(ClusterColumns.JetPt), pt => Assert.True(pt >= 15));
        float[] jets = table.Floats(ClusterColumns.JetRapidity), clusters = table.Floats(ClusterColumns.Rapidity);
        Assert.All(jets, rapidity => Assert.InRange(rapidity, -0.5f, 0.5f));
        Assert.All(jets.Zip(clusters, (jet, cluster) => Math.Abs(jet - cluster)), d => Assert.InRange(d, 0, 0.6f));
        Assert.False(table.Has(ClusterColumns.CellDeposit));
    }

    [Fact]
    public void HigherThreshold_KeepsNothing() =>
        Assert.Equal(0, Sample(new ClustersInJets(new ClusterSampleOptions { JetPtMin = 500 })).RowCount);

    [Fact]
    public void ClustersOfParticles_AreThoseWithDepositAndKeepItByCell()
    {
        Table table = Sample(new ClustersOfParticles());
        float[] deposit = table.Floats(ClusterColumns.EnergyDeposited);
        Assert.All(deposit, energy => Assert.True(energy > 0));
        JaggedColumn<float> cells = table.Jagged<float>(ClusterColumns.CellDeposit);
        for (int row = 0; row < table.RowCount; row++)
        {
            double sum = cells[row].ToArray().Sum(energy => (double)energy);
            Assert.Equal(deposit[row], sum, 1e-4 * Math.Max(1, deposit[row]));
        }
    }

    [Fact]
    public void CellsOfAKeptCluster_AddUpToItsSignal()
    {
        Table table = Sample(new ClustersInJets(new ClusterSampleOptions()));
        JaggedColumn<float> cells = table.Jagged<float>(ClusterColumns.CellEnergy);
        float[] energy = table.Floats(ClusterColumns.EnergyEm);
        for (int row = 0; row < table.RowCount; row++)
        {
            double sum = cells[row].ToArray().Sum(signal => (double)signal);
            Assert.Equal(energy[row], sum, 1e-4 * Math.Max(1, Math.Abs(energy[row])));
        }
    }

    private static Table Sample(ClusterSelection selection) => ToyChain.Sampler().Sample(
        SampleItem.FromGenerator(ToyChain.Dijet, 12), selection, 1, null, CancellationToken.None);
}
