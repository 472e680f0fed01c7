// covers: OnnxSymbol
using Moliere.Formats.Onnx;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Formats.Onnx;

public sealed class OnnxBuilderTests
{
    private readonly OnnxBuilder _graph = new();
    private readonly OnnxSymbol _x;

    public OnnxBuilderTests() => _x = _graph.Input(new("x", OnnxType.Float, ["N", "2"], ""));

    [Fact]
    public void Formula_RunsAsWritten()
    {
        OnnxSymbol half = (_x.To(OnnxType.Double) - 1) * 0.5 + 3;
        OnnxSymbol chosen = half.Where(!(half < half.Number(3)) & !(half > half.Number(4)), half / half.Number(-1));
        Assert.Equal([-2.5, 3, 3.5, -5], Result(chosen.To(OnnxType.Float), [0, 1, 2, 5]).Data);
    }

    [Fact]
    public void SumsAndAxes_FollowTheStandard()
    {
        Assert.Equal([3, 7], Result(_x.Sum(-1), [1, 2, 3, 4]).Data);
        Assert.Equal([2, 1], Result(_x.Sum(-1, isKept: true), [1, 2, 3, 4]).Shape);
        Assert.Equal([2, 4], Result(_x.Reduce("ReduceMax", 1), [1, 2, 3, 4]).Data);
        Assert.Equal([2, 1, 2], Result(_x.Unsqueeze(1), [1, 2, 3, 4]).Shape);
        Assert.Equal([2, 1, 4, 3], Result(_x.Gather(1, 1, 0), [1, 2, 3, 4]).Data);
    }

    [Fact]
    public void Number_StandsInTheFileOnce()
    {
        _ = ((_x + 2) * 2) - 2;
        Assert.Single(_graph.Build("g", "").Initialisers);
    }

    [Fact]
    public void Output_OfAnotherTypeIsRefused()
    {
        var error = Assert.Throws<ArgumentException>(
            () => _graph.Output(_x, new("y", OnnxType.Double, ["N"], "")));
        Assert.Equal("Output 'y' is Float, declared as Double.", error.Message);
    }

    private static OnnxTensorValue Result(OnnxSymbol symbol, float[] input)
    {
        var outputs = symbol.Builder;
        string name = $"result_{symbol.Name}";
        outputs.Output(symbol, new(name, symbol.Type, ["N"], ""));
        return OnnxEvaluator.Run(new() { Graph = outputs.Build("g", "") }, input, 2)[name];
    }
}
