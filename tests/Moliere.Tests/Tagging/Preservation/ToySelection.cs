using Moliere.Data.Tables;
using Moliere.Numerics.Random;
using Moliere.Tagging.Preservation;

namespace Moliere.Tests.Tagging.Preservation;

/// <summary>Decays at some place with some momentum, accepted with a known efficiency.</summary>
internal static class ToySelection
{
    public static IReadOnlyList<EfficiencyAxis> Axes { get; } =
    [
        new() { Name = "pt", Unit = "GeV", Edges = [0, 20, 40, 60, 80, 100, 150, 200] },
        new() { Name = "l", Unit = "mm", Edges = [1000, 1500, 2000, 2500, 3000, 4000], Outside = OutsideRange.Zero },
        new() { Name = "product", Categories = [4, 5, 15] },
    ];

    /// <summary>In steps as the axes are, so that a map can be exact.</summary>
    public static double Efficiency(double pt, double l, long product) =>
        (pt < 60 ? 0.1 : 0.6) * (l < 2000 ? 0.5 : l < 3000 ? 1 : 0.2) * (product == 15 ? 0.3 : 1);

    /// <summary>Momenta fall with a mean; every third entry is a tau.</summary>
    public static (Table Objects, bool[] Passed) Make(int count, double meanPt, ulong seed)
    {
        var (pt, l, product, passed) = (new float[count], new float[count], new long[count], new bool[count]);
        for (int row = 0; row < count; row++)
        {
            var rng = new Rng(seed, "toy selection", (ulong)row);
            pt[row] = (float)Math.Min(199, Distributions.Exponential(meanPt, ref rng));
            l[row] = (float)Distributions.Uniform(1000, 4000, ref rng);
            product[row] = row % 3 == 0 ? 15 : 4 + (row % 2);
            passed[row] = rng.NextDouble() < Efficiency(pt[row], l[row], product[row]);
        }

        return (new(
        [
            new FloatColumn("pt", "GeV", "", pt), new FloatColumn("l", "mm", "", l),
            new LongColumn("product", "", "", product),
        ]), passed);
    }
}
