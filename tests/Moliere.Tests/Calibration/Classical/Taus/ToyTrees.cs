using Moliere.Calibration.Classical.Taus;
using Moliere.Data.Tables;
using Moliere.Learning.Trees;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Calibration.Classical.Taus;

/// <summary>Regression trees grown once from toy taus and shared by the tests.</summary>
internal static class ToyTrees
{
    public static readonly TreeCalibrationOptions Options = new()
    {
        Boosting = new() { Rounds = 40, MaxDepth = 5, LearningRate = 0.2, MinChildWeight = 50, Patience = 10 },
    };

    private static readonly Lazy<TreeCalibrationDerivation> s_derivation = new(() => Derivation(Options));
    private static readonly Lazy<(TreeCalibration Calibration, BoostingResult Result)> s_derived =
        new(() => s_derivation.Value.Derive("brt"));

    public static TreeCalibration Calibration => s_derived.Value.Calibration;

    public static BoostingResult Result => s_derived.Value.Result;

    public static TreeCalibrationDerivation Derivation(TreeCalibrationOptions options, Table? taus = null)
    {
        taus ??= ToyScales.Training;
        int[] rows = [.. Enumerable.Range(0, taus.RowCount)];
        return new(
            taus, [.. rows.Where(row => row % 4 != 0)], [.. rows.Where(row => row % 4 == 0)], ToyScales.Scales,
            options);
    }
}

/// <summary>The contract of calibrations for trees of taus.</summary>
public sealed class TreeCalibrationContractTests : Moliere.Tests.Calibration.CalibrationContract
{
    protected override Moliere.Calibration.ICalibration Calibration { get; } = ToyTrees.Calibration;

    protected override string Name => "brt";

    protected override Table Clusters { get; } = ToyTauScales.Make(50, seed: 9);

    protected override IReadOnlyList<string> Needed => ToyTauScales.Needed;
}
