// covers: EfficiencyMapOptions, EfficiencyBin
using Moliere.Data.Tables;
using Moliere.Numerics.Random;
using Moliere.Tagging.Preservation;

namespace Moliere.Tests.Tagging.Preservation;

public sealed class EfficiencyMapDerivationTests
{
    private static readonly EfficiencyMapOptions s_options = new();

    [Fact]
    public void Steps_AreFound()
    {
        (Table objects, bool[] passed) = ToySelection.Make(40_000, 60, 1);
        EfficiencyMap map = Derive(objects, passed);
        int covered = 0;
        foreach (EfficiencyBin bin in map.Bins)
        {
            double[] at = [.. map.Axes.Select((axis, a) => axis.MiddleOf(bin.First[a]))];
            double truth = ToySelection.Efficiency(at[0], at[1], (long)at[2]);
            Assert.Equal(truth, bin.Efficiency, 0.05);
            covered += bin.Low <= truth && truth <= bin.High ? 1 : 0;
            Assert.True(bin.EffectiveEntries >= s_options.MinimumEntries);
        }

        Assert.InRange(map.Bins.Count, 10, 20); // 12 boxes have efficiencies of their own
        Assert.InRange((double)covered / map.Bins.Count, 0.5, 1);
        Assert.Equal("40000", map.Provenance["entries"]);
    }

    [Fact]
    public void ThinCells_ShareTheBinOfTheirBox()
    {
        (Table objects, bool[] passed) = ToySelection.Make(2000, 25, 2);
        EfficiencyMap map = Derive(objects, passed);
        Assert.InRange(map.Bins.Count, 2, 10);
        Assert.Equal(map.At([110, 1200, 5]), map.At([170, 1200, 5])); // not enough entries for two bins
        Assert.True(map.At([170, 1200, 5]).IsKnown);
        Assert.True(map.At([170, 2200, 5]).Value > 2 * map.At([30, 2200, 5]).Value);
        Assert.Equal(2000, map.Bins.Sum(bin => bin.Entries));
    }

    [Fact]
    public void EqualWeights_AreNoWeights()
    {
        (Table objects, bool[] passed) = ToySelection.Make(3000, 60, 3);
        EfficiencyMap plain = Derive(objects, passed);
        EfficiencyMap scaled = Derive(objects, passed, [.. Enumerable.Repeat(0.25, 3000)]);
        Assert.Equal(plain.Bins.Select(bin => bin.Efficiency), scaled.Bins.Select(bin => bin.Efficiency));
        Assert.Equal(plain.Bins.Select(bin => bin.Low), scaled.Bins.Select(bin => bin.Low));
    }

    [Fact]
    public void UnequalWeights_WidenTheInterval()
    {
        (Table objects, bool[] passed) = ToySelection.Make(2000, 60, 4);
        double[] weights = [.. Enumerable.Range(0, 2000).Select(row => row % 10 == 0 ? 10.0 : 0.1)];
        EfficiencyMapOptions one = s_options with { MinimumGain = 1e6 };
        EfficiencyBin plain = Derive(objects, passed, null, one).Bins[0];
        EfficiencyBin weighted = Derive(objects, passed, weights, one).Bins[0];
        double[] chosen = [.. weights.Where((_, row) => passed[row])];
        Assert.Equal(chosen.Sum() / weights.Sum(), weighted.Efficiency, 1e-12);
        Assert.Equal(2180.0 * 2180 / 20_018, weighted.EffectiveEntries, 1e-6);
        Assert.InRange((weighted.High - weighted.Low) / (plain.High - plain.Low), 2.5, 4);
    }

    [Fact]
    public void RowsOutside_AreCountedAndLeftOut()
    {
        (Table objects, bool[] passed) = ToySelection.Make(1000, 60, 5);
        EfficiencyAxis narrow = ToySelection.Axes[0] with { Edges = [0, 50], Outside = OutsideRange.Nearest };
        EfficiencyMap map = EfficiencyMapDerivation.Derive(
            objects, passed, null, [narrow], s_options, "");
        int inside = objects.Floats("pt").Count(pt => pt < 50);
        Assert.Equal((inside, 1000 - inside), (map.Bins[0].Entries, int.Parse(map.Provenance["entries_outside"])));
    }

    [Fact]
    public void SixAxes_CloseOnAnotherSample()
    {
        EfficiencyAxis[] axes =
        [
            .. Enumerable.Range(0, 6).Select(a => new EfficiencyAxis
            {
                Name = $"x{a}",
                Edges = [.. Enumerable.Range(0, 9).Select(edge => edge / 8.0)],
            }),
        ];
        (Table objects, bool[] passed) = SixDimensional(30_000, 1);
        (Table others, bool[] selected) = SixDimensional(10_000, 2);
        EfficiencyMap map = EfficiencyMapDerivation.Derive(objects, passed, null, axes, s_options, "toy");
        Assert.InRange(map.Bins.Count, 8, 200);
        IReadOnlyList<EfficiencyClosure> closures = EfficiencyClosure.Of(map, others, selected, null);
        Assert.InRange(closures[0].NonClosure, -0.05, 0.05);
        Assert.InRange(closures.Average(closure => closure.Pull * closure.Pull), 0, 2.5);
    }

    [Fact]
    public void NothingInside_IsRefused()
    {
        (Table objects, bool[] passed) = ToySelection.Make(100, 60, 6);
        EfficiencyAxis away = new() { Name = "l", Edges = [-5, -1] };
        Assert.Contains("None of 100 rows is inside all axes of the map (l)", Assert.Throws<ArgumentException>(
            () => EfficiencyMapDerivation.Derive(objects, passed, null, [away], s_options, "")).Message);
        Assert.Contains("Found 100 decisions and 3 weights for 100 rows", Assert.Throws<ArgumentException>(
            () => Derive(objects, passed, [1, 1, 1])).Message);
    }

    private static EfficiencyMap Derive(
        Table objects, bool[] passed, double[]? weights = null, EfficiencyMapOptions? options = null) =>
        EfficiencyMapDerivation.Derive(objects, passed, weights, ToySelection.Axes, options ?? s_options, "toy");

    private static (Table, bool[]) SixDimensional(int count, ulong seed)
    {
        float[][] x = [.. Enumerable.Range(0, 6).Select(_ => new float[count])];
        var passed = new bool[count];
        for (int row = 0; row < count; row++)
        {
            var rng = new Rng(seed, "six dimensions", (ulong)row);
            Array.ForEach(x, axis => axis[row] = (float)rng.NextDouble());
            passed[row] = rng.NextDouble() < x[0][row] * (0.5 + (0.5 * x[1][row])) * (x[2][row] > 0.5 ? 1 : 0.3);
        }

        return (new([.. x.Select((values, a) => new FloatColumn($"x{a}", "", "", values))]), passed);
    }
}
