// covers: Value, Operation, PackedParameters
using Moliere.Numerics.Autodiff;
using Moliere.Numerics.Kernels;

namespace Moliere.Tests.Numerics.Autodiff;

public sealed class TapeTests
{
    [Fact]
    public void RecordedLayers_AreListedInOrderWithTheirPlaceInTheParameters()
    {
        var tape = new Tape(15);
        Value hidden = tape.Dense(tape.Input, 64, Activation.Relu);
        tape.Dense(hidden, 2, Activation.Identity);
        Assert.Equal([0, 1024], tape.Operations.Select(operation => operation.ParameterOffset));
        Assert.Equal(1024 + 130, tape.ParameterCount);
        Assert.Equal(new Value(2, 2), tape.Output);
        Assert.Equal(tape.Operations[0].Output, tape.Operations[1].Input);
    }

    [Fact]
    public void ValueThatAlreadyFeedsAnOperation_IsRefused()
    {
        var tape = new Tape(3);
        tape.Dense(tape.Input, 4, Activation.Tanh);
        var exception = Assert.Throws<ArgumentException>(() => tape.Dense(tape.Input, 4, Activation.Tanh));
        Assert.Contains("Value 0 [B, 3]", exception.Message);
    }

    [Fact]
    public void LayerWithoutUnits_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Tape(3).Dense(new Value(0, 3), 0, Activation.Relu));
}
