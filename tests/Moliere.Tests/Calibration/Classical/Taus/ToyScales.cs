using Moliere.Calibration;
using Moliere.Calibration.Classical.Taus;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Numerics.Fits;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Calibration.Classical.Taus;

/// <summary>The scales derived from toy taus once, other toy taus, and what is left of the response on these.</summary>
internal static class ToyScales
{
    public static readonly Table Training = ToyTauScales.Make(30_000, seed: 1);
    public static readonly TauScalesOptions Options = new() { Modes = new() { Rounds = 8, MaxDepth = 4 } };

    private static readonly Lazy<TauScales> s_scales = new(() => TauScalesDerivation.Derive(Training, Options));
    private static readonly Lazy<Table> s_test = new(() => s_scales.Value.Complete(ToyTauScales.Make(20_000, seed: 2)));

    public static TauScales Scales => s_scales.Value;

    /// <summary>Completed.</summary>
    public static Table Test => s_test.Value;

    /// <summary>Calibrated over true momentum of test taus with a true momentum in a range, sorted.</summary>
    public static double[] Ratios(
        ICalibration calibration, double lowest, double highest, Func<int, bool>? isTaken = null)
    {
        float[] pt = Test.Floats(TauColumns.Pt), truth = Test.Floats(TauColumns.TruthPt);
        float[] response = calibration.Apply(Test).Response;
        return [.. Enumerable.Range(0, pt.Length)
            .Where(row => truth[row] >= lowest && truth[row] < highest && (isTaken?.Invoke(row) ?? true))
            .Select(row => (double)pt[row] / response[row] / truth[row]).Order()];
    }

    /// <summary>Half of the central 68 % of the same.</summary>
    public static double Resolution(ICalibration calibration, double lowest, double highest) =>
        CentralWidth.Of(Ratios(calibration, lowest, highest));

    public static double Median(double[] sorted) => sorted[sorted.Length / 2];
}
