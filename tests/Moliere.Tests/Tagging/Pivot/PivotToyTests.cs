// covers: PivotSample
using Moliere.Tagging.Pivot;

namespace Moliere.Tests.Tagging.Pivot;

public sealed class PivotToyTests
{
    [Fact]
    public void Classes_HaveTheMomentsOfTheirDefinition()
    {
        PivotSample sample = PivotToy.Draw(60_000, 1);
        Assert.Equal(0.5, sample.Labels.Average(), 0.008);
        (double[] mean, double[] covariance) = Moments(sample, 1);
        Expect([1, 1, 0], mean);
        Expect([1, 2, 1, 0, 0, 1], covariance); // x1 - 1 is z plus noise, so that it varies by 2 and with z by 1
        (mean, covariance) = Moments(sample, 0);
        Expect([0, 0, 0], mean);
        Expect([1, 1, 1, -0.5, 0, 0], covariance);

        static void Expect(double[] expected, double[] found)
        {
            for (int i = 0; i < expected.Length; i++)
            {
                Assert.Equal(expected[i], found[i], 0.05);
            }
        }
    }

    [Fact]
    public void GivenNuisance_MovesSignalAlone()
    {
        PivotSample sample = PivotToy.Draw(20_000, 2, z: 2);
        Assert.All(sample.Nuisance, z => Assert.Equal(2, z));
        Assert.Equal(3, Moments(sample, 1).Mean[1], 0.05);
        Assert.Equal(0, Moments(sample, 0).Mean[1], 0.05);
    }

    [Fact]
    public void Rows_DependOnTheirNumberAlone()
    {
        PivotSample small = PivotToy.Draw(10, 5), large = PivotToy.Draw(20, 5), other = PivotToy.Draw(10, 6);
        Assert.Equal(small.Features, large.Features[..20]);
        Assert.Equal(small.Labels, large.Labels[..small.RowCount]);
        Assert.NotEqual(small.Features, other.Features);
        Assert.Throws<ArgumentOutOfRangeException>(() => PivotToy.Draw(0, 1));
    }

    // Means of x0, x1, z; then variances and the covariances of (x0, x1), (x0, z), (x1, z).
    private static (double[] Mean, double[] Covariance) Moments(PivotSample sample, float label)
    {
        double[][] rows =
        [
            .. Enumerable.Range(0, sample.RowCount).Where(row => sample.Labels[row] == label).Select(row => (double[])
                [sample.Features[2 * row], sample.Features[(2 * row) + 1], sample.Nuisance[row]])
        ];
        double[] mean = [.. Enumerable.Range(0, 3).Select(j => rows.Average(row => row[j]))];
        (int, int)[] pairs = [(0, 0), (1, 1), (2, 2), (0, 1), (0, 2), (1, 2)];
        return (mean, [.. pairs.Select(
            pair => rows.Average(row => (row[pair.Item1] - mean[pair.Item1]) * (row[pair.Item2] - mean[pair.Item2])))]);
    }
}
