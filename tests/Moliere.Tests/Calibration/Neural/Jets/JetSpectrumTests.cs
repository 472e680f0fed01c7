// covers: TrainingWeights
using Moliere.Calibration.Neural.Jets;
using Moliere.Data.Objects;
using Moliere.Data.Tables;

namespace Moliere.Tests.Calibration.Neural.Jets;

public sealed class JetSpectrumTests
{
    private static readonly Table s_flat = ToyJets.Jets(20_000, seed: 3, from: 20, to: 200);
    private static readonly Table s_falling = ToyJets.Jets(20_000, seed: 3, power: 3, from: 20, to: 200);
    private static readonly int[] s_all = [.. Enumerable.Range(0, 20_000)];

    [Fact]
    public void AsSampled_CountsEveryJetOnce()
    {
        TrainingWeights weights = new JetSpectrum { Kind = SpectrumKind.AsSampled }.Of(s_falling, s_all);
        Assert.All(weights.Values, weight => Assert.Equal(1, weight));
        Assert.Equal((20_000, 0), (weights.EffectiveRows, weights.CappedCount));
    }

    [Fact]
    public void Flat_GivesEachBinOfLogPtTheSameWeight()
    {
        TrainingWeights weights = new JetSpectrum { WeightCap = 1e6 }.Of(s_falling, s_all);
        Assert.Equal(20_000, weights.Values.Sum(), 1.0);
        Assert.Equal(SumBelow(40, s_falling, weights), weights.Values.Sum() * Math.Log(2) / Math.Log(10), 0.08 * 2e4);
        Assert.InRange(weights.EffectiveRows, 1000, 15_000);
    }

    [Fact]
    public void Power_FallsLikeIt()
    {
        // Of pT^-4 between 20 and 200, the share below 40 is (1 - 2^-3) / (1 - 10^-3).
        TrainingWeights weights = new JetSpectrum { Kind = SpectrumKind.Power, WeightCap = 1e6 }.Of(s_flat, s_all);
        Assert.Equal(0.8759, SumBelow(40, s_flat, weights) / weights.Values.Sum(), 0.01);
    }

    [Fact]
    public void Weights_NeverExceedTheCapTimesTheMedianAndAreCounted()
    {
        Table jets = new([
            .. s_flat.Columns.Where(column => column.Name != JetColumns.Weight),
            new FloatColumn(JetColumns.Weight, "", "", [.. s_all.Select(i => i < 3 ? -1e9f : i < 5 ? 1e9f : 2f)]),
        ]);
        TrainingWeights weights =
            new JetSpectrum { Kind = SpectrumKind.EventWeights, WeightCap = 10 }.Of(jets, s_all);
        Assert.Equal(5, weights.CappedCount);
        Assert.Equal([-20f, -20f, -20f, 20f, 20f, 2f], weights.Values[..6]);
    }

    [Fact]
    public void RowsThatAreNotUsed_HaveNoWeight()
    {
        TrainingWeights weights = new JetSpectrum().Of(s_flat, [3, 5]);
        Assert.Equal(2, weights.Values.Count(weight => weight > 0));
        Assert.Equal(0, new JetSpectrum().Of(s_flat, []).EffectiveRows);
    }

    private static double SumBelow(float pt, Table jets, TrainingWeights weights) =>
        weights.Values.Where((_, row) => jets.Floats(JetColumns.TruthPt)[row] < pt).Sum(weight => (double)weight);
}
