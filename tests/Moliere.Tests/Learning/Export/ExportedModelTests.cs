using Moliere.Formats.Onnx;
using Moliere.Learning.Export;

namespace Moliere.Tests.Learning.Export;

public sealed class ExportedModelTests
{
    [Fact]
    public void Model_SaysWhoWroteItAndWhatFor()
    {
        var graph = new OnnxBuilder();
        graph.Output(
            graph.Input(new("x", OnnxType.Float, ["N"], "")).Through("Exp"), new("y", OnnxType.Float, ["N"], ""));
        OnnxModel model = ExportedModel.Of(graph.Build("net", "What it is for."), "1.2", [new("key", "value")]);
        Assert.Equal(("moliere", "1.2"), (model.Producer, model.ProducerVersion));
        Assert.Equal(("net", "What it is for."), (model.Graph.Name, model.Description));
        Assert.Equal("value", Assert.Single(model.Metadata).Value);
    }
}
