// covers: ValueBin, ClusterAxes
using Moliere.Validation.Metrics;

namespace Moliere.Tests.Validation.Metrics;

public sealed class BinAxisTests
{
    [Fact]
    public void LogarithmicBins_HaveEqualRatiosAndExactEnds()
    {
        BinAxis axis = BinAxis.Logarithmic("E_dep", 24, 0.3, 1000);

        Assert.Equal((0.3, 1000.0), (axis.Bins[0].Low, axis.Bins[^1].High));
        Assert.All(axis.Bins, bin => Assert.Equal(Math.Pow(1000 / 0.3, 1.0 / 24), bin.High / bin.Low, 1e-12));
        Assert.All(axis.Bins.Zip(axis.Bins.Skip(1)), pair => Assert.Equal(pair.First.High, pair.Second.Low));
    }

    [Fact]
    public void UpperEdge_BelongsToTheLastBinOnly()
    {
        BinAxis axis = BinAxis.Linear("f_emc", 2, 0, 1);

        Assert.False(axis.Bins[0].Contains(0.5));
        Assert.True(axis.Bins[1].Contains(0.5));
        Assert.True(axis.Bins[1].Contains(1));
        Assert.False(axis.Bins[1].Contains(double.NaN));
    }

    [Fact]
    public void StandardClusterAxes_CoverTheVariablesOfTheNotes()
    {
        BinAxis[] axes = ClusterAxes.Standard(new MetricsOptions { EnergyBins = 100 });

        Assert.Equal(["E_dep", "E_dep", "E_EM", "mu", "N_PV", "lambda", "f_emc"], axes.Select(axis => axis.Variable));
        Assert.Equal(100, axes[0].Bins.Count);
        Assert.True(axes[1].IsRanges);
        Assert.True(axes[3].HasSlope);
    }

    [Fact]
    public void NoBins_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => BinAxis.Linear("mu", 0, 0, 1));
}
