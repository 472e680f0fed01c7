// covers: MomentParameters
using Moliere.Numerics.Autodiff;
using Moliere.Numerics.Kernels;

namespace Moliere.Tests.Numerics.Autodiff;

public sealed class MomentPassTests
{
    [Fact]
    public void LinearLayers_PassTheExactMomentsOfIndependentWeights()
    {
        // y = (x w) u + c with w ~ N(2, 0.25), u ~ N(-1, 0.5), x = 3: mean -6 + c, E[y²] = E[w²] E[u²] 9.
        var tape = new Tape(1);
        tape.BayesianDense(tape.Input, 1, Activation.Identity);
        tape.BayesianDense(tape.Output, 1, Activation.Identity);
        float[] parameters = [2, 0, MathF.Log(0.25f), -1, 0.5f, MathF.Log(0.5f)];
        (float mean, float deviation) = Run(tape, parameters, [3]);
        Assert.Equal(-5.5, mean, 1e-5);
        Assert.Equal(Math.Sqrt((4.25 * 1.5 * 9) - 36), deviation, 1e-4);
    }

    [Fact]
    public void LaterBlockOfOtherSize_IsNotTouchedByAnEarlierOne()
    {
        var tape = new Tape(2);
        tape.BayesianDense(tape.Output, 40, Activation.Relu);
        tape.BayesianDense(tape.Output, 1, Activation.Identity);
        float[] parameters = [.. Enumerable.Range(0, tape.ParameterCount).Select(i => MathF.Sin(i))];
        var pass = new MomentPass(new MomentParameters(tape, parameters));
        float[] mean = new float[1], deviation = new float[1];
        pass.Run([1, 2, 3, 4, 5, 6], 3);
        pass.Run([5, 6], 1);
        pass.Row(0, mean, deviation);
        Assert.Equal(Run(tape, parameters, [5, 6]), (mean[0], deviation[0]));
        Assert.True(deviation[0] > 0);
    }

    private static (float Mean, float Deviation) Run(Tape tape, float[] parameters, float[] row)
    {
        var pass = new MomentPass(new MomentParameters(tape, parameters));
        float[] mean = new float[1], deviation = new float[1];
        pass.Run(row, 1);
        pass.Row(0, mean, deviation);
        return (mean[0], deviation[0]);
    }
}
