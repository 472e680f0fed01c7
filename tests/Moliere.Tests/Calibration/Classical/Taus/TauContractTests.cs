using Moliere.Calibration;
using Moliere.Data.Tables;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Calibration.Classical.Taus;

public sealed class CalorimeterScaleContractTests : CalibrationContract
{
    protected override ICalibration Calibration { get; } = ToyScales.Scales.Of("calorimeter");

    protected override string Name => "calorimeter";

    protected override Table Clusters { get; } = ToyTauScales.Make(50, seed: 9);

    protected override IReadOnlyList<string> Needed => ToyTauScales.Needed;
}

public sealed class CombinedScaleContractTests : CalibrationContract
{
    protected override ICalibration Calibration { get; } = ToyScales.Scales.Of("combined");

    protected override string Name => "combined";

    protected override Table Clusters { get; } = ToyTauScales.Make(50, seed: 9);

    protected override IReadOnlyList<string> Needed => ToyTauScales.Needed;
}
