// covers: ColumnGuess
using Moliere.Data.Objects;
using Moliere.Formats.Sources;

namespace Moliere.Tests.Formats.Sources;

public class ColumnGuessesTests
{
    [Fact]
    public void XaodNames_AreFoundBehindTheirContainer()
    {
        string[] branches =
        [
            "AnalysisJetsAuxDyn.pt", "AnalysisJetsAuxDyn.eta", "EventInfoAuxDyn.eventNumber",
            "EventInfoAuxDyn.averageInteractionsPerCrossing", "CaloCalTopoClustersAuxDyn.rawE",
            "CaloCalTopoClustersAuxDyn.rawEta", "CaloCalTopoClustersAuxDyn.calE",
            "CaloCalTopoClustersAuxDyn.ENG_CALIB_TOT", "CaloCalTopoClustersAuxDyn.CENTER_LAMBDA",
            "CaloCalTopoClustersAuxDyn.SECOND_TIME", "CaloCalTopoClustersAuxDyn.time",
        ];
        var found = Found(branches);
        Assert.Equal("CaloCalTopoClustersAuxDyn.rawE", found[ClusterColumns.EnergyEm]);
        Assert.Equal("CaloCalTopoClustersAuxDyn.ENG_CALIB_TOT", found[ClusterColumns.EnergyDeposited]);
        Assert.Equal("CaloCalTopoClustersAuxDyn.rawEta", found[ClusterColumns.Rapidity]);
        Assert.Equal("CaloCalTopoClustersAuxDyn.SECOND_TIME", found[ClusterColumns.TimeVariance]);
        Assert.Equal("CaloCalTopoClustersAuxDyn.time", found[ClusterColumns.Time]);
        Assert.Equal("EventInfoAuxDyn.eventNumber", found[ClusterColumns.Event]);
        Assert.Equal("EventInfoAuxDyn.averageInteractionsPerCrossing", found[ClusterColumns.Mu]);
        Assert.Null(found[ClusterColumns.JetPt]);
    }

    [Fact]
    public void FlatNtuple_IsFoundByItsFront()
    {
        string[] branches =
        [
            "runNumber", "eventNumber", "avgMu", "nPrimVtx", "clusterE", "clusterEta", "cluster_ENG_CALIB_TOT",
            "cluster_CENTER_MAG", "cluster_FIRST_ENG_DENS", "cluster_ENG_FRAC_EM", "jetPt",
        ];
        var found = Found(branches);
        Assert.Equal("clusterE", found[ClusterColumns.EnergyEm]);
        Assert.Equal("clusterEta", found[ClusterColumns.Rapidity]);
        Assert.Equal("cluster_FIRST_ENG_DENS", found[ClusterColumns.EnergyDensity]);
        Assert.Equal("avgMu", found[ClusterColumns.Mu]);
        Assert.Equal("nPrimVtx", found[ClusterColumns.VertexCount]);
    }

    [Fact]
    public void HouseNames_AreFoundAsTheyAre()
    {
        string[] branches = ["e_em", "e_dep", "rapidity", "lambda", "n_pv", "mu", "weight", "event", "m2_long"];
        Assert.All(branches, branch => Assert.Equal(branch, Found(branches)[branch]));
    }

    [Fact]
    public void MissingColumn_ComesWithNamesThatEndAlike()
    {
        IReadOnlyList<ColumnGuess> guesses = ColumnGuesses.Of(["cluster_E", "Jet_truthE", "Jet_pt", "run"]);
        ColumnGuess deposited = guesses.First(guess => guess.Column == ClusterColumns.EnergyDeposited);
        Assert.Null(deposited.Branch);
        Assert.Equal(["Jet_truthE"], deposited.Nearest);
        Assert.Empty(guesses.First(guess => guess.Column == ClusterColumns.Isolation).Nearest);
    }

    private static Dictionary<string, string?> Found(string[] branches) =>
        ColumnGuesses.Of(branches).ToDictionary(guess => guess.Column, guess => guess.Branch);
}
