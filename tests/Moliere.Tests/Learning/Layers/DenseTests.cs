using Moliere.Learning.Layers;
using Moliere.Numerics.Autodiff;
using Moliere.Numerics.Kernels;
using Moliere.Numerics.Random;

namespace Moliere.Tests.Learning.Layers;

public sealed class DenseTests
{
    [Theory]
    [InlineData(Activation.Relu, 0.02)]
    [InlineData(Activation.Identity, 0.01)]
    public void Weights_StartByActivationAndBiasesAtZero(Activation activation, double variance)
    {
        var tape = new Tape(100);
        tape.Dense(tape.Input, 100, activation);
        float[] parameters = [.. Enumerable.Repeat(9f, tape.ParameterCount)];
        var rng = new Rng(1, "dense");
        Dense.Initialise((DenseOperation)tape.Operations[0], parameters, ref rng);
        Assert.All(parameters[10_000..], bias => Assert.Equal(0, bias));
        Assert.InRange(parameters[..10_000].Average(w => (double)w * w), 0.9 * variance, 1.1 * variance);
    }
}
