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

    [Fact]
    public void MicroBatchesOfBatchNorm_AreNearlyEqual()
    {
        var tape = new Tape(2);
        tape.BatchNorm(tape.Input);
        Assert.Equal(128, Lanes.MicroBatchRows(tape, 1024));
        for (int batch = 2; batch < 3000; batch++)
        {
            int rows = Lanes.MicroBatchRows(tape, batch), count = Lanes.MicroBatchCount(tape, batch);
            int last = batch - ((count - 1) * rows);
            Assert.InRange(last, count == 1 ? batch : (rows + 1) / 2, rows);
            Assert.InRange(rows, (Lanes.MicroBatchRows(batch) / 2) + 1, Lanes.MicroBatchRows(batch));
        }
    }
}
