using Moliere.Numerics.Kernels;
using Moliere.Numerics.Random;

namespace Moliere.Tests.Numerics.Kernels;

public sealed class LikelihoodBlocksTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(64)]
    public void Sum_EqualsDefinitionInDoublePrecision(int components)
    {
        const int rows = 37;
        (float[] outputs, float[] targets, float[] weights) = Draw(components, rows);
        int width = outputs.Length / rows;
        double sum = Blocks(components).Sum(outputs, width, targets, weights, new float[outputs.Length]);
        double expected = Enumerable.Range(0, rows).Sum(
            row => weights[row] * Definition([.. Row(outputs, width, row)], targets[row]));
        Assert.Equal(expected, sum, 1e-5 * rows);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void Gradient_EqualsCentralDifferences(int components)
    {
        const int rows = 21;
        const double step = 1e-6;
        (float[] outputs, float[] targets, float[] weights) = Draw(components, rows);
        int width = outputs.Length / rows;
        float[] gradients = new float[outputs.Length];
        Blocks(components).Sum(outputs, width, targets, weights, gradients);
        for (int i = 0; i < outputs.Length; i++)
        {
            double[] up = [.. Row(outputs, width, i / width)], down = [.. up];
            (up[i % width], down[i % width]) = (up[i % width] + step, down[i % width] - step);
            double slope = (Definition(up, targets[i / width]) - Definition(down, targets[i / width])) / (2 * step);
            Assert.Equal(slope * weights[i / width], gradients[i], 1e-4 * Math.Max(1, Math.Abs(slope)));
        }
    }

    [Fact]
    public void NoRows_GiveZero() => Assert.Equal(0, Blocks(2).Sum([], 6, [], [], []));

    private static LikelihoodBlocks Blocks(int components) => new(components, lowest: -20, highest: 10);

    private static IEnumerable<double> Row(float[] outputs, int width, int row) =>
        outputs.Skip(row * width).Take(width).Select(x => (double)x);

    private static double Definition(double[] outputs, double target)
    {
        int k = Math.Max(1, outputs.Length / 3);
        double density = 0, norm = 0;
        for (int i = 0; i < k; i++)
        {
            double sigma = Math.Exp(0.5 * outputs[k + i]), pull = (target - outputs[i]) / sigma;
            double share = outputs.Length == 2 ? 1 : Math.Exp(outputs[(2 * k) + i]);
            norm += share;
            density += share * Math.Exp(-0.5 * pull * pull) / (Math.Sqrt(2 * Math.PI) * sigma);
        }

        return -Math.Log(density / norm);
    }

    private static (float[] Outputs, float[] Targets, float[] Weights) Draw(int components, int rows)
    {
        var rng = new Rng(6, "likelihood", (ulong)components);
        float[] outputs = new float[rows * (components == 0 ? 2 : 3 * components)];
        float[] targets = new float[rows], weights = new float[rows];
        foreach (float[] values in new[] { outputs, targets, weights })
        {
            foreach (ref float value in values.AsSpan())
            {
                value = (float)rng.NextGaussian();
            }
        }

        return (outputs, targets, weights);
    }
}
