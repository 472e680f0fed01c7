using Moliere.Numerics.Autodiff;

namespace Moliere.Tests.Numerics.Autodiff;

public sealed class LanesTests
{
    [Theory]
    [InlineData(1, 32, 1)]
    [InlineData(128, 32, 4)]
    [InlineData(1024, 128, 8)]
    [InlineData(1025, 128, 9)]
    [InlineData(100_000, 128, 782)]
    public void Batch_IsCutByItsSizeAlone(int batch, int rows, int count)
    {
        Assert.Equal(rows, Lanes.MicroBatchRows(batch));
        Assert.Equal(count, Lanes.MicroBatchCount(batch));
        var tape = new Tape(2);
        Assert.Equal((rows, count), (Lanes.MicroBatchRows(tape, batch), Lanes.MicroBatchCount(tape, batch)));
    }

    [Fact]
    public void RowsWithSets_ComeInSmallMicroBatches()
    {
        Assert.Equal(Lanes.SetRows, Lanes.MicroBatchRows(new Tape(2, 3), 1024));
        Assert.Equal((1000 + Lanes.SetRows - 1) / Lanes.SetRows, Lanes.MicroBatchCount(new Tape(2, 3), 1000));
    }
}
