// covers: InferenceBenchmark, InferenceParameter
using Moliere.Tagging.Inference;

namespace Moliere.Tests.Tagging.Inference;

public sealed class InferenceBenchmarkTests
{
    [Fact]
    public void PublishedOnes_FreeOneParameterAfterTheOther()
    {
        Assert.Equal([1, 2, 3, 3, 4], InferenceBenchmark.All.Select(benchmark => benchmark.Parameters.Count));
        Assert.All(
            InferenceBenchmark.All, benchmark => Assert.Equal(InferenceParameter.Signal, benchmark.Parameters[0]));
    }

    [Fact]
    public void Signal_IsNeverConstrained() => Assert.All(
        InferenceBenchmark.All, benchmark => Assert.Equal(double.PositiveInfinity, benchmark.Constraints[0]));

    [Fact]
    public void UnknownName_IsAnsweredWithThoseThereAre()
    {
        var error = Assert.Throws<ArgumentException>(() => InferenceBenchmark.Of("B5"));
        Assert.Contains("'B5'; those there are: B0, B1, B2, B3, B4", error.Message, StringComparison.Ordinal);
    }
}
