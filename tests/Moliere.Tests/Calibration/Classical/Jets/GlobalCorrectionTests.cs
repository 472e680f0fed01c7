// covers: ResponseMap
using Moliere.Calibration.Classical.Jets;
using Moliere.Data.Objects;
using Moliere.Data.Tables;

namespace Moliere.Tests.Calibration.Classical.Jets;

public sealed class GlobalCorrectionTests
{
    [Theory]
    [InlineData(0, 1, 1.0)]
    [InlineData(1, 1.5, 1.3)]
    [InlineData(0.5, 1.5, 1.15)]
    [InlineData(-9, -9, 1.0)]
    [InlineData(9, 9, 1.5)]
    public void Map_IsBilinearAndConstantBeyondItsEdges(double logMomentum, double value, double expected)
    {
        var map = new ResponseMap([0, 1], [1, 2], [1.0, 1.0, 1.1, 1.5]);

        Assert.Equal(expected, map.At(logMomentum, value), 1e-12);
    }

    [Fact]
    public void ResponseOfTheToy_IsFoundInTheMap()
    {
        GlobalCorrection charged = Steps().First();
        ResponseMap map = charged.Maps[charged.Bins.IndexOf(0.7)]!;

        foreach (double fraction in (double[])[0.45, 0.6, 0.75])
        {
            Assert.Equal(1 + (0.3 * (fraction - 0.6)), map.At(Math.Log(150), fraction), 0.012);
        }
    }

    [Fact]
    public void JetsOutsideTheReachOrWithoutTheVariable_AreLeftAlone()
    {
        GlobalCorrection tracks = Steps().Single(step => step.Variable.Column == JetColumns.TrackCount);
        var jets = new JetMomenta(ToyChain.Test);
        float[] count = ToyChain.Test.Floats(JetColumns.TrackCount);
        double[] before = [.. jets.Pt];

        tracks.Apply(jets);

        int[] alone = [.. Enumerable.Range(0, before.Length)
            .Where(row => count[row] <= 0 || Math.Abs(jets.DetectorEta[row]) >= 2.5)];
        Assert.NotEmpty(alone);
        Assert.All(alone, row => Assert.Equal(before[row], jets.Pt[row]));
        Assert.True(before.Where((pt, row) => pt != jets.Pt[row]).Count() > before.Length / 3);
    }

    [Fact]
    public void AbsurdMap_IsClampedToAFactorOfTwo()
    {
        var step = new GlobalCorrection(
            new GlobalVariable(JetColumns.TrackWidth, 5), new(4.5, 1, true), [new([0], [0], [1e9])]);
        var jets = new JetMomenta(ToyChain.Test.Select([0]));
        double before = jets.Pt[0];

        step.Apply(jets);

        Assert.Equal(before / 2, jets.Pt[0], 1e-12);
    }

    private static IEnumerable<GlobalCorrection> Steps() => ToyChain.Chain.Steps.OfType<GlobalCorrection>();
}
