using Moliere.Calibration.Classical;
using Moliere.Data.Objects;
using Moliere.Data.Tables;

namespace Moliere.Tests.Calibration.Classical;

public sealed class ColumnCalibrationTests
{
    [Fact]
    public void Response_IsSignalOverCalibratedEnergy()
    {
        var table = new Table(
        [
            new FloatColumn(ClusterColumns.EnergyEm, "GeV", "", [2, 3, 4, 5, 6]),
            new FloatColumn(ClusterColumns.EnergyLcw, "GeV", "", [4, 0, float.NaN, -1, 6]),
        ]);
        Predictions predictions = new ColumnCalibration("lcw", ClusterColumns.EnergyLcw).Apply(table);
        Assert.Equal([0.5f, 1, 1, 1, 1], predictions.Response);
        Assert.Equal(3, predictions.NotCalibratedCount);
        Assert.Equal(CalibrationStatus.Calibrated, predictions.Status[4]);
        Assert.Equal("lcw", new ColumnCalibration("lcw", ClusterColumns.EnergyLcw).Name);
    }
}
