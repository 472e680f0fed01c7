using Moliere.Data.Tables;
using Moliere.Tagging.Preservation;

namespace Moliere.Tests.Tagging.Preservation;

public sealed class EfficiencyClosureTests
{
    private readonly EfficiencyMap _map;

    public EfficiencyClosureTests()
    {
        (Table objects, bool[] passed) = ToySelection.Make(40_000, 60, 1);
        _map = EfficiencyMapDerivation.Derive(objects, passed, null, ToySelection.Axes, new(), "toy");
    }

    [Fact]
    public void OtherSpectrum_Closes()
    {
        (Table objects, bool[] passed) = ToySelection.Make(20_000, 25, 8);
        IReadOnlyList<EfficiencyClosure> closures = EfficiencyClosure.Of(_map, objects, passed, null);
        Assert.Equal(passed.Count(one => one), closures[0].Observed);
        Assert.InRange(closures[0].NonClosure, -0.05, 0.05);
        Assert.InRange(closures[0].Pull, -3, 3);
        Assert.Equal(1 + 7 + 5 + 3, closures.Count);
        Assert.InRange(closures.Average(one => one.Pull * one.Pull), 0.1, 2.5);
        Assert.Equal(closures[0].Observed, closures.Where(one => one.Axis == "l").Sum(one => one.Observed));
    }

    [Fact]
    public void HiddenDependence_IsNoticed()
    {
        // What is not on an axis: half of the entries pass half as often.
        (Table objects, bool[] passed) = ToySelection.Make(20_000, 60, 9);
        bool[] other = [.. passed.Select((one, row) => one && row % 4 != 0)];
        EfficiencyClosure all = EfficiencyClosure.Of(_map, objects, other, null)[0];
        Assert.InRange(all.NonClosure, -0.35, -0.15);
        Assert.True(all.Pull < -5);
    }

    [Fact]
    public void Weights_CountInAllSums()
    {
        (Table objects, bool[] passed) = ToySelection.Make(5000, 60, 10);
        EfficiencyClosure plain = EfficiencyClosure.Of(_map, objects, passed, null)[0];
        double[] halves = [.. Enumerable.Repeat(0.5, 5000)];
        EfficiencyClosure half = EfficiencyClosure.Of(_map, objects, passed, halves)[0];
        Assert.Equal(0.5 * plain.Observed, half.Observed, 1e-9);
        Assert.Equal(0.5 * plain.Sigma, half.Sigma, 1e-9);
        Assert.Equal(plain.Pull, half.Pull, 1e-9);
    }

    [Theory]
    [InlineData(12, 12, 9, 8)]
    [InlineData(0, 12, 30, 3)]
    [InlineData(5, 11, 7, 2)]
    public void Sigma_IsThatOfTheBetaBinomial(int passed, int entries, int others, int otherPassed)
    {
        EfficiencyMap map = EfficiencyMapDerivation.Derive(
            Points(entries), First(passed, entries), null, [new() { Name = "x", Edges = [0, 1] }], new(), "toy");
        EfficiencyClosure all = EfficiencyClosure.Of(map, Points(others), First(otherPassed, others), null)[0];
        double[] chances = [.. Enumerable.Range(0, others + 1).Select(k => BetaBinomial(k, others, passed, entries))];
        double mean = chances.Select((chance, k) => chance * k).Sum();
        Assert.Equal(1, chances.Sum(), 1e-9);
        double variance = chances.Select((chance, k) => chance * (k - mean) * (k - mean)).Sum();
        Assert.Equal(variance, all.Sigma * all.Sigma, 1e-9);
        Assert.Equal(mean, all.Expected, 1e-9);
        Assert.Equal((double)others * passed / entries, all.Predicted, 1e-9);
        Assert.Equal((otherPassed - mean) / all.Sigma, all.Pull, 1e-9);
    }

    [Fact]
    public void NothingKnown_IsEmpty()
    {
        var outside = new Table(
        [
            new FloatColumn("pt", "", "", [900]), new FloatColumn("l", "", "", [1200]),
            new LongColumn("product", "", "", [5]),
        ]);
        EfficiencyClosure closure = Assert.Single(EfficiencyClosure.Of(_map, outside, [true], null));
        Assert.Equal((0, 0, 0), (closure.Observed, closure.Predicted, closure.Pull));
        Assert.True(double.IsNaN(closure.NonClosure));
    }

    // Probability of k of n after a flat prior and a of m, by products.
    private static double BetaBinomial(int k, int n, int a, int m) => Math.Exp(
        Log(n) - Log(k) - Log(n - k) + Log(a + k) + Log(m - a + n - k) + Log(m + 1) - Log(m + n + 1) - Log(a)
        - Log(m - a));

    private static double Log(int number) => Enumerable.Range(1, number).Sum(factor => Math.Log(factor));

    private static Table Points(int count) =>
        new([new FloatColumn("x", "", "", [.. Enumerable.Repeat(0.5f, count)])]);

    private static bool[] First(int passed, int count) =>
        [.. Enumerable.Range(0, count).Select(row => row < passed)];
}
