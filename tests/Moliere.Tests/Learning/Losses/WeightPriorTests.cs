using Moliere.Learning.Losses;
using Moliere.Learning.Models;

namespace Moliere.Tests.Learning.Losses;

public sealed class WeightPriorTests
{
    [Fact]
    public void Term_IsTheNormalPriorOnWeightsWithoutBiases()
    {
        var model = new Mlp(2, new() { Hidden = [3] }, 1, seed: 1);
        float[] gradient = new float[model.Parameters.Length];
        gradient.AsSpan().Fill(0.5f);
        model.SetOutputBias([100]);
        double value = new WeightPrior(model.Tape, sigma: 2, trainingRows: 10).AddGradient(model.Parameters, gradient);

        // Layout: 6 weights, 3 biases, 3 weights, 1 bias.
        int[] weights = [0, 1, 2, 3, 4, 5, 9, 10, 11];
        double square = weights.Sum(i => (double)model.Parameters[i] * model.Parameters[i]);
        Assert.Equal(square / (2 * 4 * 10), value, 1e-7);
        for (int i = 0; i < gradient.Length; i++)
        {
            double expected = 0.5 + (weights.Contains(i) ? model.Parameters[i] / 40 : 0);
            Assert.Equal(expected, gradient[i], 1e-6);
        }
    }
}
