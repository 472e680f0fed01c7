using Moliere.Calibration.InSitu;
using Moliere.Learning.Losses;

namespace Moliere.Tests.Calibration.InSitu;

/// <summary>Properties of the three terms that hold in closed form.</summary>
public sealed class DijetTermsTests
{
    private static readonly AsymmetryTerm Asymmetry = new(WidthKind.Huber, bins: 1);

    [Fact]
    public void Asymmetry_IsBlindToACommonFactor()
    {
        DijetBatch batch = PairBatches.Toy(3000);
        double width = Asymmetry.Add(batch, 0);
        double[] momenta = batch.Momentum.ToArray();
        Assert.Equal(width, Asymmetry.Add(batch.With(i => 1.37 * momenta[i]), 0), 1e-9);
    }

    [Fact]
    public void ConstantMomenta_HaveNoAsymmetryButNoCorrelationEither()
    {
        DijetBatch batch = PairBatches.Toy(500).With(_ => 2000);
        Assert.Equal(0, Asymmetry.Add(batch, 1));
        Assert.All(batch.Gradient.ToArray(), derivative => Assert.Equal(0, derivative));
        Assert.Equal(1, CorrelationTerm.Add(batch, 1));
    }

    [Theory]
    [InlineData(WidthKind.RootMeanSquare)]
    [InlineData(WidthKind.Huber)]
    [InlineData(WidthKind.Quantile)]
    public void Asymmetry_HasTheGradientOfDifferences(WidthKind kind)
    {
        DijetBatch batch = PairBatches.Toy(600);
        var term = new AsymmetryTerm(kind, bins: 1);
        PairBatches.CheckGradient(batch, factor => term.Add(batch, factor));
    }

    [Fact]
    public void Correlation_HasTheGradientOfDifferences()
    {
        DijetBatch batch = PairBatches.Toy(600);
        PairBatches.CheckGradient(batch, factor => CorrelationTerm.Add(batch, factor));
    }

    [Theory]
    [InlineData(ScaleConstraint.BatchMean)]
    [InlineData(ScaleConstraint.BinMeans)]
    [InlineData(ScaleConstraint.Slope)]
    [InlineData(ScaleConstraint.BinMeansAndSlope)]
    public void Scale_HasTheGradientOfDifferencesAndRestsAtTheInitialMomenta(ScaleConstraint constraint)
    {
        DijetBatch batch = PairBatches.Toy(600);
        var term = new ScaleTerm(constraint, bins: 6);
        bool hasSlope = constraint is ScaleConstraint.Slope or ScaleConstraint.BinMeansAndSlope;
        Assert.InRange(term.Add(batch, 0), 0, hasSlope ? 1e-3 : 1e-12);
        double[] momenta = batch.Momentum.ToArray();
        batch.With(i => momenta[i] * (1.02 + (0.05 * Math.Sin(i)) + (1e-4 * (momenta[i] - 2000))));
        Assert.True(term.Add(batch, 0) > 0.01);
        PairBatches.CheckGradient(batch, factor => term.Add(batch, factor));
    }

    [Fact]
    public void Correlation_IsBlindToOffsetAndSlope()
    {
        DijetBatch batch = PairBatches.Toy(600);
        double value = CorrelationTerm.Add(batch, 0);
        double[] momenta = batch.Momentum.ToArray();
        Assert.Equal(value, CorrelationTerm.Add(batch.With(i => 3 * Math.Pow(momenta[i], 0.4)), 0), 1e-9);
        Assert.InRange(value, 0.1, 0.9);
    }

    [Fact]
    public void OneWideBin_LeavesACollapseInsideFree_NarrowOnesLeaveTheirWidth()
    {
        var mean = new ScaleTerm(ScaleConstraint.BatchMean, bins: 1);
        DijetBatch batch = PairBatches.Toy(3000);
        double initial = batch.Momentum.ToArray().Zip(batch.Weight.ToArray(), (p, w) => p * w).Sum();
        double constant = initial / batch.Weight.ToArray().Sum();
        batch.With(_ => constant);
        Assert.InRange(mean.Add(batch, 0), 0, 1e-12);
        Assert.Equal(0, Asymmetry.Add(batch, 0));

        // Every momentum becomes the middle of its own bin of 5 %: the means hold, the asymmetry stays.
        DijetBatch stairs = PairBatches.Toy(3000);
        double before = Asymmetry.Add(stairs, 0);
        double[] momenta = stairs.Momentum.ToArray();
        stairs.With(i => Math.Exp(0.05 * (Math.Floor(Math.Log(momenta[i]) / 0.05) + 0.5)));
        Assert.InRange(new ScaleTerm(ScaleConstraint.BinMeans, 6).Add(stairs, 0), 0, 0.002);
        Assert.InRange(Asymmetry.Add(stairs, 0), 0.9 * before, 1.2 * before);
    }

    [Fact]
    public void GenuineGain_LeavesWhatTheJetsShare_CollapseDoesNot()
    {
        var monitoring = new DijetMonitoring(WidthKind.RootMeanSquare, 6, 1, new(), seed: 1);
        InSituMonitor initial = monitoring.Watch(PairBatches.Toy(20_000));
        DijetBatch gained = PairBatches.Toy(20_000);
        double[] truth = gained.Truth.ToArray(), before = gained.Momentum.ToArray();
        InSituMonitor gain = monitoring.Watch(gained.With(i => Math.Sqrt(truth[i] * before[i])));
        Assert.True(gain.Asymmetry < 0.96 * initial.Asymmetry);
        Assert.InRange(gain.Shared / initial.Shared, 0.98, 1.15);
        Assert.InRange(gain.Shuffled / initial.Shuffled, 0.97, 1.01);

        InSituMonitor collapse = monitoring.Watch(gained.With(i => 2000 * Math.Pow(before[i] / 2000, 0.9)));
        Assert.Equal(0.9, collapse.Shared / initial.Shared, 0.02);
        Assert.Equal(0.9, collapse.Shuffled / initial.Shuffled, 0.02);
        Assert.Equal(0.9, collapse.SlopeInBins, 1e-6);
        Assert.NotNull(monitoring.Complaint(collapse, initial));
        Assert.Null(monitoring.Complaint(gain, initial));
    }

    [Fact]
    public void Monitors_NameWhatIsWrong()
    {
        var monitoring = new DijetMonitoring(WidthKind.Huber, 6, 1, new(), seed: 1);
        InSituMonitor initial = monitoring.Watch(PairBatches.Toy(3000));
        double[] before = PairBatches.Toy(3000).Momentum.ToArray();
        (string, Func<int, double>)[] cases =
        [
            ("absurd", i => i == 5 ? -1.8e6 : before[i]),
            ("factors from 1.00 to 4.00", i => i == 5 ? 4 * before[i] : before[i]),
            ("moved by 2.00 %", i => 1.02 * before[i]),
            ("inside the bins", _ => 2000),
        ];
        foreach ((string words, Func<int, double> momentum) in cases)
        {
            InSituMonitor found = monitoring.Watch(PairBatches.Toy(3000).With(momentum));
            Assert.Contains(words, monitoring.Complaint(found, initial));
        }
    }

    [Fact]
    public void Bins_AreJoinedUntilTheWidthHasItsEvents()
    {
        var options = new InSituOptions { EventsPerWidth = 300 };
        float[] averages = [.. Enumerable.Range(0, 1200).Select(i => 1800 + (i * 0.5f))];
        var bins = new DijetBins(options, averages);
        Assert.Equal((6, 3), (bins.ScaleBins, bins.WidthBins));
        int[] joined = [.. averages.Select(pt => bins.WidthBin(bins.ScaleBin(Math.Log(pt))))];
        Assert.All(joined.CountBy(bin => bin), bin => Assert.InRange(bin.Value, 300, 600));
        Assert.Equal(joined.Order(), joined);
        Assert.Equal(1, new DijetBins(options with { EventsPerWidth = 700 }, averages).WidthBins);
    }
}
