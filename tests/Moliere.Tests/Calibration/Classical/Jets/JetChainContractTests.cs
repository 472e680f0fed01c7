using Moliere.Calibration;
using Moliere.Data.Tables;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Calibration.Classical.Jets;

public sealed class JetChainContractTests : CalibrationContract
{
    protected override ICalibration Calibration { get; } = ToyChain.Chain.UpTo("gsc");

    protected override string Name => "gsc";

    protected override Table Clusters { get; } = ToyJetChain.Make(50, seed: 9);

    protected override IReadOnlyList<string> Needed => ToyJetChain.Needed;
}
