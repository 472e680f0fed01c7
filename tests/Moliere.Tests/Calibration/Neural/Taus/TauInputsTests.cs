// covers: TauTarget
using Moliere.Calibration.Neural.Taus;
using Moliere.Calibration.Taus;
using Moliere.Data.Expressions;
using Moliere.Data.Features;
using Moliere.Data.Objects;
using Moliere.Data.Tables;

namespace Moliere.Tests.Calibration.Neural.Taus;

public sealed class TauInputsTests
{
    [Fact]
    public void Inputs_AreTheTwentyOfAllLearntScales()
    {
        Assert.Equal(TauFeatures.All.Select(f => f.Name), TauInputs.All(foldEta: true).Select(f => f.Name));
        Assert.Equal(TauInputs.All(foldEta: false), TauInputs.In(ToyTaus.Taus(3, seed: 1), foldEta: false));
    }

    [Fact]
    public void MomentaAndRatios_AreLogarithms()
    {
        string[] logs =
            [.. TauInputs.All(true).Where(f => f.Transform == FeatureTransform.Log10).Select(f => f.Name)];
        Assert.Equal(
            [
                TauColumns.SecondLambda, TauFeatures.EmOverLocal, TauColumns.PtCombined,
                TauFeatures.SubstructureOverCombined, TauFeatures.LocalOverCombined, TauColumns.PtCalorimeter,
            ],
            logs);
    }

    [Theory]
    [InlineData(0.5, 0)]
    [InlineData(0, -6.9088)]
    [InlineData(1, 6.9088)]
    [InlineData(1.3, 6.9088)]
    public void Probabilities_AreTheLogarithmOfTheirOdds(double probability, double expected)
    {
        Table taus = ToyTaus.With(ToyTaus.Taus(1, seed: 3), TauColumns.Modes[2], _ => [(float)probability]);
        Feature feature = TauInputs.All(foldEta: true).Single(f => f.Name == TauColumns.Modes[2]);
        Assert.Equal(expected, feature.Apply(Expression.Parse(feature.Expression).Evaluate(taus)[0]), 1e-3);
    }

    [Fact]
    public void FoldedEta_IsTheSameAtBothEnds()
    {
        Table taus = ToyTaus.Taus(50, seed: 2);
        Table mirrored = ToyTaus.With(taus, TauColumns.EtaSubstructure, values => [.. values.Select(eta => -eta)]);
        FittedFeatures fitted = new FeatureSet(TauInputs.All(foldEta: true)).Fit(taus, ToyTaus.Part(taus, 0, 1));
        Assert.Equal(fitted.Apply(taus, out _), fitted.Apply(mirrored, out _));
    }

    [Fact]
    public void Units_AreThoseOfTheColumns()
    {
        Assert.Equal("GeV", TauInputs.UnitOf(TauColumns.PtCombined));
        Assert.Equal("mm²", TauInputs.UnitOf(TauColumns.SecondLambda));
        Assert.Equal("1", TauInputs.UnitOf(TauFeatures.EmOverLocal));
    }
}
