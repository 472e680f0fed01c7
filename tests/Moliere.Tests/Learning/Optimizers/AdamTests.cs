// covers: Optimizer, OptimizerOptions, OptimizerKind
using Moliere.Learning.Optimizers;

namespace Moliere.Tests.Learning.Optimizers;

public sealed class AdamTests
{
    [Fact]
    public void FirstStep_HasTheSizeOfTheLearningRate()
    {
        float[] parameters = [1, 1, 1];
        new Adam(3, new OptimizerOptions()).Step(parameters, [5, -0.01f, 0], 0.1);
        Assert.Equal([0.9f, 1.1f, 1f], parameters.Select(p => MathF.Round(p, 4)));
    }

    [Fact]
    public void TenSteps_FollowThePaperInDoublePrecision()
    {
        float[] parameters = [0.5f];
        var adam = new Adam(1, new OptimizerOptions());
        double p = 0.5, m = 0, v = 0;
        for (int t = 1; t <= 10; t++)
        {
            double g = Math.Sin(t);
            m = (0.9 * m) + (0.1 * g);
            v = (0.999 * v) + (0.001 * g * g);
            p -= 0.01 * (m / (1 - Math.Pow(0.9, t))) / (Math.Sqrt(v / (1 - Math.Pow(0.999, t))) + 1e-8);
            adam.Step(parameters, [(float)g], 0.01);
        }

        Assert.Equal(p, parameters[0], 1e-6);
        Assert.Equal(10, adam.StepCount);
    }

    // The formula of PyTorch's documentation. PyTorch 1.13 itself has one factor c_t too many in the product of the
    // mean's correction, which moves the result by 1.5e-4.
    [Theory]
    [InlineData(0)]
    [InlineData(0.1)]
    public void Nadam_FollowsItsDefinitionInDoublePrecision(double decay)
    {
        float[] parameters = SgdTests.FortySteps(
            Optimizer.Create(2, new OptimizerOptions { Kind = OptimizerKind.Nadam, WeightDecay = decay }));
        double p = 0.5, m = 0, v = 0, product = 1;
        for (int t = 1; t <= 40; t++)
        {
            double g = Math.Sin(t) + (decay * p), own = C(t), next = C(t + 1);
            product *= own;
            m = (0.9 * m) + (0.1 * g);
            v = (0.999 * v) + (0.001 * g * g);
            double mean = (next * m / (1 - (product * next))) + ((1 - own) * g / (1 - product));
            p -= 0.01 * mean / (Math.Sqrt(v / (1 - Math.Pow(0.999, t))) + 1e-8);
        }

        Assert.Equal(p, parameters[0], 2e-6);
        Assert.NotEqual(parameters[0], SgdTests.FortySteps(Optimizer.Create(2, new() { WeightDecay = decay }))[0]);

        static double C(int t) => 0.9 * (1 - (0.5 * Math.Pow(0.96, 0.004 * t)));
    }

    // The product of momenta is no part of the state: it must come back from the number of steps.
    [Fact]
    public void Nadam_GoesOnFromAWrittenState()
    {
        var options = new OptimizerOptions { Kind = OptimizerKind.Nadam };
        Optimizer whole = Optimizer.Create(1, options), first = Optimizer.Create(1, options);
        Optimizer second = Optimizer.Create(1, options);
        float[] expected = [0.5f], parameters = [0.5f];
        for (int t = 1; t <= 10; t++)
        {
            whole.Step(expected, [MathF.Sin(t)], 0.01);
            (t <= 4 ? first : second).Step(parameters, [MathF.Sin(t)], 0.01);
            if (t == 4)
            {
                second.StepCount = first.StepCount;
                first.State[0].CopyTo(second.State[0], 0);
                first.State[1].CopyTo(second.State[1], 0);
            }
        }

        Assert.Equal(expected, parameters);
        whole.Restart();
        Assert.Equal(0, whole.StepCount);
        Assert.All(whole.State, vector => Assert.Equal([0], vector));
    }

    [Fact]
    public void DecoupledDecay_ShrinksByRateTimesDecay()
    {
        float[] parameters = [2];
        var options = new OptimizerOptions { Kind = OptimizerKind.AdamW, WeightDecay = 0.1 };
        new Adam(1, options).Step(parameters, [0], 0.5);
        Assert.Equal(1.9f, parameters[0], 1e-6f);
    }

    [Fact]
    public void PenaltyDecay_ActsThroughTheGradient()
    {
        float[] parameters = [2];
        new Adam(1, new OptimizerOptions { WeightDecay = 0.1 }).Step(parameters, [0], 0.5);
        Assert.Equal(1.5f, parameters[0], 1e-5f);
    }
}
