using Moliere.Calibration;
using Moliere.Calibration.Classical.Jets;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Numerics.Fits;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Calibration.Classical.Jets;

/// <summary>
/// The chain derived from toy jets once, other toy jets, and the core of their response after each method.
/// </summary>
internal static class ToyChain
{
    public static readonly Table Training = ToyJetChain.Make(40_000, seed: 1);
    public static readonly Table Test = ToyJetChain.Make(40_000, seed: 2);
    public static readonly JetChain Chain = new JetChainDerivation(new JetChainOptions()).Derive(Training);

    /// <summary>Calibrated over true transverse momentum.</summary>
    public static float[] Ratio(string method)
    {
        Predictions predictions = Chain.UpTo(method).Apply(Test);
        float[] pt = Test.Floats(JetColumns.Pt), truth = Test.Floats(JetColumns.TruthPt);
        return [.. Enumerable.Range(0, Test.RowCount).Select(row => pt[row] / predictions.Response[row] / truth[row])];
    }

    /// <summary>Core of a quantity over test jets.</summary>
    public static NormalEstimate Core(float[] values, Func<int, bool> isTaken) =>
        CentralFit.Of([.. Enumerable.Range(0, values.Length).Where(isTaken).Select(row => values[row])], [], cut: 2);

    /// <summary>Core of a quantity over test jets with a true momentum in a range.</summary>
    public static NormalEstimate Core(float[] values, double lowest, double highest)
    {
        float[] truth = Test.Floats(JetColumns.TruthPt);
        return Core(values, row => truth[row] >= lowest && truth[row] < highest);
    }
}
