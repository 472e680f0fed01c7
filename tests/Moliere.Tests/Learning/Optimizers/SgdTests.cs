using Moliere.Learning.Optimizers;

namespace Moliere.Tests.Learning.Optimizers;

public sealed class SgdTests
{
    // Numbers of torch.optim.SGD, PyTorch 1.13: forty steps with gradients (sin t, cos t) at rate 0.01.
    [Theory]
    [InlineData(0, 0, 0.48101780, -0.99848497)]
    [InlineData(0.9, 0.1, 0.28528991, -0.68994385)]
    public void Steps_AreThoseOfPyTorch(double momentum, double decay, double first, double second)
    {
        var options = new OptimizerOptions { Kind = OptimizerKind.Sgd, Momentum = momentum, WeightDecay = decay };
        Optimizer optimizer = Optimizer.Create(2, options);
        float[] parameters = FortySteps(optimizer);
        Assert.Equal(first, parameters[0], 2e-6);
        Assert.Equal(second, parameters[1], 2e-6);
        Assert.Equal(momentum > 0 ? 2 : 0, ((Sgd)optimizer).Velocity.Length);
    }

    internal static float[] FortySteps(Optimizer optimizer)
    {
        float[] parameters = [0.5f, -1];
        for (int t = 1; t <= 40; t++)
        {
            optimizer.Step(parameters, [MathF.Sin(t), MathF.Cos(t)], 0.01);
        }

        Assert.Equal(40, optimizer.StepCount);
        return parameters;
    }
}
