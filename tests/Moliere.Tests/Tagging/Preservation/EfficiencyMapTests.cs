// covers: EfficiencyAxis, EfficiencyEstimate, OutsideRange
using Moliere.Data.Tables;
using Moliere.Tagging.Preservation;

namespace Moliere.Tests.Tagging.Preservation;

public sealed class EfficiencyMapTests
{
    private static readonly EfficiencyAxis s_length =
        new() { Name = "l", Edges = [0, 1, 3], Outside = OutsideRange.Zero };

    [Fact]
    public void Cell_HasItsLowerEdgeAndNotItsUpperOne()
    {
        Assert.Equal(
            [-1, 0, 0, 1, 1, -1, -1],
            ((double[])[-0.1, 0, 0.99, 1, 2.9, 3, double.NaN]).Select(s_length.IndexOf));
        var products = new EfficiencyAxis { Name = "product", Categories = [4, 5, 15] };
        Assert.Equal([0, 1, 2, -1, -1], ((double[])[4, 5, 15, 6, 99]).Select(products.IndexOf));
    }

    [Theory]
    [InlineData(OutsideRange.Unknown, double.NaN, double.NaN, -1)]
    [InlineData(OutsideRange.Zero, 0, 0, -1)]
    [InlineData(OutsideRange.Nearest, 0.25, 0.75, 0)]
    public void Outside_IsWhatTheRuleSays(OutsideRange rule, double below, double above, int bin)
    {
        EfficiencyMap map = Map(s_length with { Outside = rule });
        Assert.Equal((below, above), (map.At([-1]).Value, map.At([7]).Value));
        Assert.Equal((bin, !double.IsNaN(below)), (map.At([-1]).Bin, map.At([-1]).IsKnown));
        Assert.False(map.At([double.NaN]).IsKnown);
        Assert.Equal(new(0.75, 0.7, 0.8, 1), map.At([1]));
    }

    [Fact]
    public void UnknownOnOneAxis_IsStrongerThanZeroOnAnother()
    {
        EfficiencyBin all = Bin([0, 0], [1, 0], 0.5);
        var map = new EfficiencyMap([s_length, new() { Name = "pt", Edges = [0, 1] }], [all]);
        Assert.Equal(0, map.At([9, 0.5]).Value);
        Assert.False(map.At([9, 5]).IsKnown);
        Assert.False(map.At([5, double.NaN]).IsKnown);
    }

    [Fact]
    public void Table_IsEvaluatedByRows()
    {
        var objects = new Table([new LongColumn("l", "", "", [0, 2, 4])]);
        Assert.Equal([0.25, 0.75, 0], Map(s_length).Apply(objects).Select(estimate => estimate.Value));
        Assert.Equal(0.05, Map(s_length).Apply(objects)[0].Sigma, 1e-12);
        Assert.Throws<MissingColumnException>(() => Map(s_length).Apply(new([new FloatColumn("x", "", "", [1])])));
    }

    [Fact]
    public void BinsThatAreNoPartition_AreRefused()
    {
        Assert.Contains("Cell 1 of 2 has no bin", Refusal([s_length], Bin([0], [0], 0.5)));
        Assert.Contains("bins 0 and 1", Refusal([s_length], Bin([0], [1], 0.5), Bin([1], [1], 0.5)));
        Assert.Contains("no box of cells", Refusal([s_length], Bin([0], [2], 0.5)));
    }

    [Fact]
    public void WrongAxes_AreRefused()
    {
        Assert.Contains("0 axes, expected 1 to 6", Refusal([]));
        Assert.Contains("axis 'l' has 1 edges", Refusal([s_length with { Edges = [1] }]));
        Assert.Contains("axis 'l' has 3, 1, expected finite", Refusal([s_length with { Edges = [3, 1] }]));
        Assert.Contains("edges and categories", Refusal([s_length with { Categories = [1] }]));
        EfficiencyAxis fine = s_length with { Edges = [.. Enumerable.Range(0, 5001).Select(i => (double)i)] };
        Assert.Contains("2.5E+07 cells", Refusal([fine, fine]));
        Assert.Contains(
            "2 values for 1 axes", Assert.Throws<ArgumentException>(() => Map(s_length).At([1, 2])).Message);
    }

    private static EfficiencyMap Map(EfficiencyAxis axis) => new([axis], [Bin([0], [0], 0.25), Bin([1], [1], 0.75)]);

    private static string Refusal(EfficiencyAxis[] axes, params EfficiencyBin[] bins) =>
        Assert.Throws<ArgumentException>(() => new EfficiencyMap(axes, bins)).Message;

    private static EfficiencyBin Bin(int[] first, int[] last, double efficiency) => new()
    {
        First = first,
        Last = last,
        Entries = 100,
        EffectiveEntries = 100,
        Efficiency = efficiency,
        Low = efficiency - 0.05,
        High = efficiency + 0.05,
    };
}
