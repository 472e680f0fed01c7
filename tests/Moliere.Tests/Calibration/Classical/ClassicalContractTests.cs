using Moliere.Calibration;
using Moliere.Calibration.Classical;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Calibration.Classical;

public sealed class EnergyScaleContractTests : CalibrationContract
{
    protected override ICalibration Calibration { get; } = new EnergyScale();

    protected override string Name => "em";

    protected override Table Clusters { get; } = ToyClusters.WithResponse(0.7, 500, 50, seed: 9);

    protected override IReadOnlyList<string> Needed => [];
}

public sealed class LcwTablesContractTests : CalibrationContract
{
    private static readonly LcwTables s_tables =
        new LcwDerivation(ToyClusters.Geometry, new float[ToyClusters.Geometry.CellCount])
            .Derive(ToyClusters.WithResponse(1, 150, 2000, seed: 1), ToyClusters.WithResponse(0.6, 900, 2000, seed: 2));

    protected override ICalibration Calibration => s_tables;

    protected override string Name => "lcw";

    protected override Table Clusters { get; } = ToyClusters.WithResponse(0.7, 900, 50, seed: 9);

    protected override IReadOnlyList<string> Needed =>
        [ClusterColumns.EnergyEm, ClusterColumns.Rapidity, ClusterColumns.Lambda, ClusterColumns.EnergyDensity];
}
