// covers: JetChainOptions, PileupOptions, McjesOptions, EtaOptions, GlobalOptions, GlobalVariable
using Moliere.Calibration.Classical.Jets;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Numerics.Fits;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Calibration.Classical.Jets;

public sealed class JetChainDerivationTests
{
    [Fact]
    public void SameTable_GivesTheSameChain()
    {
        JetChain again = new JetChainDerivation(new JetChainOptions()).Derive(ToyChain.Training);

        Assert.Equal(
            ToyChain.Chain.UpTo("gsc").Apply(ToyChain.Test).Response, again.UpTo("gsc").Apply(ToyChain.Test).Response);
    }

    [Fact]
    public void GivenBins_CloseToo()
    {
        var options = new JetChainOptions
        {
            Mcjes = new() { EtaWidth = 0.45, IsFolded = false },
            Global = new() { Variables = [] },
        };
        JetChain chain = new JetChainDerivation(options).Derive(ToyChain.Training);

        var inversion = chain.Steps.OfType<McjesInversion>().Single();
        Assert.Equal(20, inversion.Bins.Count);
        Assert.False(inversion.Bins.IsFolded);
        double expected = ToyJetChain.Response(200, 1.1);
        Assert.Equal(expected, inversion.ResponseAt(1.1, 200 * expected), 0.015);
        Assert.Equal(JetChain.Methods.Take(3), chain.Steps.Select(step => step.Method));
    }

    [Fact]
    public void WithoutSoftJets_TheSlopesWithPileupAreZeroAndThatIsSaid()
    {
        Assert.True(ToyChain.Chain.HasPileupSlopes);
        float[] truth = ToyChain.Training.Floats(JetColumns.TruthPt);
        Table hard = ToyChain.Training.Select([.. Enumerable.Range(0, truth.Length).Where(row => truth[row] > 60)]);
        JetChain chain = new JetChainDerivation(new JetChainOptions { Global = new() { Variables = [] } }).Derive(hard);
        Assert.False(chain.HasPileupSlopes);
        Assert.All(chain.Steps.OfType<PileupSubtraction>().Single().Alpha.Values, slope => Assert.Equal(0, slope));
    }

    [Fact]
    public void NegativeWeights_CancelOtherJets()
    {
        Table jets = ToyChain.Training.Slice(0, 9000), low = ToyChain.Training.Slice(9000, 1000);
        foreach (string column in (string[])[JetColumns.Pt, JetColumns.Energy])
        {
            float[] values = low.Floats(column);
            Array.ConvertAll(values, value => 0.8f * value).CopyTo(values, 0);
        }

        Table mixed = ColumnJoin.Rows([jets, low, low]); // the same jets once added and once taken away
        float[] weights =
            [.. Enumerable.Repeat(1f, 9000), .. Enumerable.Repeat(1f, 1000), .. Enumerable.Repeat(-1f, 1000)];
        var options = new JetChainOptions
        {
            WeightColumn = "weight",
            Mcjes = new() { EtaWidth = 0.9 },
            Global = new() { Variables = [] },
        };

        JetChain weighted = new JetChainDerivation(options)
            .Derive(mixed.With(new FloatColumn("weight", "", "", weights)));
        JetChain plain = new JetChainDerivation(options with { WeightColumn = "" }).Derive(jets);

        foreach (double energy in (double[])[50, 200, 800])
        {
            double expected = plain.Steps.OfType<McjesInversion>().Single().ResponseAt(0.3, energy);
            Assert.Equal(expected, weighted.Steps.OfType<McjesInversion>().Single().ResponseAt(0.3, energy), 0.012);
        }
    }

    [Fact]
    public void TooFewMatchedJets_AreRefusedWithTheirNumber()
    {
        Table jets = ToyChain.Training.Slice(0, 2000);
        jets.Floats(JetColumns.TruthDistance).AsSpan(0, 1500).Fill(-1);

        var error = Assert.Throws<InvalidDataException>(() => new JetChainDerivation(new()).Derive(jets));

        Assert.Contains("matched and isolated jets among 2000, expected at least 1000", error.Message);
    }

    [Fact]
    public void MissingVariable_IsRefusedByName()
    {
        var jets = new Table([.. ToyChain.Training.Columns.Where(column => column.Name != JetColumns.TrackWidth)]);

        var error = Assert.Throws<MissingColumnException>(() => new JetChainDerivation(new()).Derive(jets));

        Assert.Contains("w_track", error.Message);
    }

    [Fact]
    public void StandardVariables_AreInThePublishedOrder() => Assert.Equal(
        ["f_charged", "f_tile0", "f_lar3", "n_track", "w_track", "n_segments"],
        GlobalVariable.Standard.Select(variable => variable.Column));
}
