using Moliere.Numerics.Autodiff;
using Moliere.Numerics.Kernels;

namespace Moliere.Tests.Numerics.Autodiff;

public sealed class LaneGradientsTests
{
    [Fact]
    public void Reduction_AddsLanesInOrder()
    {
        var tape = new Tape(70);
        tape.Dense(tape.Input, 33, Activation.Relu);
        var sums = new LaneGradients(tape);
        Assert.True(sums.ChunkCount > 1);
        for (int lane = 0; lane < 3; lane++)
        {
            sums.Of(lane, tape.Operations[0]).Fill(lane + 1);
        }

        for (int chunk = 0; chunk < sums.ChunkCount; chunk++)
        {
            sums.ReduceChunk(chunk, 3);
        }

        float[] gradient = new float[tape.ParameterCount];
        sums.CopyTo(gradient);
        Assert.All(gradient, x => Assert.Equal(6, x));
    }

    [Fact]
    public void LanesWithoutGradient_AreNotAdded()
    {
        var tape = new Tape(2);
        tape.Dense(tape.Input, 2, Activation.Relu);
        var sums = new LaneGradients(tape);
        sums.Of(0, tape.Operations[0]).Fill(1);
        sums.Of(1, tape.Operations[0]).Fill(float.NaN);
        sums.ReduceChunk(0, lanes: 1);
        float[] gradient = new float[tape.ParameterCount];
        sums.CopyTo(gradient);
        Assert.All(gradient, x => Assert.Equal(1, x));
    }
}
