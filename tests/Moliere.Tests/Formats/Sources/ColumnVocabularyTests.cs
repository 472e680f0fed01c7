// covers: ColumnVocabulary, ColumnEndings
using Moliere.Data.Objects;
using Moliere.Formats.Sources;

namespace Moliere.Tests.Formats.Sources;

public class ColumnVocabularyTests
{
    private static readonly ColumnVocabulary[] s_all = [ColumnVocabulary.Clusters, ColumnVocabulary.Taus];

    [Fact]
    public void Columns_AreNamedOnceAndEndingsArePlain() => Assert.All(s_all, words =>
    {
        ColumnEndings[] all = [.. words.OfObject, .. words.OfEvent];
        Assert.Equal(all.Length, all.Select(endings => endings.Column).Distinct().Count());
        Assert.All(all, endings => Assert.NotEmpty(endings.Endings));
        Assert.All(all.SelectMany(endings => endings.Endings).Concat(words.Unmistakable), ending =>
            Assert.All(ending, sign => Assert.True(char.IsAsciiLetterLower(sign) || char.IsAsciiDigit(sign), ending)));
    });

    [Fact]
    public void Unmistakable_AreEndingsOfTheObject() => Assert.All(s_all, words =>
        Assert.Empty(words.Unmistakable.Except(words.OfObject.SelectMany(endings => endings.Endings))));

    [Fact]
    public void TausOfAnExperiment_AreFoundWithWhatTheyCopyFromTheirEvent()
    {
        string[] branches =
        [
            "TauJetsAuxDyn.ptIntermediateAxis", "TauJetsAuxDyn.ptIntermediateAxisEM", "TauJetsAuxDyn.ptCombined",
            "TauJetsAuxDyn.nVtxPU", "TauJetsAuxDyn.mu", "TauJetsAuxDyn.NNDecayModeProb_1pXn", "jets_pt", "eventNumber",
        ];
        Dictionary<string, string?> found = ColumnGuesses.Of(branches, ColumnVocabulary.Taus)
            .ToDictionary(guess => guess.Column, guess => guess.Branch);
        Assert.Equal("TauJetsAuxDyn.ptIntermediateAxis", found[TauColumns.Pt]);
        Assert.Equal("TauJetsAuxDyn.ptIntermediateAxisEM", found[TauColumns.PtEm]);
        Assert.Equal("TauJetsAuxDyn.nVtxPU", found[TauColumns.VertexCount]);
        Assert.Equal("TauJetsAuxDyn.NNDecayModeProb_1pXn", found["p_1pxn"]);
        Assert.Equal("eventNumber", found[TauColumns.Event]);
        Assert.Null(found[TauColumns.TruthPt]);
    }
}
