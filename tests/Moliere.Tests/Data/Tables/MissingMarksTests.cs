using Moliere.Data.Tables;

namespace Moliere.Tests.Data.Tables;

public sealed class MissingMarksTests
{
    [Fact]
    public void MarksAndNoNumbers_AreMissingAndNothingElseIs()
    {
        Assert.All(MissingMarks.All, mark => Assert.False(MissingMarks.IsPresent(mark)));
        Assert.All([float.NaN, float.NegativeInfinity], value => Assert.False(MissingMarks.IsPresent(value)));
        Assert.All([0f, -998, -1, 1e30f], value => Assert.True(MissingMarks.IsPresent(value)));
    }
}
