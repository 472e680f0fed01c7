using Moliere.Learning.Training;

namespace Moliere.Tests.Learning.Training;

public sealed class DataSetTests
{
    [Fact]
    public void ProperData_PassAndKnowTheirWeights()
    {
        var data = new DataSet([1, 2, 3, 4], 2, [5, 6], [3, -1]);
        data.Check("training");
        Assert.Equal(2, data.RowCount);
        Assert.Equal(1, data.MeanWeight);
        Assert.Equal(-1, data.Weight(1));
        Assert.Equal(1, (data with { Weights = null }).Weight(1));
    }

    [Theory]
    [InlineData(new float[0], new float[0], null, "is empty")]
    [InlineData(new float[] { 1, 2, 3 }, new float[] { 1, 2 }, null, "hold 3 numbers; the shape asks for 4")]
    [InlineData(new float[] { 1, 2, 3, float.NaN }, new float[] { 1, 2 }, null, "row 1, column 1")]
    [InlineData(new float[] { 1, 2, 3, 4 }, new float[] { 1, float.PositiveInfinity }, null, "targets of the training")]
    [InlineData(new float[] { 1, 2, 3, 4 }, new float[] { 1, 2 }, new float[] { 1, -1 }, "must be positive")]
    [InlineData(new float[] { 1, 2, 3, 4 }, new float[] { 1, 2 }, new float[] { 1 }, "data set hold 1 numbers")]
    public void BrokenData_AreRefusedWithThePlace(float[] features, float[] targets, float[]? weights, string part)
    {
        var data = new DataSet(features, 2, targets, weights);
        var exception = Assert.Throws<ArgumentException>(() => data.Check("training"));
        Assert.Contains(part, exception.Message);
    }
}
